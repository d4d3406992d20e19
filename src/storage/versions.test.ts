import { expect, test } from 'vitest';
import type { Reviewer } from '../domain/reviewer.ts';
import type { Rev } from '../domain/record.ts';
import { isMadeFrom, settle, type Kept } from './kept.ts';
import { createFakeClock } from './testing/fake-clock.ts';
import { versionsOfChange } from './versions.ts';

const AT = '2026-01-31T00:00:00Z';
const PLACE = { factCheckId: 'f1', type: 'reviewer', id: 'r1' } as const;

function named(name: string, rev: Rev, base?: Rev): Reviewer {
  return { type: 'reviewer', id: 'r1', name, rev, ...(base ? { base } : {}), updatedAt: AT, updatedBy: null };
}

function version(record: Reviewer, lineage: readonly Rev[]): Kept {
  return { place: PLACE, record, lineage };
}

test('what a tab wrote and lost is not in what it makes of the version before', () => {
  const first = named('Ann', [1, 'one']);
  const lost = version(named('Anna', [2, 'one'], [1, 'one']), [[2, 'one']]);
  const removal = { rev: [3, 'other'], at: AT, by: null } as const;
  const removed = {
    ...version(first, [
      [3, 'other'],
      [1, 'one'],
    ]),
    removal,
  };
  const held = settle([lost, removed]).stands;

  const after = named('Anne', [4, 'one'], [1, 'one']);
  const change = { label: '', at: AT, by: null, added: [], updated: [{ before: first, after }], removed: [] };
  const [made] = versionsOfChange('f1', change, () => held, createFakeClock('one'));
  expect(made && isMadeFrom(made, [1, 'one'])).toBe(true);
  expect(made && isMadeFrom(made, [2, 'one'])).toBe(false);
});
