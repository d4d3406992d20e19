import { isInDoubt, quoteOf, type Annotation } from './annotation.ts';
import type { Hand, Update } from './change.ts';
import { articleOf, type AnyRecord, type FactCheck } from './fact-check.ts';
import { withDecision } from './place-in-draft.ts';
import { isPlacedIn } from './placed-annotations.ts';
import type { Id } from './record.ts';

/** One annotation that is here and in a file, on words that differ. */
export interface OtherWords {
  readonly here: Annotation;
  readonly there: Annotation;
}

/** The annotations whose verdicts in the file were given on other words than those that they stand on here. */
export function findOtherWords(present: FactCheck, records: readonly AnyRecord[]): readonly OtherWords[] {
  const article = articleOf(present);
  return records.flatMap((there): OtherWords[] => {
    const here = there.type === 'annotation' ? present.tables.annotation.get(there.id) : undefined;
    if (there.type !== 'annotation' || !here || !isPlacedIn(article, here)) return [];
    return isInDoubt(there) || quoteOf(there) !== quoteOf(here) ? [{ here, there }] : [];
  });
}

/**
 * The annotations that stay as they are here while a verdict comes that was given on other words: in doubt, until
 * somebody has judged the words that stand here.
 */
export function doubtOtherWords(
  otherWords: readonly OtherWords[],
  { brought, taken }: { readonly brought: readonly AnyRecord[]; readonly taken: readonly Update[] },
  hand: Hand,
): readonly Update[] {
  const judged = new Set<Id>();
  for (const record of brought)
    if (record.type === 'verdict' && record.ratingId !== null) judged.add(record.annotationId);
  const replaced = new Set(taken.map(({ before }) => before));
  return otherWords
    .filter(({ here }) => judged.has(here.id) && !replaced.has(here))
    .map(({ here, there }) => ({ before: here, after: inDoubt(here, there, hand) }));
}

function inDoubt(here: Annotation, there: Annotation, hand: Hand): Annotation {
  const { earlier = [] } = here;
  const judgedIn = there.targets[0]?.judgedIn ?? there.articleId;
  const doubted = withDecision(here, 'undecided', here.articleId, hand);
  if (judgedIn === here.articleId) return doubted;
  const judged = there.earlier?.find(({ articleId }) => articleId === judgedIn) ?? there;
  const isKnown = earlier.some(({ articleId }) => articleId === judgedIn);
  return {
    ...doubted,
    targets: here.targets.map((target) => ({ ...target, judgedIn })),
    earlier: isKnown ? earlier : [...earlier, { articleId: judgedIn, targets: judged.targets }],
  };
}
