import { gatherFactCheck, recordsOf, type AnyRecord, type FactCheck, type RecordType } from './fact-check.ts';
import { compareRevs, type Id } from './record.ts';

/** Records that another tab has written or removed. */
export interface ForeignEdit {
  readonly changed: readonly AnyRecord[];
  readonly removed: readonly { readonly type: RecordType; readonly id: Id }[];
}

/** What became of `before` when it is `after` now: all records as they are, and which of them are gone. */
export function differenceOf(before: FactCheck, after: FactCheck): ForeignEdit {
  return {
    changed: recordsOf(after),
    removed: recordsOf(before).filter(({ type, id }) => !after.tables[type].has(id)),
  };
}

/** The fact check with what another tab did: of two versions of a record the one with the higher revision stays. */
export function receiveRecords(factCheck: FactCheck, { changed, removed }: ForeignEdit): FactCheck {
  const gone = new Set(
    removed.filter(({ type, id }) => factCheck.tables[type].has(id)).map(({ type, id }) => `${type}/${id}`),
  );
  const kept = recordsOf(factCheck).filter(({ type, id }) => !gone.has(`${type}/${id}`));
  const newer = changed.filter((record) => {
    const own = factCheck.tables[record.type].get(record.id);
    return !own || compareRevs(record.rev, own.rev) > 0;
  });
  if (gone.size === 0 && newer.length === 0) return factCheck;
  return gatherFactCheck(factCheck.id, [...kept, ...newer]);
}
