import type { ScaleWords } from './edit-scale.ts';

/** What is wrong with a scale as it is written, as sentences: by the index of a rating and its field, or of the scale. */
export interface ScaleProblems {
  readonly name: string | null;
  /** About the list as a whole. */
  readonly ratings: string | null;
  readonly label: ReadonlyMap<number, string>;
  readonly shortcut: ReadonlyMap<number, string>;
  readonly mark: ReadonlyMap<number, string>;
  readonly isFine: boolean;
}

/** More can't be told apart by a person at work, nor by a colour and a mark. */
const MOST_RATINGS = 20;

/**
 * Looks through a scale that a person writes: each rating needs a word, and a mark that tells it apart without its colour;
 * keys are one character, each used once. `takenKey` says what a key does already, or null.
 */
export function checkScale(
  { name, ratings }: ScaleWords,
  takenKey: (key: string) => string | null,
): ScaleProblems {
  const label = repeated(
    ratings.map((rating) => rating.label.trim().toLowerCase()),
    (index) => (index === null ? 'A rating needs a word.' : `Rating ${index + 1} has this word already.`),
  );
  const mark = repeated(
    ratings.map((rating) => rating.mark.trim()),
    (index) =>
      index === null
        ? 'A mark of one or two characters tells it apart where colours can’t be seen.'
        : `Rating ${index + 1} has this mark already.`,
  );
  ratings.forEach((rating, i) => {
    if (lengthOf(rating.mark.trim()) > 2) mark.set(i, 'A mark has one or two characters.');
  });
  const shortcut = new Map<number, string>();
  ratings.forEach((rating, i) => {
    const key = rating.shortcut;
    const other = ratings.findIndex((one, at) => at < i && one.shortcut === key);
    const taken = takenKey(key);
    if (key === '') return;
    if (lengthOf(key) !== 1 || key.trim() === '') shortcut.set(i, 'A key is one character, or none.');
    else if (other >= 0) shortcut.set(i, `Rating ${other + 1} has this key already.`);
    else if (taken !== null) shortcut.set(i, `This key is taken: ${taken}.`);
  });
  const problems = {
    name: name.trim() === '' ? 'A scale needs a name.' : null,
    ratings:
      ratings.length < 2
        ? 'A scale needs two ratings or more: with one there is nothing to choose.'
        : ratings.length > MOST_RATINGS
          ? `A scale has at most ${MOST_RATINGS} ratings.`
          : null,
    label,
    shortcut,
    mark,
  };
  return {
    ...problems,
    isFine:
      problems.name === null && problems.ratings === null && label.size + shortcut.size + mark.size === 0,
  };
}

/** Says by index which texts are empty (told null) or stand before (told the index of the first). */
function repeated(texts: readonly string[], say: (first: number | null) => string): Map<number, string> {
  const found = new Map<number, string>();
  texts.forEach((text, i) => {
    const first = texts.indexOf(text);
    if (text === '') found.set(i, say(null));
    else if (first < i) found.set(i, say(first));
  });
  return found;
}

/** In characters as a person counts them. */
function lengthOf(text: string): number {
  return [...new Intl.Segmenter().segment(text)].length;
}
