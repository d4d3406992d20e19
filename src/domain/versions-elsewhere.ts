import type { Clock } from './clock.ts';
import type { AnyRecord } from './fact-check.ts';
import type { History, Version } from './history.ts';
import { historyRecordOf, versionOf } from './keep-history.ts';
import { sayTheSame, type Id } from './record.ts';
import type { RemovedAnnotation } from './restore-removed.ts';
import type { Source } from './source.ts';

/**
 * What was said elsewhere of an annotation before it was removed there, and is not known here: as entries for its history.
 * `here` is all that is kept here of it, standing or removed. `sourceOf` gives a source that is not here.
 */
export function versionsElsewhere(
  { annotation, parts, at, by }: RemovedAnnotation,
  here: Iterable<AnyRecord>,
  sourceOf: (id: Id) => Source | undefined,
  clock: Clock,
): readonly History[] {
  const known = [...here].flatMap((record) => versionIn(record) ?? []);
  return [annotation, ...parts].flatMap((record): readonly History[] => {
    const version = versionIn(record);
    if (!version || known.some((one) => one.type === version.type && sayTheSame(one, version))) return [];
    known.push(version);
    if (record.type === 'history') return [{ ...record, id: clock.newId(), rev: clock.nextRev() }];
    const source = version.type === 'evidence' ? sourceOf(version.sourceId) : undefined;
    const gone = { annotationId: annotation.id, before: version, ...(source ? { source } : {}) };
    return [historyRecordOf(gone, { at, by }, clock)];
  });
}

function versionIn(record: AnyRecord): Version | undefined {
  return record.type === 'history' ? record.before : versionOf(record)?.before;
}
