import { say } from '../messages/say.ts';
import type { Annotation } from './annotation.ts';
import { makeChange, type Change, type Hand } from './change.ts';
import type { AnyRecord, FactCheck } from './fact-check.ts';
import { nameOf, pointersOf } from './pointers.ts';
import type { Id } from './record.ts';

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
 * The Change that brings a removed annotation back with what went with it; an empty one when it is here. What hangs on
 * something that is nowhere any more stays away.
 */
export function restoreRemoved(
  factCheck: FactCheck,
  { annotation, parts }: RemovedAnnotation,
  hand: Hand,
): Change {
  const isHere = ({ type, id }: Pick<AnyRecord, 'type' | 'id'>): boolean => factCheck.tables[type].has(id);
  const missing = isHere(annotation) ? [] : [annotation, ...parts].filter((record) => !isHere(record));
  const coming = new Set(missing.map(nameOf));
  const stands = (record: AnyRecord): boolean =>
    pointersOf(record).every((name) => isHere(name) || coming.has(nameOf(name)));
  return makeChange(say('Restore annotation'), factCheck, { added: missing.filter(stands) }, hand);
}
