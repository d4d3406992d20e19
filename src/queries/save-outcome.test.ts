import { expect, test } from 'vitest';
import type { SaveResult } from '../storage/store.ts';
import { outcomeOf, type SaveOutcome } from './save-outcome.ts';

test.each<[result: SaveResult, outcome: SaveOutcome]>([
  [{ ok: true }, { outcome: 'saved', note: null }],
  [
    { ok: true, note: 'One copy only.' },
    { outcome: 'saved', note: 'One copy only.' },
  ],
  [
    { ok: false, problem: 'The disk is full.', isHeld: true },
    { outcome: 'held', note: 'It is here in this tab, and not saved yet. The disk is full.' },
  ],
  [
    { ok: false, problem: 'It is newer.' },
    { outcome: 'refused', problem: 'It is newer.' },
  ],
])('%j is told apart from the others', (result, outcome) => {
  expect(outcomeOf(result)).toEqual(outcome);
});
