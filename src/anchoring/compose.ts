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
  if (text.normalize('NFC') === text) return { source: text, starts: null, ends: null };
  const pieces: string[] = [];
  const cut = { starts: new Uint32Array(text.length), ends: new Uint32Array(text.length), length: 0 };
  let start = 0;
  let stop = step;
  while (start < text.length) {
    const end = clusterEnd(text, start);
    const isPlain = end === start + 1 && text.charCodeAt(start) < 0x300;
    const piece = isPlain ? text.charAt(start) : text.slice(start, end).normalize('NFC');
    pieces.push(piece);
    note(cut, start, end, piece.length);
    start = end;
    if (start >= stop) {
      stop = start + step;
      yield;
    }
  }
  return { source: pieces.join(''), starts: cut.starts, ends: cut.ends };
}

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
  cut.starts.fill(start, cut.length, cut.length + units);
  cut.ends.fill(end, cut.length, cut.length + units);
  cut.length += units;
}

function grow(array: Uint32Array, units: number): Uint32Array {
  const longer = new Uint32Array(array.length * 2 + units);
  longer.set(array);
  return longer;
}

function clusterEnd(text: string, start: number): number {
  let end = start + lengthAt(text, start);
  while (end < text.length && joinsBefore(text.codePointAt(end) ?? 0)) end += lengthAt(text, end);
  return end;
}

function joinsBefore(code: number): boolean {
  if (code < 0x300) return false;
  if (code >= 0x1160 && code <= 0x11ff) return true;
  const found = classOf(code);
  return (
    (found === CLASSES.letter || found === CLASSES.unspaced) && /\p{M}/u.test(String.fromCodePoint(code))
  );
}

function lengthAt(text: string, at: number): number {
  return (text.codePointAt(at) ?? 0) > 0xffff ? 2 : 1;
}
