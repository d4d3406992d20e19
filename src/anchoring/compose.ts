import { classOf, CLASSES } from './characters.ts';

/** A text in composed form; `starts` and `ends` are null when it was composed already and all offsets are the same. */
export interface Composed {
  readonly source: string;
  /** For each unit of `source`, where in the text the cluster that it comes from starts and ends (UTF-16 units). */
  readonly starts: Uint32Array | null;
  readonly ends: Uint32Array | null;
}

/**
 * Canonical composition (NFC, Unicode Standard Annex 15) with the way back. Composes cluster by cluster, a cluster being
 * a character and the marks or conjoining jamo that follow it: no mark crosses such a border. Gives way after each step of
 * so many units.
 */
export function* composeInSteps(text: string, step: number): Generator<undefined, Composed> {
  if (yield* isComposed(text, step)) return { source: text, starts: null, ends: null };
  const pieces: string[] = [];
  const cut = { starts: new Uint32Array(text.length), ends: new Uint32Array(text.length), length: 0 };
  let start = 0;
  let stop = step;
  while (start < text.length) {
    const plain = plainEnd(text, start, stop);
    for (let at = start; at < plain; at += 1) note(cut, at, at + 1, 1);
    const end = plain > start ? plain : clusterEnd(text, start);
    const piece = plain > start ? text.slice(start, plain) : text.slice(start, end).normalize('NFC');
    pieces.push(piece);
    if (plain === start) note(cut, start, end, piece.length);
    start = end;
    if (start >= stop) {
      stop = start + step;
      yield;
    }
  }
  return { source: pieces.join(''), starts: cut.starts, ends: cut.ends };
}

function* isComposed(text: string, step: number): Generator<undefined, boolean> {
  let start = 0;
  while (start < text.length) {
    let end = Math.min(text.length, start + step);
    while (end < text.length && text.charCodeAt(end) >= FIRST_MARK) end += 1;
    const piece = text.slice(start, end);
    if (piece.normalize('NFC') !== piece) return false;
    start = end;
    yield;
  }
  return true;
}

/** No character before this one joins what stands before it. */
const FIRST_MARK = 0x300;

interface Cut {
  starts: Uint32Array;
  ends: Uint32Array;
  length: number;
}

/** A few characters get longer when they are composed, hence the growth. */
function note(cut: Cut, start: number, end: number, units: number): void {
  if (cut.length + units > cut.starts.length) {
    cut.starts = grow(cut.starts, units);
    cut.ends = grow(cut.ends, units);
  }
  for (let i = 0; i < units; i += 1) {
    cut.starts[cut.length] = start;
    cut.ends[cut.length] = end;
    cut.length += 1;
  }
}

function grow(array: Uint32Array, units: number): Uint32Array {
  const longer = new Uint32Array(array.length * 2 + units);
  longer.set(array);
  return longer;
}

/** End of the run of characters that nothing is joined to. */
function plainEnd(text: string, start: number, stop: number): number {
  let at = start;
  while (at < stop && text.charCodeAt(at) < FIRST_MARK) at += 1;
  const isFree = at === text.length || at === stop ? !joinsBefore(text.codePointAt(at) ?? 0) : false;
  return isFree ? at : Math.max(start, at - 1);
}

function clusterEnd(text: string, start: number): number {
  let end = start + lengthAt(text, start);
  while (end < text.length && joinsBefore(text.codePointAt(end) ?? 0)) end += lengthAt(text, end);
  return end;
}

function joinsBefore(code: number): boolean {
  if (code < FIRST_MARK) return false;
  if (code >= 0x1160 && code <= 0x11ff) return true;
  const found = classOf(code);
  return (
    (found === CLASSES.letter || found === CLASSES.unspaced) && /\p{M}/u.test(String.fromCodePoint(code))
  );
}

function lengthAt(text: string, at: number): number {
  return (text.codePointAt(at) ?? 0) > 0xffff ? 2 : 1;
}
