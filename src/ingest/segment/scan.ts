import { OpenBrackets } from './brackets.ts';
import { Kind, caseAt, extendsGrapheme, skipSpace } from './characters.ts';
import { skipClosers } from './closers.ts';
import { endsSentence } from './decide.ts';
import { Lines } from './lines.ts';
import { findNextItem } from './list.ts';
import type { Pack } from './packs/pack.ts';
import { skipMarks } from './marks.ts';
import { SiteReader } from './site.ts';

/**
 * Where a text is cut into sentences, in order: one pass that stops only at marks, brackets, bullets and line breaks. A
 * cut may have white space on either side; it never falls inside a grapheme.
 */
export function findCuts(text: string, pack: Pack): readonly number[] {
  return new Scan(text, pack).run();
}

class Scan {
  readonly #text: string;
  readonly #pack: Pack;
  readonly #cuts: number[] = [];
  readonly #brackets = new OpenBrackets();
  /** The first visible character of the sentence so far. */
  #start: number;
  readonly #lines: Lines;
  readonly #sites: SiteReader;

  constructor(text: string, pack: Pack) {
    this.#text = text;
    this.#pack = pack;
    this.#lines = new Lines(text);
    this.#sites = new SiteReader(text, pack);
    this.#start = skipSpace(text, 0);
  }

  run(): readonly number[] {
    const text = this.#text;
    const { kinds } = this.#pack;
    const { length } = text;
    let at = 0;
    while (at < length) {
      const kind = kinds[text.charCodeAt(at)];
      at = kind === Kind.plain || kind === undefined ? at + 1 : this.#visit(at, kind);
    }
    return this.#cuts;
  }

  /** Deals with what stands at `at` and answers where to go on. */
  #visit(at: number, kind: number): number {
    switch (kind) {
      case Kind.lineBreak:
        return this.#visitLineBreak(at);
      case Kind.openBracket:
        this.#brackets.open(at, this.#cuts.length, at === this.#start);
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
    const markEnd = skipMarks(text, this.#pack.kinds, mark);
    const closed = skipClosers(text, markEnd);
    const remark = closed > markEnd ? this.#closeBrackets(markEnd, closed) : undefined;
    const site = this.#sites.read(this.#start, mark, markEnd, closed, remark);
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

  #cut(at: number): void {
    // Only where no white space follows can a grapheme reach over the place.
    if (extendsGrapheme(this.#text, at) || this.#text.charCodeAt(at - 1) === ZERO_WIDTH_JOINER) return;
    this.#cuts.push(at);
    this.#start = skipSpace(this.#text, at);
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

  /** Takes back the cuts inside a remark; answers where the remark opened, if it is one. */
  #closeBracket(at: number): number | undefined {
    const bracket = this.#brackets.close(at);
    if (bracket === undefined) return undefined;
    if (bracket.opensSentence && !this.#runsOnBehind(at)) return undefined;
    if (this.#cuts.length > bracket.cuts) {
      this.#cuts.length = bracket.cuts;
      this.#start = skipSpace(this.#text, this.#cuts.at(-1) ?? 0);
    }
    return bracket.at;
  }

  /** Whether what follows the bracket at `at` shows that its sentence goes on. */
  #runsOnBehind(at: number): boolean {
    const next = skipSpace(this.#text, at + 1);
    return caseAt(this.#text, next) === 'lower' || ',;:'.includes(this.#text.charAt(next) || ' ');
  }
}

const ZERO_WIDTH_JOINER = 0x200d;
