import { CLASSES, classOf, digitValue, toNarrow, type CharacterClass } from './characters.ts';
import { composeInSteps, type Composed } from './compose.ts';
import { decodeUnits } from './decode-units.ts';
import { keepsSpace } from './keeps-space.ts';
import { restoreUnits } from './restore-units.ts';

/** A text reduced to its words, and the way back. All offsets are UTF-16 units. */
export interface Folded {
  readonly folded: string;
  /** For each unit of `folded`, where in the text the character that it comes from starts and ends. */
  readonly starts: Uint32Array;
  readonly ends: Uint32Array;
}

/**
 * Two passages say the same words exactly when their folded forms are equal. Folding takes away what the state *near*
 * allows to differ and nothing else: case, the amount of white space, the kind of quote marks and dashes, canonical
 * equivalence (Unicode Standard Annex 15, NFC), the width and the script of digits, invisible characters.
 *
 * Kept apart on purpose: accents and vowel marks; hyphen, dash (spaced or long), space and nothing between letters; a
 * minus sign, a decimal point and a space inside a number; superscripts; the case of units after a number (5 mW, 5 MW);
 * quote marks after digits (5', 5"); joiners in scripts that they shape; directional controls that override or touch a
 * number.
 */
export function fold(text: string): Folded {
  const steps = foldInSteps(text, Infinity);
  let step = steps.next();
  while (step.done !== true) step = steps.next();
  return step.value;
}

/** The same in steps of at most so many units, for callers that must not hold the thread. */
export function* foldInSteps(text: string, step: number): Generator<undefined, Folded> {
  const composed = yield* composeInSteps(text, step);
  const folding = new Folding(text, composed);
  let at = 0;
  while (at < composed.source.length) {
    const stop = Math.min(composed.source.length, at + step);
    while (at < stop) at = folding.take(at);
    yield;
  }
  return yield* folding.finish();
}

const MINUS = 0x2212;
/** A dash between words. */
const BREAK = 0x2014;
/** What can stand between a dash and the next word. */
const GAPS: ReadonlySet<CharacterClass> = new Set([CLASSES.space, CLASSES.hidden, CLASSES.dash]);

class Folding {
  #units: Uint16Array;
  #from: Uint32Array;
  #to: Uint32Array;
  #length = 0;
  /** Class of the last character that was emitted; null at the start. */
  #last: CharacterClass | null = null;
  #hasGap = false;
  readonly #text: string;
  readonly #source: string;
  readonly #starts: Uint32Array | null;
  readonly #ends: Uint32Array | null;

  constructor(text: string, { source, starts, ends }: Composed) {
    this.#text = text;
    this.#source = source;
    this.#starts = starts;
    this.#ends = ends;
    const room = Math.ceil(source.length * 1.1) + 8;
    this.#units = new Uint16Array(room);
    this.#from = new Uint32Array(room);
    this.#to = new Uint32Array(room);
  }

