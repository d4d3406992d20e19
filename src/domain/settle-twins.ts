import type { Change } from './change.ts';
import type { Clock } from './clock.ts';
import { digestOfSaid } from './doubt.ts';
import type { AnyRecord, FactCheck } from './fact-check.ts';
import { historyRecordOf } from './keep-history.ts';
import { verdictBy } from './lookup.ts';
import { compareRevs, sayTheSame, type Id } from './record.ts';
import type { Verdict } from './verdict.ts';

/**
 * Each reviewer has one verdict on an annotation. Two first ones that were given in two tabs at one moment are two records:
 * the one with the lower id stays, what the other one says goes into the history. Every tab comes to the same, with the
 * same history record, in whichever order they hear of it. `before` is the fact check without what was received.
 */
export function settleTwins(
  before: FactCheck,
  received: FactCheck,
  changed: readonly AnyRecord[],
  clock: Clock,
): Pick<Change, 'added' | 'removed'> {
  const losers = new Map<Id, Verdict>();
  const added: AnyRecord[] = [];
  for (const { type, id } of changed) {
    const arrived = type === 'verdict' ? received.tables.verdict.get(id) : undefined;
    if (!arrived || before.tables.verdict.has(id)) continue;
    const here = verdictBy(before, arrived.annotationId, arrived.reviewerId);
    const twin = here && received.tables.verdict.get(here.id);
    if (!twin) continue;
    const [stays, goes] = twin.id < arrived.id ? [twin, arrived] : [arrived, twin];
    losers.set(goes.id, goes);
    if (sayTheSame({ ...goes, id: stays.id }, stays)) continue;
    const told = historyOf(goes, stays, clock);
    if (!received.tables.history.has(told.id)) added.push(told);
  }
  return { added, removed: [...losers.values()] };
}

/** Named by the verdict and by what it says, so that tabs which write it apart write one record. */
function historyOf(goes: Verdict, stays: Verdict, clock: Clock): AnyRecord {
  const later = compareRevs(goes.rev, stays.rev) > 0 ? goes : stays;
  const told = { at: later.updatedAt, by: later.updatedBy };
  return historyRecordOf({ annotationId: goes.annotationId, before: { ...goes, id: stays.id } }, told, {
    ...clock,
    newId: () => `${goes.id}-${digestOfSaid(goes)}`,
  });
}
