import { say } from '../messages/say.ts';
import type { Annotation } from './annotation.ts';
import type { Change, Hand } from './change.ts';
import type { AnyRecord, FactCheck } from './fact-check.ts';
import { followMerges, mergedSources } from './merged-sources.ts';
import { nameOf, pointersOf } from './pointers.ts';
import { reissue, type Id } from './record.ts';

/** An annotation that was removed, with what went with it. */
export interface RemovedAnnotation {
  readonly annotation: Annotation;
  /** Its verdicts, evidence and history, and what these hang on as far as that was removed too. */
  readonly parts: readonly AnyRecord[];
  /** UTC instant of the removal. */
  readonly at: string;
  /** The reviewer who removed it, where that is known. */
  readonly by: Id | null;
}

/**
 * The Change that brings removed annotations back, each with what went with it; an empty one when all are here. Who wrote
 * what, and when, stays as it was.
 */
export function restoreRemoved(
  factCheck: FactCheck,
  removed: readonly RemovedAnnotation[],
  { clock, by }: Hand,
): Change {
  return {
    label: say('Restore annotation'),
    at: clock.instant(),
    by,
    added: recordsOfRemoved(factCheck, removed).map((record) => reissue(record, clock.nextRev())),
    updated: [],
    removed: [],
  };
}

/**
 * What comes back with removed annotations, as it was when they were removed, but that evidence comes from the source into
 * which its own was merged since. What hangs on something that is nowhere any more stays away.
 */
export function recordsOfRemoved(
  factCheck: FactCheck,
  removed: readonly RemovedAnnotation[],
): readonly AnyRecord[] {
  const isHere = ({ type, id }: Pick<AnyRecord, 'type' | 'id'>): boolean => factCheck.tables[type].has(id);
  const gone = removed
    .filter(({ annotation }) => !isHere(annotation))
    .flatMap(({ annotation, parts }) => [annotation, ...parts])
    .filter((record) => !isHere(record));
  const sources = gone.flatMap((record) => (record.type === 'source' ? [record] : []));
  const missing = followMerges(gone, mergedSources(factCheck, sources));
  const coming = new Map(missing.map((record) => [nameOf(record), record]));
  const stands = (record: AnyRecord): boolean =>
    pointersOf(record).every((name) => isHere(name) || coming.has(nameOf(name)));
  return [...coming.values()].filter(stands);
}
