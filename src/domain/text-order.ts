import { compareInText, type Annotation } from './annotation.ts';
import { placeInText } from './place-in-text.ts';
import type { FactCheck } from './fact-check.ts';
import { changedIds } from './table-lineage.ts';

type Table = FactCheck['tables']['annotation'];

/** By table, and from which one to go on: that of the same fact check that was put in order last. */
const orders = new WeakMap<Table, readonly Annotation[]>();
const lastOrdered = new Map<FactCheck['id'], WeakRef<Table>>();

/** Most edits that are put in their places one by one; after more it is quicker to put all in order. */
const FEW = 100;

/** All annotations in text order; the same list for the same table. After an edit only what was edited is put in its place. */
export function annotationsInText({ id, tables: { annotation: table } }: FactCheck): readonly Annotation[] {
  let ordered = orders.get(table);
  if (!ordered) {
    ordered = goOn(lastOrdered.get(id)?.deref(), table) ?? [...table.values()].toSorted(compareInText);
    orders.set(table, ordered);
  }
  lastOrdered.set(id, new WeakRef(table));
  return ordered;
}

function goOn(before: Table | undefined, after: Table): readonly Annotation[] | null {
  const ordered = before && orders.get(before);
  if (!ordered) return null;
  const ids = changedIds(before, after);
  if (ids.size > FEW) return null;
  const now = [...ordered];
  for (const id of ids) {
    const [old, annotation] = [before.get(id), after.get(id)];
    if (old) now.splice(placeInText(now, old).index, 1);
    if (annotation) now.splice(placeInText(now, annotation).index, 0, annotation);
  }
  return now;
}
