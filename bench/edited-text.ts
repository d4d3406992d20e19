import type { Range } from '../src/domain/article.ts';

/** A text, what it became, and the way from the offsets of the one to those of the other. */
export interface EditedText {
  readonly was: string;
  readonly now: string;
  /** Where in `was` each sentence stands. */
  readonly sentences: readonly Range[];
  /** Edits in order: so many units of `was` at `at` were replaced by `put`. */
  readonly edits: readonly Edit[];
}

export interface Edit {
  readonly at: number;
  readonly taken: number;
  readonly put: string;
}

/** The same numbers at every run: xorshift, 0 to 1. */
export function createRandom(seed: number): () => number {
  let state = seed;
  return () => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) / 0x100000000;
  };
}

/**
 * Text of about so many units whose words are as unevenly frequent as those of a language (Zipf), of which `share` is
 * then edited: words replaced, put in and taken out, letters mistyped.
 */
export function createEditedText(units: number, share: number, random: () => number): EditedText {
  const vocabulary = Array.from({ length: 12_000 }, (_, rank) => inventWord(rank, random));
  const words: Range[] = [];
  const sentences: Range[] = [];
  const pieces: string[] = [];
  let length = 0;
  while (length < units) {
    const start = length;
    const count = 5 + Math.floor(random() * 25);
    for (let i = 0; i < count; i += 1) {
      const word = vocabulary[Math.floor(vocabulary.length ** random()) - 1] ?? 'the';
      words.push({ start: length, end: length + word.length });
      pieces.push(word, i === count - 1 ? '. ' : ' ');
      length += word.length + (i === count - 1 ? 2 : 1);
    }
    sentences.push({ start, end: length - 1 });
  }
  const was = pieces.join('');
  const edits = editWords(
    words,
    was.length * share,
    () => vocabulary[Math.floor(random() * 12_000)] ?? '',
    random,
  );
  return { was, now: applyEdits(was, edits), sentences, edits };
}

/** Where a range of the older text stands now, and whether anything inside it was edited. */
export function followRange(
  { edits }: EditedText,
  { start, end }: Range,
): Range & { readonly isEdited: boolean } {
  let [from, to, isEdited] = [start, end, false];
  for (const { at, taken, put } of edits) {
    const grown = put.length - taken;
    if (at + taken <= start) [from, to] = [from + grown, to + grown];
    else if (at < end) {
      isEdited = true;
      to += grown;
    } else break;
  }
  return { start: from, end: to, isEdited };
}

function inventWord(rank: number, random: () => number): string {
  if (rank % 40 === 7) return String(Math.floor(random() * 100_000));
  const syllables = 1 + Math.floor(Math.log10(rank + 2) + random() * 1.5);
  let word = '';
  for (let i = 0; i < syllables; i += 1) {
    word +=
      pick('bcdfghklmnprstvw', random) + pick('aeiou', random) + (random() < 0.4 ? pick('nrst', random) : '');
  }
  return random() < 0.05 ? word.charAt(0).toUpperCase() + word.slice(1) : word;
}

function pick(letters: string, random: () => number): string {
  return letters.charAt(Math.floor(random() * letters.length));
}

/** Edits of single words, one word at most once, until so many units were touched. */
function editWords(
  words: readonly Range[],
  wanted: number,
  newWord: () => string,
  random: () => number,
): readonly Edit[] {
  const edits = new Map<number, Edit>();
  let touched = 0;
  while (touched < wanted) {
    const index = Math.floor(random() * words.length);
    const { start, end } = words[index] ?? { start: 0, end: 0 };
    if (edits.has(start)) continue;
    const edit = editWord(start, end, newWord(), random);
    edits.set(start, edit);
    touched += Math.max(edit.taken, edit.put.length);
  }
  return [...edits.values()].toSorted((a, b) => a.at - b.at);
}

function editWord(start: number, end: number, word: string, random: () => number): Edit {
  switch (Math.floor(random() * 4)) {
    case 0:
      return { at: start, taken: end - start, put: `${word}x` };
    case 1:
      return { at: start, taken: 0, put: `${word} ` };
    case 2:
      return { at: start, taken: end - start + 1, put: '' };
    default:
      return { at: start, taken: 1, put: pick('jqxz', random) };
  }
}

function applyEdits(was: string, edits: readonly Edit[]): string {
  const pieces: string[] = [];
  let reached = 0;
  for (const { at, taken, put } of edits) {
    pieces.push(was.slice(reached, at), put);
    reached = at + taken;
  }
  return [...pieces, was.slice(reached)].join('');
}
