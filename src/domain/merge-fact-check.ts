import type { Change, Hand, Update } from './change.ts';
import { recordsOf, type AnyRecord, type FactCheck } from './fact-check.ts';
import { compareRevs, sayTheSame } from './record.ts';
import { tellReplaced, tellTaken } from './untold-words.ts';

/**
 * The Change that takes over from another version of a fact check what is newer there: records that are not here are
 * added, of the others the one with the higher revision stays. Nothing is removed. What is taken over gets new revisions,
 * so that it stands against a removal; who wrote it and when stays as it was.
 */
export function mergeFactCheck(present: FactCheck, other: FactCheck, { clock, by }: Hand): Change {
  const added: AnyRecord[] = [];
  const updated: Update[] = [];
  const told = (record: AnyRecord): AnyRecord =>
    tellTaken(record, present, (id) => other.tables.annotation.get(id));
  for (const record of recordsOf(other)) {
    const before = present.tables[record.type].get(record.id);
    if (!before) added.push({ ...told(record), rev: clock.nextRev() });
    else if (compareRevs(record.rev, before.rev) > 0 && !sayTheSame(before, record))
      updated.push({
        before: tellReplaced(before, present),
        after: { ...told(record), rev: clock.nextRev(), base: before.rev },
      });
  }
  return { label: 'Restore from a backup', at: clock.instant(), by, added, updated, removed: [] };
}
