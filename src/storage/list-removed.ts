import type { Clock } from '../domain/clock.ts';
import type { AnyRecord } from '../domain/fact-check.ts';
import { groupBy } from '../domain/group-by.ts';
import { nameOf, pointersOf, type RecordName } from '../domain/pointers.ts';
import type { Id } from '../domain/record.ts';
import type { RemovedAnnotation } from '../domain/restore-removed.ts';
import { sourceIdIn } from '../domain/source-of-entry.ts';
import type { Source } from '../domain/source.ts';
import { assembleFactCheck, isRemovedFactCheck } from './assemble.ts';
import type { Kept, Removal } from './kept.ts';
import type { Memory } from './memory.ts';
import { standingRecords } from './standing.ts';
import { headKeyOf, keyOf } from './storage-key.ts';
import type { DeletedFactCheck, DeletedWhole } from './store.ts';

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
      const find: Find = (name) => {
        const found = kept.get(keyOf({ factCheckId, ...name }))?.record;
        return found && !standing.has(nameOf(found)) ? found : undefined;
      };
      const parts = withSources(withWhatTheyHangOn(own, annotation, find), find);
      return [{ annotation, parts, at: removal.at, by: removal.by }];
    })
    .toSorted((a, b) => (a.at < b.at ? 1 : a.at > b.at ? -1 : 0));
}

/** The fact checks that were removed and of which there is more than the mark of that; the last one first. */
export function listDeleted(memory: Memory): readonly DeletedFactCheck[] {
  return [...memory.ids()]
    .flatMap((id): readonly DeletedFactCheck[] => {
      const { kept, isNewer } = memory.of(id);
      const { record, removal } = kept.get(headKeyOf(id)) ?? {};
      const isWhole = [...kept.values()].some(({ place }) => place.type === 'article');
      if (record?.type !== 'fact-check' || !removal || isNewer || !isWhole) return [];
      return isRemovedFactCheck(id, kept.values()) ? [{ id, title: record.title, at: removal.at }] : [];
    })
    .toSorted((a, b) => (a.at < b.at ? 1 : a.at > b.at ? -1 : 0));
}

/** The same with all that comes back. */
export function gatherDeleted(memory: Memory, clock: Clock): readonly DeletedWhole[] {
  return listDeleted(memory).flatMap(({ id, at }) => {
    const assembled = assembleFactCheck(id, memory.of(id).kept, clock);
    return assembled.ok ? [{ factCheck: assembled.factCheck, at }] : [];
  });
}

/** The sources of a fact check that were removed, or merged into others. */
export function listRemovedSources(kept: ReadonlyMap<string, Kept>): readonly Source[] {
  const gone = [...kept.values()].flatMap(({ place, record, removal }) =>
    record.type === 'source' && removal && !removal.isWithdrawn && !place.version ? [record] : [],
  );
  if (gone.length === 0) return [];
  const standing = new Set(standingRecords(kept).map(nameOf));
  return gone.filter((source) => !standing.has(nameOf(source)));
}

/** What was removed from the annotation before has its own history, and stays away. */
function wentWith({ removal }: Kept, { at, by }: Removal): boolean {
  return removal?.at === at && removal.by === by && !removal.isWithdrawn;
}

/** Gives what a name stands for and is not there. */
type Find = (name: RecordName) => AnyRecord | undefined;

function withWhatTheyHangOn(
  own: readonly AnyRecord[],
  annotation: AnyRecord,
  find: Find,
): readonly AnyRecord[] {
  const parts = new Map(own.map((record) => [nameOf(record), record]));
  const follow = (names: readonly RecordName[]): void => {
    for (const name of names) {
      const found = parts.has(nameOf(name)) || nameOf(name) === nameOf(annotation) ? undefined : find(name);
      if (!found) continue;
      parts.set(nameOf(found), found);
      follow(namesIn(found));
    }
  };
  for (const record of [annotation, ...own]) follow(namesIn(record));
  return [...parts.values()];
}

/** A verdict in the history means nothing without its scale; what becomes of a source of the history, see `withSources`. */
function namesIn(record: AnyRecord): readonly RecordName[] {
  if (record.type !== 'history' || record.before.type !== 'verdict') return pointersOf(record);
  return [{ type: 'rating-scale', id: record.before.scaleId }];
}

/**
 * The history with the sources that went after its annotation did: then there was no entry here that could have kept them.
 */
function withSources(parts: readonly AnyRecord[], find: Find): readonly AnyRecord[] {
  const known = new Set(
    parts.flatMap((part) =>
      part.type === 'history' ? (part.source?.id ?? []) : part.type === 'source' ? part.id : [],
    ),
  );
  return parts.map((part) => {
    const id = part.type === 'history' ? sourceIdIn(part) : null;
    const source = id === null || known.has(id) ? undefined : find({ type: 'source', id });
    if (part.type !== 'history' || source?.type !== 'source') return part;
    known.add(source.id);
    return { ...part, source };
  });
}
