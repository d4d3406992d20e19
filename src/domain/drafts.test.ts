import { expect, test } from 'vitest';
import { planCarryOver, takeDraft } from './carry-over.ts';
import type { Change, Hand } from './change.ts';
import { splitSentence } from './correct-sentences.ts';
import { asInDraft, listDrafts } from './drafts.ts';
import { articleOf, headOf, type FactCheck } from './fact-check.ts';
import { giveVerdict } from './give-verdict.ts';
import { keepHistory } from './keep-history.ts';
import { isPlacedIn, placedAnnotations } from './placed-annotations.ts';
import { targetAt } from './testing/arbitrary-fact-check.ts';
import { createSmallDesk, FIRST } from './testing/small-fact-check.ts';

/** The small desk with a second draft, in which the first sentence comes later. */
function deskWithTwoDrafts(
  prepare: (desk: ReturnType<typeof createSmallDesk>) => void = () => undefined,
  loadingAs: (hand: Hand) => Hand = (hand) => hand,
) {
  const desk = createSmallDesk();
  prepare(desk);
  const oldId = headOf(desk.factCheck()).articleId;
  const {
    id: _id,
    rev: _rev,
    type: _type,
    updatedAt: _at,
    updatedBy: _by,
    ...article
  } = articleOf(desk.factCheck());
  const text = `So it was. ${article.text}`;
  const draft = { ...article, text, blocks: [], sentences: [{ start: 0, end: text.length }] };
  const plan = planCarryOver(desk.factCheck(), () => [
    { state: 'moved', target: targetAt(text, 11, 23), candidates: [] },
  ]);
  const taken = takeDraft(
    desk.factCheck(),
    { draft, articleId: 'second', plan, decisions: new Map() },
    loadingAs(desk.hand),
  );
  if (!taken.ok) throw new Error(taken.problem);
  desk.apply(() => taken.change);
  return { ...desk, oldId };
}

const rate =
  (ratingId: string) =>
  (now: FactCheck, hand: Hand): Change =>
    keepHistory(
      giveVerdict(now, { annotationId: 'first', reviewerId: 'ada', newId: 'v' }, { ratingId }, hand),
      now,
      hand.clock,
    );

test('drafts are listed from the present one back to the first', () => {
  const { factCheck, oldId } = deskWithTwoDrafts();
  expect(
    listDrafts(factCheck()).map(({ article, number, annotations }) => [article.id, number, annotations]),
  ).toEqual([
    ['second', 2, 1],
    [oldId, 1, 1],
  ]);
});

test('an older draft shows its places, and no verdict that was given later', () => {
  const desk = deskWithTwoDrafts();
  desk.apply((now, hand) =>
    giveVerdict(now, { annotationId: 'first', reviewerId: 'ada', newId: 'v' }, { ratingId: 'true' }, hand),
  );
  const past = asInDraft(desk.factCheck(), desk.oldId);
  expect(articleOf(past).id).toBe(desk.oldId);
  expect(placedAnnotations(past).map(({ targets }) => targets)).toEqual([[FIRST]]);
  expect(past.tables.verdict.size).toBe(0);
  expect(desk.factCheck().tables.verdict.size).toBe(1);
});

test('an older draft keeps the verdict that stood there, when it is given anew and sentences are joined since', () => {
  const desk = deskWithTwoDrafts(({ apply }) => apply(rate('true')));
  const ratingThen = () => asInDraft(desk.factCheck(), desk.oldId).tables.verdict.get('v')?.ratingId;
  expect(ratingThen()).toBe('true');
  desk.apply(rate('false'));
  expect(ratingThen()).toBe('true');
  desk.apply((now, hand) => splitSentence(now, 11, hand));
  expect(ratingThen()).toBe('true');
  desk.apply(rate('mostly-true'));
  expect(ratingThen()).toBe('true');
  expect(desk.factCheck().tables.verdict.get('v')?.ratingId).toBe('mostly-true');
});

test.each([-24, 24])(
  'what stood in an older draft is no matter of the clock (%i h while the next was loaded)',
  (hours) => {
    const set = ({ by, clock }: Hand): Hand => ({
      by,
      clock: {
        ...clock,
        instant: () => new Date(Date.parse(clock.instant()) + hours * 3_600_000).toISOString(),
      },
    });
    const ratingThen = (desk: ReturnType<typeof deskWithTwoDrafts>) =>
      asInDraft(desk.factCheck(), desk.oldId).tables.verdict.get('v')?.ratingId;
    const judged = deskWithTwoDrafts(({ apply }) => apply(rate('true')), set);
    expect(ratingThen(judged)).toBe('true');
    judged.apply(rate('false'));
    judged.apply((now, hand) => splitSentence(now, 11, hand));
    judged.apply(rate('mostly-true'));
    expect(ratingThen(judged)).toBe('true');

    const untouched = deskWithTwoDrafts(undefined, set);
    untouched.apply(rate('false'));
    expect(ratingThen(untouched)).toBeUndefined();
    untouched.apply((now, hand) => splitSentence(now, 11, hand));
    untouched.apply(rate('true'));
    expect(ratingThen(untouched)).toBeUndefined();
  },
);

test('an annotation has its place only where its very words stand', () => {
  const { factCheck } = createSmallDesk();
  const article = articleOf(factCheck());
  const [annotation] = factCheck().tables.annotation.values();
  if (!annotation) throw new Error('It is gone.');
  expect(isPlacedIn(article, annotation)).toBe(true);
  expect(isPlacedIn({ ...article, text: article.text.replace('Thirteen', 'Fourteen') }, annotation)).toBe(
    false,
  );
  expect(isPlacedIn({ ...article, id: 'another' }, annotation)).toBe(false);
});
