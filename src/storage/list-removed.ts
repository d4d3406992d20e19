import type { AnyRecord } from '../domain/fact-check.ts';
import { groupBy } from '../domain/group-by.ts';
import { nameOf, pointersOf } from '../domain/pointers.ts';
import type { Id } from '../domain/record.ts';
import type { RemovedAnnotation } from '../domain/restore-removed.ts';
import type { Kept, Removal } from './kept.ts';
import { standingRecords } from './standing.ts';
import { keyOf } from './storage-key.ts';

/** The annotations of a fact check that were removed, each with what went with it; the last one first. */
export function listRemoved(factCheckId: Id, kept: ReadonlyMap<string, Kept>): readonly RemovedAnnotation[] {
  const gone = [...kept.values()].filter(({ place, removal }) => removal !== undefined && !place.version);
  const isGone = gone.some(({ record }) => record.type === 'annotation');
  if (!isGone) return [];
  const standing = new Set(standingRecords(kept).map(nameOf));
  // After an import that was taken back, thousands of annotations are gone with all that was on them.
  const goneOf = groupBy(gone, ({ record }) => ('annotationId' in record ? record.annotationId : null));
  return gone
    .flatMap(({ record: annotation, removal }): readonly RemovedAnnotation[] => {
      if (
        annotation.type !== 'annotation' ||
        !removal ||
        removal.isWithdrawn ||
        standing.has(nameOf(annotation))
      )
        return [];
      const own = (goneOf.get(annotation.id) ?? [])
        .filter((other) => wentWith(other, removal))
        .map(({ record }) => record);
      const parts = withWhatTheyHangOn(own, annotation, (name) => {
        const found = kept.get(keyOf({ factCheckId, ...name }))?.record;
        return found && !standing.has(nameOf(found)) ? found : undefined;
      });
      return [{ annotation, parts, at: removal.at, by: removal.by }];
    })
    .toSorted((a, b) => (a.at < b.at ? 1 : a.at > b.at ? -1 : 0));
}

/** What was removed from the annotation before has its own history, and stays away. */
function wentWith({ removal }: Kept, { at, by }: Removal): boolean {
  return removal?.at === at && removal.by === by;
}

/** `find` gives what a name stands for and is not there. */
function withWhatTheyHangOn(
  own: readonly AnyRecord[],
  annotation: AnyRecord,
  find: (name: Pick<AnyRecord, 'type' | 'id'>) => AnyRecord | undefined,
): readonly AnyRecord[] {
  const parts = new Map(own.map((record) => [nameOf(record), record]));
  const follow = (record: AnyRecord): void => {
    for (const name of pointersOf(record)) {
      const found = parts.has(nameOf(name)) || nameOf(name) === nameOf(annotation) ? undefined : find(name);
      if (!found) continue;
      parts.set(nameOf(found), found);
      follow(found);
    }
  };
  for (const record of [annotation, ...own]) follow(record);
  return [...parts.values()];
}
