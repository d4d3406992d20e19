interface OpenBracket {
  readonly at: number;
  /** How many sentences had ended when it opened. */
  readonly sentences: number;
  readonly opensSentence: boolean;
}

/** A remark is not longer than this; a bracket further away was never closed, or closes another one. */
const LONGEST_REMARK = 1_000;

/**
 * The brackets that are open at a place of the scan. What ends inside a bracket stands until it closes, and falls then if
 * the bracket was a remark inside a sentence. So no look-ahead is needed, and a bracket that never closes does no harm.
 */
export class OpenBrackets {
  readonly #stack: OpenBracket[] = [];

  open(at: number, sentences: number, opensSentence: boolean): void {
    this.#stack.push({ at, sentences, opensSentence });
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
