import type { Annotation } from '../annotation.ts';
import { isVerdictInDoubt } from '../doubt.ts';
import { articleOf, gatherFactCheck, headOf, recordsOf, type FactCheck } from '../fact-check.ts';
import { giveVerdict } from '../give-verdict.ts';
import { verdictsOf } from '../lookup.ts';
import type { Id } from '../record.ts';
import { targetAt } from './arbitrary-fact-check.ts';
import { createSmallDesk, FIRST } from './small-fact-check.ts';

export const NEW_TEXT = 'Fourteen soldiers died. The senator said so.';
/** Its first sentence, which is another one than the first draft had. */
export const CHANGED = targetAt(NEW_TEXT, 0, 23);

/**
 * As version 1.1 saved it: Ada and Ben judged a first draft, Ada the second one as well, and no verdict says on which
 * words. `said` is what the annotation says about it besides its place.
 */
export function savedByOlder(said: Partial<Annotation>, judges: readonly Id[] = ['ada', 'ben']): FactCheck {
  const { factCheck, hand, apply } = createSmallDesk();
  for (const reviewerId of judges)
    apply((now) =>
      giveVerdict(
        now,
        { annotationId: 'first', reviewerId, newId: `v-${reviewerId}` },
        { ratingId: 'true' },
        hand,
      ),
    );
  const article = articleOf(factCheck());
  const later = '2026-02-01T00:00:00Z';
  const newer = { ...article, id: 'newer', text: NEW_TEXT, replaces: article.id, retrievedAt: later };
  const records = recordsOf(factCheck()).map((record) => {
    if (record.type === 'fact-check') return { ...headOf(factCheck()), articleId: 'newer' };
    if (record.type === 'annotation') {
      const earlier = [{ articleId: article.id, targets: [FIRST] }];
      return { ...record, articleId: 'newer', targets: [CHANGED], earlier, ...said };
    }
    if (record.type !== 'verdict') return record;
    const { reading: _words, ...verdict } = record;
    return record.reviewerId === 'ada' ? { ...verdict, decidedAt: '2026-02-02T00:00:00Z' } : verdict;
  });
  return gatherFactCheck(factCheck().id, [...records, newer]);
}

/** Whose verdicts stand on the words of the annotation. */
export function standingIn(factCheck: FactCheck): readonly Id[] {
  const annotation = factCheck.tables.annotation.get('first');
  if (!annotation) throw new Error('It is gone.');
  return verdictsOf(factCheck, 'first')
    .filter((verdict) => !isVerdictInDoubt(annotation, verdict))
    .map(({ reviewerId }) => reviewerId);
}
