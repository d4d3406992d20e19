import type { Evidence } from './evidence.ts';
import type { FactCheck } from './fact-check.ts';
import type { History, Version } from './history.ts';
import { historyRecordsOf, usesOf } from './lookup.ts';
import { compareRevs, type Id } from './record.ts';
import type { Source } from './source.ts';

/** What an entry brings back: evidence whose source was merged into another one comes from that one. */
export function versionIn({ before, mergedInto }: History): Version {
  return before.type === 'evidence' && mergedInto !== undefined
    ? { ...before, sourceId: mergedInto }
    : before;
}

/**
 * The source of a piece of evidence on the annotation: the one that is here or, where that was removed, as the history of
 * the annotation has it. Undefined where it is in neither.
 */
export function findSource(factCheck: FactCheck, { annotationId, sourceId }: Evidence): Source | undefined {
  return (
    factCheck.tables.source.get(sourceId) ??
    historyRecordsOf(factCheck, annotationId)
      .flatMap(({ source }) => (source?.id === sourceId ? [source] : []))
      .toSorted((a, b) => compareRevs(b.rev, a.rev))[0]
  );
}

/** All history entries that bring evidence from this source back, in the order of the edits. */
export function entriesFrom({ tables }: FactCheck, sourceId: Id): readonly History[] {
  return [...tables.history.values()].filter((entry) => sourceIdIn(entry) === sourceId);
}

/** The source that evidence in an entry comes from; null for what is no evidence. */
export function sourceIdIn(entry: History): Id | null {
  const version = versionIn(entry);
  return version.type === 'evidence' ? version.sourceId : null;
}

/**
 * Of each annotation that no longer cites the source the last entry that did, with the source as it is now. What an
 * annotation still cites when a source is removed gets its entry with the removal: see `keepHistory`.
 */
export function entriesWithSource(factCheck: FactCheck, source: Source): readonly History[] {
  const citing = new Set(usesOf(factCheck, source.id).map(({ annotationId }) => annotationId));
  const last = new Map(entriesFrom(factCheck, source.id).map((entry) => [entry.annotationId, entry]));
  return [...last.values()]
    .filter(({ annotationId }) => !citing.has(annotationId))
    .map((entry) => ({ ...entry, source }));
}
