import { expect, test } from 'vitest';
import { BUILTIN_SCALES } from './builtin-scales.ts';
import { checkScale } from './check-scale.ts';
import type { ScaleWords } from './edit-scale.ts';

const FREE = (): null => null;

function scale(...ratings: readonly Partial<ScaleWords['ratings'][number]>[]): ScaleWords {
  return {
    name: 'Two words',
    ratings: ratings.map((rating, i) => ({
      id: `r${i}`,
      label: `Word ${i}`,
      shortcut: String(i + 1),
      ordinal: null,
      definition: '',
      colour: 'true',
      mark: String(i),
      ...rating,
    })),
  };
}

test.each(BUILTIN_SCALES.map((words) => [words.name, words] as const))('%s is fine', (_, words) => {
  expect(checkScale(words, FREE)).toMatchObject({ isFine: true });
});

test('names, words, marks and keys are asked for, and told apart', () => {
  expect(checkScale({ ...scale({}, {}), name: ' ' }, FREE).name).toBe('A scale needs a name.');
  expect(checkScale(scale({}), FREE).ratings).toMatch(/two ratings or more/);
  const problems = checkScale(
    scale(
      { label: 'Fine', mark: 'é' },
      { label: ' fine ', mark: 'é', shortcut: '1' },
      { label: '', mark: 'abc', shortcut: 'xy' },
      { mark: '', shortcut: ' ' },
      { shortcut: '' },
    ),
    FREE,
  );
  expect(problems.isFine).toBe(false);
  expect(problems.label).toEqual(
    new Map([
      [1, 'Rating 1 has this word already.'],
      [2, 'A rating needs a word.'],
    ]),
  );
  expect(new Set(problems.mark.keys())).toEqual(new Set([1, 2, 3]));
  expect(problems.shortcut).toEqual(
    new Map([
      [1, 'Rating 1 has this key already.'],
      [2, 'A key is one character, or none.'],
      [3, 'A key is one character, or none.'],
    ]),
  );
});

test('a key that does something else already says what', () => {
  const problems = checkScale(scale({ shortcut: 'j' }, {}), (key) =>
    key === 'j' ? '“Next sentence”' : null,
  );
  expect(problems.shortcut.get(0)).toBe('This key is taken: “Next sentence”.');
});
