import { expect, test } from 'vitest';
import { matchCommand } from './match-command.ts';

const NAMES = [
  'Next sentence',
  'Next sentence that nobody has looked at',
  'Export',
  'Mostly true',
  'Undo',
  'Résumé',
];

function best(typed: string): string | undefined {
  const scored = NAMES.map((name) => ({ name, score: matchCommand(typed, name) ?? -1 }));
  return scored.toSorted((a, b) => b.score - a.score)[0]?.name;
}

test.each([
  ['next', 'Next sentence'],
  ['nobody', 'Next sentence that nobody has looked at'],
  ['sent next', 'Next sentence'],
  ['xprt', 'Export'],
  ['mtrue', 'Mostly true'],
  ['UND', 'Undo'],
  ['resume', 'Résumé'],
])('“%s” finds “%s” first', (typed, name) => {
  expect(best(typed)).toBe(name);
});

test.each([['xyz'], ['next undo'], ['oducn']])('“%s” finds nothing', (typed) => {
  expect(NAMES.map((name) => matchCommand(typed, name)).every((score) => score === null)).toBe(true);
});
