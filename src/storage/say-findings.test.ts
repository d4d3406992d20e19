import { expect, test } from 'vitest';
import { sayFindings } from './say-findings.ts';
import type { Finding } from './store.ts';

const TITLES: Readonly<Record<string, string>> = { a: 'Friends', b: 'Bridges', c: 'Ships', d: 'Trains' };
const titleOf = (id: string): string | undefined => TITLES[id];

test.each<[what: string, findings: readonly Finding[], said: readonly string[]]>([
  ['nothing', [], []],
  [
    'two things in one fact check as one notice that names it',
    [
      { kind: 'restored', factCheckId: 'a', count: 1 },
      { kind: 'damaged', factCheckId: 'a', count: 1 },
      { kind: 'damaged', factCheckId: 'a', count: 2 },
    ],
    [
      '“Friends”: 3 records could not be read. They are kept as they were found, under “Damaged records” in the Settings. One record that was missing, old or damaged has been restored from the second copy.',
    ],
  ],
  [
    'the same in many fact checks as one sentence',
    ['a', 'b', 'c', 'd'].map((factCheckId) => ({ kind: 'restored', factCheckId, count: 2 })),
    [
      '“Friends”, “Bridges”, “Ships” and 1 more: 8 records that were missing, old or damaged have been restored from the second copy.',
    ],
  ],
  [
    'what is in one that is not listed, without a name',
    [{ kind: 'damaged', factCheckId: 'gone', count: 1 }],
    ['One record could not be read. It is kept as it was found, under “Damaged records” in the Settings.'],
  ],
])('it says %s', (_, findings, said) => {
  expect(sayFindings(findings, titleOf)).toEqual(said);
});
