import type { Change, Hand } from '../domain/change.ts';
import { RECORD_TYPES, type FactCheck } from '../domain/fact-check.ts';
import { runAtOnce, runInSlices, type Pace, type Steps } from '../domain/steps.ts';
import type { FactCheckStore } from './fact-check-store.ts';

/** Makes a Change of the fact check as it is; null when something stands in the way, which it tells by itself. */
export type MakeInSteps = (factCheck: FactCheck, hand: Hand) => Steps<Change | null>;

/**
 * One Change, made at that pace and put in place at once. What was edited meanwhile, here or in another tab, is not written
 * over: it is made anew then. False when nothing was taken. Rejects when the pace does.
 */
export async function takeInSlices(store: FactCheckStore, make: MakeInSteps, pace: Pace): Promise<boolean> {
  const before = store.getState().factCheck;
  const change = await runInSlices(make(before, store.hand()), pace);
  if (change === null) return false;
  let taken: Change | null = change;
  store.events.carryOut((now, hand) => {
    if (!isStillFor(change, before, now)) taken = runAtOnce(make(now, hand));
    return taken ?? { ...change, added: [], updated: [], removed: [] };
  });
  return taken !== null;
}

/** True when nothing was edited since that the Change rests on: who has given their name meanwhile changes nothing. */
function isStillFor(change: Change, before: FactCheck, now: FactCheck): boolean {
  const isTheSame = RECORD_TYPES.every(
    (type) => type === 'reviewer' || now.tables[type] === before.tables[type],
  );
  return (
    isTheSame && !change.added.some(({ type, id }) => type === 'reviewer' && now.tables.reviewer.has(id))
  );
}
