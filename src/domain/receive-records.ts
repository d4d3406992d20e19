import { applyChange } from './change.ts';
import { headOf, recordsOf, type AnyRecord, type FactCheck, type RecordType } from './fact-check.ts';
import { nameOf, pointersOf } from './pointers.ts';
import { compareRevs, type Id } from './record.ts';

/** Records that another tab has written or removed. */
export interface ForeignEdit {
  readonly changed: readonly AnyRecord[];
  /** Records that stand although somebody removed them, since something hangs on them: as they stand, whatever is shown. */
  readonly heldUp?: readonly AnyRecord[];
  readonly removed: readonly { readonly type: RecordType; readonly id: Id }[];
}

/** What became of `before` when it is `after` now: all records as they are, and which of them are gone. */
export function differenceOf(before: FactCheck, after: FactCheck): ForeignEdit {
  return {
    changed: recordsOf(after),
    removed: recordsOf(before).filter(({ type, id }) => !after.tables[type].has(id)),
  };
}

/**
 * The fact check with what another tab did: of two versions of a record the one with the higher revision stays. The draft
 * and the scales that are in use here stay as well, whoever removes them: `keptFrom` names them.
 */
export function receiveRecords(
  factCheck: FactCheck,
  { changed, removed, heldUp = [] }: ForeignEdit,
): FactCheck {
  const ownOf = ({ type, id }: AnyRecord): AnyRecord | undefined => factCheck.tables[type].get(id);
  const newer = [
    ...heldUp.filter((record) => ownOf(record) !== record),
    ...changed.filter((record) => {
      const own = ownOf(record);
      return !own || compareRevs(record.rev, own.rev) > 0;
    }),
  ];
  const head = newer.findLast(({ type }) => type === 'fact-check') ?? headOf(factCheck);
  const needed = neededHere([head, ...factCheck.tables.verdict.values(), ...newer], removed);
  const gone = removed.flatMap((name) => {
    const record = factCheck.tables[name.type].get(name.id);
    return record && !needed.has(nameOf(name)) ? [record] : [];
  });
  return applyChange(factCheck, { removed: gone, added: newer, updated: [] });
}

/** What another tab has removed and is in use here all the same: it has to be saved once more. */
export function keptFrom(received: FactCheck, { removed }: ForeignEdit): readonly AnyRecord[] {
  const needed = neededHere([headOf(received), ...received.tables.verdict.values()], removed);
  return removed
    .filter((name) => needed.has(nameOf(name)))
    .flatMap(({ type, id }) => received.tables[type].get(id) ?? []);
}

/** What of all that was removed the title or a verdict names: a verdict without its scale would not say what it means. */
function neededHere(records: Iterable<AnyRecord>, removed: ForeignEdit['removed']): ReadonlySet<string> {
  const needed = new Set<string>();
  if (removed.every(({ type }) => type !== 'article' && type !== 'rating-scale')) return needed;
  const gone = new Set(removed.map(nameOf));
  for (const record of records) {
    if ((record.type !== 'fact-check' && record.type !== 'verdict') || gone.has(nameOf(record))) continue;
    for (const name of pointersOf(record)) if (name.type !== 'annotation') needed.add(nameOf(name));
  }
  return needed;
}
