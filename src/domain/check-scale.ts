import { say } from '../messages/say.ts';
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
    (index) =>
      index === null
        ? say('A rating needs a word.')
        : say('Rating {n, number} has this word already.', { n: index + 1 }),
  );
  const mark = repeated(
    ratings.map((rating) => rating.mark.trim()),
    (index) =>
      index === null
        ? say('A mark of one or two characters tells it apart where colours can’t be seen.')
        : say('Rating {n, number} has this mark already.', { n: index + 1 }),
  );
  ratings.forEach((rating, i) => {
    if (lengthOf(rating.mark.trim()) > 2) mark.set(i, say('A mark has one or two characters.'));
  });
  const shortcut = new Map<number, string>();
  ratings.forEach((rating, i) => {
    const key = rating.shortcut;
    const other = ratings.findIndex((one, at) => at < i && one.shortcut === key);
    const taken = takenKey(key);
    if (key === '') return;
    if (lengthOf(key) !== 1 || key.trim() === '') shortcut.set(i, say('A key is one character, or none.'));
    else if (other >= 0) shortcut.set(i, say('Rating {n, number} has this key already.', { n: other + 1 }));
    else if (taken !== null) shortcut.set(i, say('This key is taken: {taken}.', { taken }));
  });
  const problems = {
    name: name.trim() === '' ? say('A scale needs a name.') : null,
    ratings:
      ratings.length < 2
        ? say('A scale needs two ratings or more: with one there is nothing to choose.')
        : ratings.length > MOST_RATINGS
          ? say('A scale has at most {n, number} ratings.', { n: MOST_RATINGS })
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
function repeated(texts: readonly string[], tell: (first: number | null) => string): Map<number, string> {
  const found = new Map<number, string>();
  texts.forEach((text, i) => {
    const first = texts.indexOf(text);
    if (text === '') found.set(i, tell(null));
    else if (first < i) found.set(i, tell(first));
  });
  return found;
}

/** In characters as a person counts them. */
function lengthOf(text: string): number {
  return [...new Intl.Segmenter().segment(text)].length;
}
