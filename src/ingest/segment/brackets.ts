interface OpenBracket {
  readonly at: number;
  /** How many cuts there were when it opened. */
  readonly cuts: number;
  readonly opensSentence: boolean;
}

/** A remark is not longer than this; a bracket further away was never closed, or closes another one. */
const LONGEST_REMARK = 1_000;

/**
 * The brackets that are open at a place of the scan. Cuts inside a bracket stand until it closes: then they fall if the
 * bracket was a remark inside a sentence. So no look-ahead is needed, and a bracket that never closes does no harm.
 */
export class OpenBrackets {
  readonly #stack: OpenBracket[] = [];

  open(at: number, cuts: number, opensSentence: boolean): void {
    this.#stack.push({ at, cuts, opensSentence });
  }

  /** The bracket that is closed at `at`, if one is open and near enough. */
  close(at: number): OpenBracket | undefined {
    const bracket = this.#stack.pop();
    return bracket !== undefined && at - bracket.at <= LONGEST_REMARK ? bracket : undefined;
  }

  forget(): void {
    this.#stack.length = 0;
  }
}
