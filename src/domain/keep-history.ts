import { quoteOf, type Annotation } from './annotation.ts';
import type { Change } from './change.ts';
import type { Clock } from './clock.ts';
import type { AnyRecord, FactCheck } from './fact-check.ts';
import { claimVersionOf, subjectOf, type History, type Version } from './history.ts';
import { sayTheSame, type Id } from './record.ts';
import type { Source } from './source.ts';

/** What one edit replaces of one annotation. */
export interface Replaced {
  readonly annotationId: Id;
  readonly before: Version;
  /** The source of evidence that goes, or comes from another one from now on. */
  readonly source?: Source;
  /** The source that stays, when that of the evidence is merged into it. */
  readonly mergedInto?: Id;
}

/**
 * The Change with a history record for each verdict, claim and piece of evidence that it replaces or removes. `step` is
 * the unfinished step that the Change goes on with, such as a run of typing: what came to be in it has no history yet.
 * Evidence that goes can be restored from its record whatever becomes of the source, in whichever tab.
 */
export function keepHistory(
  change: Change,
  present: FactCheck,
  clock: Clock,
  step: Change | null = null,
): Change {
  const known = new Set(step ? step.added.map(nameOf) : []);
  const gone = idsOfAnnotations(change.removed);
  // Looked up, since an import replaces thousands.
  const afterOf = new Map<unknown, AnyRecord>(change.updated.map(({ before, after }) => [before, after]));
  const replaced = [
    ...change.updated.flatMap(({ before, after }) => replacedBy(before, after)),
    ...change.removed.flatMap((record) => replacedBy(record, null)),
  ]
    .filter((one) => !gone.has(one.annotationId) && !known.has(nameOfReplaced(one)))
    .map((one) => withSource(one, afterOf.get(one.before), change.removed, present));
  if (replaced.length === 0) return change;
  return {
    ...change,
    added: [...change.added, ...replaced.map((one) => historyRecordOf(one, change, clock))],
  };
}

/** The history record of what was replaced, at that time and by that reviewer. */
export function historyRecordOf(
  { annotationId, before, source, mergedInto }: Replaced,
  { at, by }: Pick<Change, 'at' | 'by'>,
  clock: Clock,
): History {
  return {
    type: 'history',
    id: clock.newId(),
    annotationId,
    before,
    replacedAt: at,
    replacedBy: by,
    ...(source ? { source } : {}),
    ...(mergedInto === undefined ? {} : { mergedInto }),
    rev: clock.nextRev(),
    updatedAt: at,
    updatedBy: by,
  };
}

/** What a record says of an annotation, as the history keeps it; null for records that have none. */
export function versionOf(record: AnyRecord): Replaced | null {
  switch (record.type) {
    case 'verdict':
    case 'evidence':
      return { annotationId: record.annotationId, before: record };
    case 'annotation':
      return { annotationId: record.id, before: claimVersionOf(record) };
    case 'fact-check':
    case 'article':
    case 'source':
    case 'reviewer':
    case 'rating-scale':
    case 'history':
      return null;
  }
}

/**
 * An inverted Change that takes only such history away as it makes superfluous: what could not be put back, because
 * somebody has edited it since, stays in the history.
 */
export function keepHistoryOfOthers(inverted: Change): Change {
  const touched = new Set(
    [...inverted.added, ...inverted.removed, ...inverted.updated.map(({ after }) => after)]
      .filter(({ type }) => type !== 'history')
      .map(nameOf),
  );
  const gone = idsOfAnnotations(inverted.removed);
  const removed = inverted.removed.filter(
    (record) => record.type !== 'history' || touched.has(nameOf(record)) || gone.has(record.annotationId),
  );
  return removed.length === inverted.removed.length ? inverted : { ...inverted, removed };
}

function idsOfAnnotations(records: readonly AnyRecord[]): ReadonlySet<Id> {
  return new Set(records.filter(({ type }) => type === 'annotation').map(({ id }) => id));
}

/** What an edit of a record, or its removal where `after` is null, replaces of its annotation. */
export function replacedBy(before: AnyRecord, after: AnyRecord | null): readonly Replaced[] {
  const replaced = versionOf(before);
  if (!replaced) return [];
  if (before.type !== 'annotation') return [replaced];
  return after?.type === 'annotation' && isAnotherClaim(before, after) ? [replaced] : [];
}

/** Evidence that no longer comes from its source, with what it can be restored from. */
function withSource(
  one: Replaced,
  after: AnyRecord | undefined,
  removed: Change['removed'],
  { tables }: FactCheck,
): Replaced {
  const { before } = one;
  if (before.type !== 'evidence') return one;
  const isMerged = removed.some(({ type, id }) => type === 'source' && id === before.sourceId);
  if (after?.type === 'evidence' && isMerged) return { ...one, mergedInto: after.sourceId };
  const source = tables.source.get(before.sourceId);
  const isStillCited = after?.type === 'evidence' && after.sourceId === before.sourceId;
  return source && !isStillCited ? { ...one, source } : one;
}

function isAnotherClaim(before: Annotation, after: Annotation): boolean {
  // That the same is said of other words is no other claim.
  const { markedReading: _oldWords, ...old } = claimVersionOf(before);
  const { markedReading: _words, ...now } = claimVersionOf(after);
  // A statement that nobody has written is the quoted words, and follows them when they are moved.
  const isUnwritten = before.claim.statement === quoteOf(before) && after.claim.statement === quoteOf(after);
  const written = isUnwritten ? { ...now, claim: { ...now.claim, statement: old.claim.statement } } : now;
  return !sayTheSame(old, written);
}

/** The same name for what was replaced and for the record that it was a version of. */
function nameOfReplaced({ annotationId, before }: Replaced): string {
  return before.type === 'claim' ? `${annotationId}/claim` : subjectOf(before);
}

/** A history record bears the name of what it is about. */
function nameOf(record: AnyRecord): string {
  switch (record.type) {
    case 'history':
      return nameOfReplaced(record);
    case 'verdict':
    case 'evidence':
      return subjectOf(record);
    case 'annotation':
      return `${record.id}/claim`;
    case 'fact-check':
    case 'article':
    case 'source':
    case 'reviewer':
    case 'rating-scale':
      return `${record.type}/${record.id}`;
  }
}
