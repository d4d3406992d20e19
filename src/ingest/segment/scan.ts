import { OpenBrackets } from './brackets.ts';
import {
  type Kinds,
  Kind,
  caseAt,
  extendsGrapheme,
  isSpace,
  skipSpace,
  skipSpaceBack,
} from './characters.ts';
import { skipClosers } from './closers.ts';
import { endsSentence } from './decide.ts';
import { Lines } from './lines.ts';
import { findNextItem } from './list.ts';
import type { Pack } from './packs/pack.ts';
import { goesOnSmall, skipMarks } from './marks.ts';
import { describeSite } from './site.ts';

/** A half-open range of UTF-16 units. */
export interface Range {
  readonly start: number;
  readonly end: number;
}

/** One pass over a text that stops only at marks, brackets, bullets and line breaks. */
export function findSentences(text: string, pack: Pack): readonly Range[] {
  return new Scan(text, pack).run();
}

class Scan {
  readonly #text: string;
  readonly #pack: Pack;
  readonly #sentences: Range[] = [];
  readonly #brackets = new OpenBrackets();
  /** The first visible character of the sentence so far. */
  #start: number;
  readonly #lines: Lines;

  constructor(text: string, pack: Pack) {
    this.#text = text;
    this.#pack = pack;
    this.#lines = new Lines(text, pack.kinds);
    this.#start = skipSpace(text, 0);
  }

  run(): readonly Range[] {
    const text = this.#text;
    const { kinds } = this.#pack;
    let at = skipPlain(text, kinds, 0);
    while (at < text.length) {
      const next = this.#visit(at, kinds[text.charCodeAt(at)] ?? Kind.plain);
      at = skipPlain(text, kinds, next);
    }
    this.#cut(text.length);
    return this.#sentences;
  }

  /** Deals with what stands at `at` and answers where to go on. */
  #visit(at: number, kind: number): number {
    switch (kind) {
      case Kind.lineBreak:
        return this.#visitLineBreak(at);
      case Kind.openBracket:
        this.#brackets.open(at, this.#sentences.length, at === this.#start);
        return at + 1;
      case Kind.closeBracket:
        if (this.#cutBeforeItem(at)) this.#brackets.close(at);
        else this.#closeBracket(at);
        return at + 1;
      case Kind.bullet:
        if (at > this.#start && this.#text.charAt(at) === this.#text.charAt(this.#start)) this.#cut(at);
        return at + 1;
      default:
        return this.#visitMarks(at);
    }
  }

  #visitMarks(mark: number): number {
    const text = this.#text;
    this.#cutBeforeItem(mark);
    if (goesOnSmall(text, this.#pack.kinds, mark)) return mark + 1;
    const markEnd = skipMarks(text, this.#pack.kinds, mark);
    const closed = skipClosers(text, this.#pack.kinds, markEnd);
    const remark = closed > markEnd ? this.#closeBrackets(markEnd, closed) : undefined;
    const site = describeSite(text, this.#pack, this.#start, mark, markEnd, closed, remark);
    if (site.next < text.length && endsSentence(site)) this.#cut(site.end);
    return site.end;
  }

  #visitLineBreak(at: number): number {
    const lineBreak = this.#lines.read(at);
    if (lineBreak.isBlank) this.#brackets.forget();
    if (this.#start < at && this.#lines.endsSentence(this.#start, lineBreak)) this.#cut(at);
    return lineBreak.next;
  }

  /** `1) one 2) two`: the marker that ends at `at` begins a sentence if it goes on with the list that this one is in. */
  #cutBeforeItem(at: number): boolean {
    const item = findNextItem(this.#text, this.#pack, this.#start, at);
    if (item !== undefined) this.#cut(item);
    return item !== undefined;
  }

  /** Ends the sentence so far at `at`, or before the white space there. */
  #cut(at: number): void {
    const text = this.#text;
    // Only where no white space follows can a grapheme reach over the place.
    if (extendsGrapheme(text, at) || joinsEmoji(text, at)) return;
    const end = skipSpaceBack(text, at, this.#start);
    if (end > this.#start) this.#sentences.push({ start: this.#start, end });
    this.#start = skipSpace(text, at);
  }

  #closeBrackets(from: number, to: number): number | undefined {
    let remark: number | undefined;
    let cited = 0;
    for (let at = from; at < to; at += 1) {
      const kind = this.#pack.kinds[this.#text.charCodeAt(at)];
      // A citation, `.[12]`: its close is no close of ours.
      if (kind === Kind.openBracket) cited += 1;
      else if (kind === Kind.closeBracket && cited > 0) cited -= 1;
      else if (kind === Kind.closeBracket) remark = this.#closeBracket(at) ?? remark;
    }
    return remark;
  }

  /** Takes back the sentences that were found inside a remark; answers where the remark opened, if it is one. */
  #closeBracket(at: number): number | undefined {
    const bracket = this.#brackets.close(at);
    if (bracket === undefined) return undefined;
    if (bracket.opensSentence && !this.#runsOnBehind(at)) return undefined;
    const inside = this.#sentences[bracket.sentences];
    if (inside !== undefined) {
      this.#sentences.length = bracket.sentences;
      this.#start = inside.start;
    }
    return bracket.at;
  }

  /** Whether what follows the bracket at `at` shows that its sentence goes on. */
  #runsOnBehind(at: number): boolean {
    const next = skipSpace(this.#text, at + 1);
    return caseAt(this.#text, next) === 'lower' || ',;:'.includes(this.#text.charAt(next) || ' ');
  }
}

/** The hot loop: nine of ten characters are passed over here. */
function skipPlain(text: string, kinds: Kinds, at: number): number {
  let next = at;
  while (next < text.length && kinds[text.charCodeAt(next)] === Kind.plain) next += 1;
  return next;
}

/** `‼` and `⁉` are emoji as well, and may be joined to the next. */
function joinsEmoji(text: string, at: number): boolean {
  return text.charCodeAt(at - 1) === ZERO_WIDTH_JOINER && at < text.length && !isSpace(text.charCodeAt(at));
}

const ZERO_WIDTH_JOINER = 0x200d;
