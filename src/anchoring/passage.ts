import { fold, type Folded } from './fold.ts';

/** A text made ready for many searches. */
export interface Passage extends Folded {
  readonly text: string;
  /** Where a term (see `termsOf`) begins in the folded text; null when it is too frequent to tell anything. */
  readonly occurrences: (term: string) => readonly number[] | null;
}

/** A term that occurs more often does not vote. */
export const FREQUENT = 64;

/** Reads a text once; the last one is kept, because targets come in numbers. */
export function readPassage(text: string): Passage {
  if (latest?.text === text) return latest;
  const folded = fold(text);
  const known = new Map<string, readonly number[] | null>();
  latest = {
    ...folded,
    text,
    occurrences: (term) => {
      const found = known.get(term);
      if (found !== undefined) return found;
      const places = findAll(folded.folded, term, FREQUENT);
      known.set(term, places);
      return places;
    },
  };
  return latest;
}

let latest: Passage | null = null;

/** Offset in the folded text of the first character at or after this offset of the text. */
export function toFolded({ starts }: Folded, offset: number): number {
  let low = 0;
  let high = starts.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((starts[middle] ?? 0) < offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

function findAll(text: string, term: string, most: number): readonly number[] | null {
  const places: number[] = [];
  for (let at = text.indexOf(term); at !== -1; at = text.indexOf(term, at + 1)) {
    if (places.length === most) return null;
    places.push(at);
  }
  return places;
}