  /** Folds the character at this offset of the source; returns the offset of the next one. */
  take(at: number): number {
    if (!this.#hasGap) {
      const end = this.#takePlain(at);
      if (end > at) return end;
    }
    const original = this.#source.codePointAt(at) ?? 0;
    const next = at + (original > 0xffff ? 2 : 1);
    const code = toNarrow(original);
    const found = classOf(code);
    switch (found) {
      case CLASSES.letter:
      case CLASSES.unspaced:
        this.#emitLetter(code, found, at, next);
        break;
      case CLASSES.space:
        this.#hasGap = true;
        break;
      case CLASSES.hidden:
        break;
      case CLASSES.digit:
        this.#emit(0x30 + digitValue(code), found, at, next);
        break;
      case CLASSES.single:
        this.#emitSingle(at, next);
        break;
      case CLASSES.double:
        this.#emit(0x22, this.#follows(CLASSES.digit) ? CLASSES.letter : CLASSES.double, at, next);
        break;
      case CLASSES.dash:
        this.#emitDash(at, next);
        break;
      case CLASSES.joiner:
        if (this.#isShaping(at, next)) this.#emit(code, CLASSES.letter, at, next);
        break;
      case CLASSES.bidi:
        if (this.#isReordering(code, at, next)) this.#emit(code, CLASSES.symbol, at, next);
        break;
      case CLASSES.point:
      case CLASSES.punctuation:
      case CLASSES.currency:
      case CLASSES.symbol:
        if (code === 0x2026) for (let i = 0; i < 3; i += 1) this.#emit(0x2e, CLASSES.point, at, next);
        else this.#emit(POINT_TWINS.get(code) ?? code, found, at, next);
        break;
    }
    return next;
  }

  *finish(): Generator<undefined, Folded> {
    const starts = this.#from.slice(0, this.#length);
    const ends = this.#to.slice(0, this.#length);
    const folded = decodeUnits(this.#units.subarray(0, this.#length));
    yield;
    return { folded: restoreUnits(folded, this.#text, starts), starts, ends };
  }

  /** The many letters a to z, at once; nothing else is said here that `#emitLetter` does not say. */
  #takePlain(at: number): number {
    const source = this.#source;
    let end = at;
    let code = source.charCodeAt(end) | 0x20;
    if (code < 0x61 || code > 0x7a) return at;
    const [units, from, to, starts, ends] = [this.#units, this.#from, this.#to, this.#starts, this.#ends];
    let length = this.#length;
    while (code >= 0x61 && code <= 0x7a && length < units.length) {
      units[length] = code;
      from[length] = starts?.[end] ?? end;
      to[length] = ends?.[end] ?? end + 1;
      length += 1;
      end += 1;
      code = source.charCodeAt(end) | 0x20;
    }
    this.#length = length;
    if (end > at) this.#last = CLASSES.letter;
    return end;
  }

  #emitLetter(code: number, found: CharacterClass, at: number, next: number): void {
    if (code < 0x80) this.#emit(code | 0x20, found, at, next);
    else for (const letter of toLower(code)) this.#emit(letter.codePointAt(0) ?? 0, found, at, next);
  }

  /** Between letters or digits an apostrophe, after a digit a unit, else a quote mark. */
  #emitSingle(at: number, next: number): void {
    const isInside = this.#followsWord() && this.#classAt(next) <= CLASSES.digit;
    if (isInside || this.#follows(CLASSES.digit)) this.#emit(0x27, CLASSES.letter, at, next);
    else this.#emit(0x22, CLASSES.double, at, next);
  }

  #emitDash(at: number, next: number): void {
    if (this.#startsNumber(next) && !this.#followsWord() && !this.#followsClosing(at)) {
      this.#emit(MINUS, CLASSES.symbol, at, next);
    } else if (this.#last !== CLASSES.dash) {
      this.#emit(this.#isBetweenWords(at, next) ? BREAK : 0x2d, CLASSES.dash, at, next);
    }
  }

  /** A dash that keeps two words apart, unlike a hyphen that joins them; a line may end behind a hyphen. Not in a range. */
  #isBetweenWords(at: number, next: number): boolean {
    if (this.#last !== CLASSES.letter && this.#last !== CLASSES.digit) return false;
    let end = next;
    let isJoined = !this.#hasGap && !/[\u2014\u2015\ufe58]/.test(this.#source.charAt(at));
    let found = this.#classAt(end);
    while (end < this.#source.length && GAPS.has(found)) {
      if (found === CLASSES.dash) isJoined = false;
      end += 1;
      found = this.#classAt(end);
    }
    if (found !== CLASSES.letter && (found !== CLASSES.digit || found === this.#last)) return false;
    const between = this.#source.slice(next, end);
    return !isJoined || (/\s/.test(between) && !/[\r\n]/.test(between));
  }

  #startsNumber(at: number): boolean {
    const first = this.#classAt(at);
    if (first === CLASSES.digit) return true;
    return (first === CLASSES.currency || first === CLASSES.point) && this.#classAt(at + 1) === CLASSES.digit;
  }

  #followsWord(): boolean {
    return !this.#hasGap && this.#last !== null && this.#last <= CLASSES.digit;
  }

  #followsClosing(at: number): boolean {
    return !this.#hasGap && /[^\p{Ps}\p{Pi}\p{S}"']/u.test(at > 0 ? this.#source.charAt(at - 1) : '"');
  }

  #follows(wanted: CharacterClass): boolean {
    return !this.#hasGap && this.#last === wanted;
  }

  #isShaping(at: number, next: number): boolean {
    return Math.max(this.#source.charCodeAt(at - 1) || 0, this.#source.charCodeAt(next) || 0) >= 0x590;
  }

  #isReordering(code: number, at: number, next: number): boolean {
    return (
      code === 0x202d ||
      code === 0x202e ||
      touchesNumber(this.#classAt(at - 1)) ||
      touchesNumber(this.#classAt(next))
    );
  }

  #classAt(at: number): CharacterClass {
    const code = this.#source.codePointAt(at);
    return code === undefined ? CLASSES.space : classOf(toNarrow(code));
  }

  #emit(code: number, found: CharacterClass, at: number, next: number): void {
    if (this.#hasGap) {
      if (this.#last !== null && keepsSpace(this.#last, found, this.#classAt(next))) this.#push(0x20, at, at);
      this.#hasGap = false;
    }
    if (code > 0xffff) {
      this.#push(0xd800 + ((code - 0x10000) >> 10), at, next);
      this.#push(0xdc00 + ((code - 0x10000) & 0x3ff), at, next);
    } else {
      this.#push(code, at, next);
    }
    this.#last = found;
  }

  #push(unit: number, at: number, next: number): void {
    if (this.#length + 1 > this.#units.length) this.#grow();
    this.#units[this.#length] = unit;
    this.#from[this.#length] = this.#starts?.[at] ?? at;
    this.#to[this.#length] = this.#ends?.[next - 1] ?? next;
    this.#length += 1;
  }

  #grow(): void {
    const room = this.#units.length * 2;
    const [units, from, to] = [new Uint16Array(room), new Uint32Array(room), new Uint32Array(room)];
    units.set(this.#units);
    from.set(this.#from);
    to.set(this.#to);
    [this.#units, this.#from, this.#to] = [units, from, to];
  }
}

/** Arabic decimal and thousands separators. */
const POINT_TWINS: ReadonlyMap<number, number> = new Map([
  [0x66b, 0x2e],
  [0x66c, 0x2c],
]);

function touchesNumber(found: CharacterClass): boolean {
  return (
    found === CLASSES.digit ||
    found === CLASSES.dash ||
    found === CLASSES.point ||
    found === CLASSES.currency ||
    found === CLASSES.symbol
  );
}

/** Lower case without a locale; final sigma as sigma; the ligatures of typesetters taken apart. */
function toLower(code: number): string {
  const character = String.fromCodePoint(code);
  if (code === 0x3c2) return 'σ';
  return (code >= 0xfb00 && code <= 0xfb06 ? character.normalize('NFKC') : character).toLowerCase();
}
