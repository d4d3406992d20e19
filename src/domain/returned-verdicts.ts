import { quoteOf, type Annotation } from './annotation.ts';
import { applyChange, joinChanges, makeChange, type Change, type Hand } from './change.ts';
import { doubtOf, doubtUntil, isVerdictInDoubt, saysSomething } from './doubt.ts';
import type { FactCheck } from './fact-check.ts';
import { verdictsOf } from './lookup.ts';
import type { Verdict } from './verdict.ts';

/**
 * The Change with a doubt about every verdict that it would put on words that it was not given on: one that an undo, the
 * history or a copy from another tab brings back from before the words changed, and one that was given on the words that
 * an undo takes away. `undone` is what an undo takes back: what was decided before it was not given on its words.
 */
export function doubtReturned(
  change: Change,
  factCheck: FactCheck,
  hand: Hand,
  undone: Change | null = null,
): Change {
  const after = applyChange(factCheck, change);
  const elsewhere = new Map<Annotation, Verdict[]>();
  for (const verdict of [...returnedBy(change, after), ...leftBehindBy(change, after, undone)]) {
    const annotation = after.tables.annotation.get(verdict.annotationId);
    if (annotation) elsewhere.set(annotation, [...(elsewhere.get(annotation) ?? []), verdict]);
  }
  const changed = [...elsewhere].flatMap(([annotation, verdicts]): Annotation[] => {
    const standing = verdicts.filter((verdict) => !isVerdictInDoubt(annotation, verdict));
    if (standing.length === 0) return [];
    const { articleId, createdAt } = annotation;
    const at = doubtUntil(standing, doubtOf(annotation)?.at ?? createdAt);
    return [{ ...annotation, carried: { articleId, decision: 'undecided', at, by: hand.by } }];
  });
  if (changed.length === 0) return change;
  return joinChanges(change, makeChange(change.label, after, { changed }, hand));
}

/**
 * Verdicts that come back, decided at another time than those that they replace, or taken back while in doubt, and not
 * known to be on these words.
 */
function returnedBy(change: Change, after: FactCheck): readonly Verdict[] {
  const back = change.updated.flatMap((update) =>
    update.before.type === 'verdict' &&
    update.after.type === 'verdict' &&
    update.before.decidedAt === update.after.decidedAt &&
    update.before.ratingId === update.after.ratingId &&
    saysSomething(update.before)
      ? []
      : [update.after],
  );
  return [...change.added, ...back]
    .filter((record) => record.type === 'verdict')
    .filter((verdict) => isOlderThanWords(after, verdict));
}

/** Verdicts that were given, or may have been, on the words that the Change takes away. */
function leftBehindBy({ updated }: Change, after: FactCheck, undone: Change | null): readonly Verdict[] {
  const touched = new Set(updated.map((update) => update.after));
  return updated.flatMap((update) => {
    const { before, after: now } = update;
    if (before.type !== 'annotation' || now.type !== 'annotation' || quoteOf(before) === quoteOf(now))
      return [];
    return verdictsOf(after, now.id).filter(
      (verdict) =>
        !touched.has(verdict) && !(undone && Date.parse(verdict.decidedAt) <= Date.parse(undone.at)),
    );
  });
}

/** True unless the verdict is known to have been given on the words that stand here now, or a doubt about them is written. */
function isOlderThanWords({ tables }: FactCheck, { annotationId, decidedAt }: Verdict): boolean {
  const annotation = tables.annotation.get(annotationId);
  if (!annotation || doubtOf(annotation)) return false;
  const { carried, earlier = [] } = annotation;
  const last = earlier.findLast((place) => quoteOf(place) !== quoteOf(annotation));
  const next = [...tables.article.values()].find(({ replaces }) => replaces === last?.articleId);
  const since = carried?.decision === 'still-holds' ? carried.at : next?.retrievedAt;
  return last !== undefined && (since === undefined || Date.parse(decidedAt) <= Date.parse(since));
}
