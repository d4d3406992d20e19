import { say } from '../messages/say.ts';
import type { Change, Hand, Update } from './change.ts';
import { headOf, recordsOf, type AnyRecord, type FactCheck } from './fact-check.ts';
import { historyRecordOf, versionOf, type Replaced } from './keep-history.ts';
import { leftOutAfter, withLeftOut } from './left-out-after.ts';
import { historyRecordsOf } from './lookup.ts';
import { twinOf } from './twin-verdict.ts';
import { isNewer, reissue, sayTheSame } from './record.ts';
import { tellReplaced, tellTaken } from './untold-words.ts';

/**
 * The Change that takes over from another version of a fact check what is newer there: records that are not here are
 * added, of the others the one that was written later stays. Nothing is removed. What is taken over gets new revisions, so
 * that it stands against a removal; who wrote it and when stays as it was.
 */
export function mergeFactCheck(present: FactCheck, other: FactCheck, { clock, by }: Hand): Change {
  const added: AnyRecord[] = [];
  const updated: Update[] = [];
  const told = (record: AnyRecord): AnyRecord =>
    tellTaken(record, present, (id) => other.tables.annotation.get(id));
  const at = clock.instant();
  const head = mergeHeads(present, other);
  if (head) updated.push({ ...head, after: reissue(head.after, clock.nextRev(), head.before.rev) });
  for (const theirs of recordsOf(other)) {
    if (theirs.type === 'fact-check' && theirs.id === present.id) continue;
    const twin = twinOf(present, theirs);
    // Each reviewer has one verdict on an annotation: two that were given apart are versions of one.
    const isApart = twin !== undefined && !other.tables.verdict.has(twin.id);
    const record = isApart ? { ...theirs, id: twin.id } : theirs;
    const before = present.tables[record.type].get(record.id);
    const lost = isApart && !isNewer(record, twin) ? versionOf(told(record)) : null;
    if (lost && before && !sayTheSame(before, record) && !isRemembered(present, lost))
      added.push(historyRecordOf(lost, { at, by }, clock));
    else if (lost) continue;
    else if (!before) added.push(reissue(told(record), clock.nextRev()));
    else if (isNewer(record, before) && !sayTheSame(before, record))
      updated.push({
        before: tellReplaced(before, present),
        after: reissue(told(record), clock.nextRev(), before.rev),
      });
  }
  return { label: say('Restore from a backup'), at, by, added, updated, removed: [] };
}

/** The newer head, which says what is left out of both; null when that is the one that is here. */
function mergeHeads(present: FactCheck, other: FactCheck): Update | null {
  const before = headOf(present);
  const theirs = other.tables['fact-check'].get(present.id);
  const newer = theirs && isNewer(theirs, before) ? theirs : before;
  const after = withLeftOut(newer, leftOutAfter(present, recordsOf(other)));
  return sayTheSame(before, after) ? null : { before, after };
}

function isRemembered(factCheck: FactCheck, { annotationId, before }: Replaced): boolean {
  return historyRecordsOf(factCheck, annotationId).some((entry) => sayTheSame(entry.before, before));
}
