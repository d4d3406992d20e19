import { quoteOf } from './annotation.ts';
import { carry, type CarryItem } from './carry-over.ts';
import { applyChange, joinChanges, makeChange, type Change, type Hand } from './change.ts';
import { articleOf, type FactCheck } from './fact-check.ts';
import { verdictsOf } from './lookup.ts';

/**
 * A Change that may put a newer draft under check, together with what it leaves behind on the older one: each such
 * annotation goes to the place that was found for it there, its verdict greyed where the words are others, or waits for
 * one. `plan` is what was found for the annotations of the older draft.
 */
export function followDraft(
  factCheck: FactCheck,
  change: Change,
  plan: readonly CarryItem[],
  hand: Hand,
): Change {
  // Which draft is under check is said by the head alone.
  if (
    ![...change.added, ...change.updated.map(({ after }) => after)].some(({ type }) => type === 'fact-check')
  )
    return change;
  const changed = applyChange(factCheck, change);
  const [before, { id: articleId }] = [articleOf(factCheck), articleOf(changed)];
  if (before.id === articleId) return change;
  const followed = plan.flatMap((item) => {
    const annotation = changed.tables.annotation.get(item.annotation.id);
    const isLeft = annotation?.articleId === before.id && quoteOf(annotation) === quoteOf(item.annotation);
    if (!isLeft) return [];
    const to = { articleId, verdicts: verdictsOf(changed, annotation.id) };
    return [carry({ ...item, annotation }, { answer: 'later' }, to, hand).annotation];
  });
  return joinChanges(change, makeChange(change.label, changed, { changed: followed }, hand));
}
