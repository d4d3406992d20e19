import { expect, test } from 'vitest';
import { gatherFactCheck } from '../../domain/fact-check.ts';
import type { RestoreStep } from '../../queries/backup.ts';
import {
  describeRest,
  describeRestored,
  describeStep,
  describeTakenBack,
  sayTakenBack,
} from './describe-restore.ts';

const NAMED = { id: 'f1', title: 'Bridge' };

test.each<[step: RestoreStep, said: string]>([
  [{ ...NAMED, kind: 'add', annotations: 1 }, 'Will be added, with 1 annotation.'],
  [{ ...NAMED, kind: 'keep' }, 'Is here already, as it is in the file or newer.'],
  [{ ...NAMED, kind: 'refused', problem: 'It is newer.' }, 'Will be left out. It is newer.'],
  [
    { ...NAMED, kind: 'merge', added: 1, replaced: 2, kept: 1040 },
    '1 record will be added, 2 records replaced by newer versions, 1,040 stay as they are.',
  ],
  [
    { ...NAMED, kind: 'merge', added: 0, replaced: 1, kept: 3 },
    '1 record replaced by newer versions, 3 stay as they are.',
  ],
])('%j is said before it is done', (step, said) => {
  expect(describeStep(step)).toBe(said);
});

test.each([
  [0, 0, 0, 0, 0, null],
  [1, 0, 0, 0, 0, 'Comes in too: 1 version that lost against another.'],
  [0, 1, 0, 0, 0, 'Comes in too: 1 annotation that was removed and can be brought back.'],
  [0, 0, 0, 1, 0, 'Comes in too: 1 fact check that was deleted and can be brought back.'],
  [
    0,
    0,
    1,
    0,
    0,
    'Comes in too: another version of 1 annotation that was removed here, too, for its history.',
  ],
  [2, 0, 0, 0, 1, 'Comes in too: 2 versions that lost against others; 1 damaged record, for the quarantine.'],
])(
  '%d conflicts, %d removed annotations, %d told otherwise, %d deleted fact checks and %d damaged records that come in are said before it is done',
  (conflicts, removed, retold, deleted, damaged, said) => {
    expect(describeRest({ conflicts, removed, retold, deleted, damaged })).toBe(said);
  },
);

test.each([
  [0, 0, 0, 'Everything in the backup was here already.'],
  [1, 0, 0, 'Restored: 1 fact check added.'],
  [2, 1, 0, 'Restored: 2 fact checks added, 1 fact check brought up to date.'],
  [0, 0, 2, 'Restored: 2 damaged records, for the quarantine.'],
  [1, 0, 1, 'Restored: 1 fact check added; 1 damaged record, for the quarantine.'],
])('%d added, %d merged and %d damaged are said after it is done', (added, merged, damaged, said) => {
  const change = { label: '', at: '', by: null, added: [], updated: [], removed: [] };
  const restored = {
    added: Array.from({ length: added }, (_, i) => gatherFactCheck(`a${i}`, [])),
    merged: Array.from({ length: merged }, (_, i) => ({ id: `m${i}`, change })),
    conflicts: [],
    removed: [],
    retold: [],
    deleted: 0,
    damaged,
    problems: [],
  };
  expect(describeRestored(restored)).toBe(said);
});

test.each([
  [[], 0, 'Everything is as it was before.'],
  [['Bridge'], 0, 'Taken back, but for 1 fact check that was edited since: it is kept.'],
  [[], 1, 'Taken back, but for 1 record that was edited since: it is kept.'],
  [['Bridge'], 3, 'Taken back, but for 1 fact check and 3 records that were edited since: they are kept.'],
])('that %j and %d records stay is said when it is taken back', (factChecks, records, said) => {
  expect(describeTakenBack({ factChecks, records, deleted: 0, damaged: 0 })).toBe(said);
});

test('that damaged records stay in quarantine, and deleted fact checks deleted, is said when it is taken back', () => {
  expect(describeTakenBack({ factChecks: [], records: 0, deleted: 0, damaged: 1 })).toBe(
    'Everything is as it was before. Only the quarantine keeps 1 damaged record of the backup.',
  );
  expect(describeTakenBack({ factChecks: [], records: 0, deleted: 2, damaged: 0 })).toBe(
    'Everything is as it was before. Among the deleted fact checks 2 of the backup stay listed.',
  );
});

test('a taking back that is refused says why', async () => {
  expect(await sayTakenBack(() => Promise.resolve('Everything is as it was before.'))).toBe(
    'Everything is as it was before.',
  );
  expect(await sayTakenBack(() => Promise.reject(new Error('The database is gone.')))).toBe(
    'It could not be taken back. Something went wrong that should not have: Error: The database is gone.',
  );
});
