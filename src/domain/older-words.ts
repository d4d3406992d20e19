import { quoteOf, type Annotation } from './annotation.ts';
import { readingOfVerdict, saysSomething } from './doubt.ts';
import { gatherFactCheck, recordsOf, type AnyRecord, type FactCheck } from './fact-check.ts';
import { verdictsOf } from './lookup.ts';
import { readingOf } from './reading.ts';
import type { Verdict } from './verdict.ts';

/**
 * A fact check as older versions have saved it, with each verdict in doubt that is known to be older than its words,
 * although nothing in the annotation says so any more: one person's verdict once took away what told of the verdicts of
 * all. Where a draft is gone too, nothing can tell, and such a verdict stands.
 */
export function tellOlderWords(factCheck: FactCheck): FactCheck {
  const older = new Map<string, AnyRecord>();
  for (const verdict of factCheck.tables.verdict.values()) {
    const annotation = factCheck.tables.annotation.get(verdict.annotationId);
    if (annotation && verdict.reading === undefined && hasLostItsDoubt(factCheck, annotation, verdict))
      older.set(verdict.id, { ...verdict, reading: null });
  }
  if (older.size === 0) return factCheck;
  const told = recordsOf(factCheck).map((record) =>
    record.type === 'verdict' ? (older.get(record.id) ?? record) : record,
  );
  return gatherFactCheck(factCheck.id, told);
}

function hasLostItsDoubt(factCheck: FactCheck, annotation: Annotation, verdict: Verdict): boolean {
  const { carried, earlier, targets, untoldReading } = annotation;
  // Nearly all of them have always stood where they stand: that is seen at once.
  if (earlier === undefined || untoldReading !== undefined) return false;
  if (targets.some(({ judgedIn }) => judgedIn !== undefined)) return false;
  const isSole = verdictsOf(factCheck, annotation.id).filter(saysSomething).length <= 1;
  const isConfirmed = carried?.decision === 'still-holds' && (isSole || carried.by === verdict.reviewerId);
  return (
    !isConfirmed &&
    readingOfVerdict(annotation, verdict) === readingOf(annotation) &&
    isOlderThanWords(factCheck, annotation, verdict) === true
  );
}

/** Whether it was decided before the words became those that stand here now; null when nothing tells. */
export function isOlderThanWords(
  { tables }: FactCheck,
  annotation: Annotation,
  { decidedAt }: Pick<Verdict, 'decidedAt'>,
): boolean | null {
  const { carried, earlier = [], articleId, untoldReading } = annotation;
  const last = earlier.findLast((place) => quoteOf(place) !== quoteOf(annotation));
  if (!last) return untoldReading === undefined ? false : null;
  const isSaid =
    carried?.decision === 'still-holds' ||
    (carried?.articleId === articleId && carried.decision !== 'detached');
  const next = [...tables.article.values()].find(({ replaces }) => replaces === last.articleId);
  const since = isSaid ? carried.at : next?.retrievedAt;
  return since === undefined ? null : Date.parse(decidedAt) <= Date.parse(since);
}
