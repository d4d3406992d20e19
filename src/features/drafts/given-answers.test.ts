import { expect, test } from 'vitest';
import { annotate, editAnnotation, removeAnnotations } from '../../domain/annotate.ts';
import { planCarryOver, type CarryItem } from '../../domain/carry-over.ts';
import type { FactCheck } from '../../domain/fact-check.ts';
import { giveVerdict } from '../../domain/give-verdict.ts';
import { moveBoundaries } from '../../domain/move-boundaries.ts';
import { targetAt } from '../../domain/testing/arbitrary-fact-check.ts';
import { createSmallDesk, SECOND } from '../../domain/testing/small-fact-check.ts';
import { answersThatHold, giveAnswer } from './given-answers.ts';

const NEW_TEXT = 'Fourteen soldiers died. The senator said so.';
const CHANGED = targetAt(NEW_TEXT, 0, 23);

function compared(factCheck: FactCheck, target = CHANGED): readonly CarryItem[] {
  return planCarryOver(factCheck, () => [{ state: 'changed', target, candidates: [] }]);
}

/** Ada has rated the first sentence and says that this still holds. */
function answered() {
  const desk = createSmallDesk();
  const rate = (ratingId: string, reviewerId = 'ada') =>
    desk.apply((now, hand) =>
      giveVerdict(now, { annotationId: 'first', reviewerId, newId: `v-${reviewerId}` }, { ratingId }, hand),
    );
  rate('true');
  const [item] = compared(desk.factCheck());
  if (!item) throw new Error('There is nothing to answer.');
  const given = new Map([['first', giveAnswer(desk.factCheck(), item, { answer: 'still-holds' })]]);
  const holding = (plan = compared(desk.factCheck())) => [
    ...answersThatHold(desk.factCheck(), plan, given).keys(),
  ];
  return { ...desk, rate, holding };
}

test('an answer holds while what it was said of stands as it was', () => {
  const { apply, holding } = answered();
  apply((now, hand) => annotate(now, { targets: [SECOND], id: 'second' }, hand));
  expect(holding()).toEqual(['first']);
});

test('an answer holds while only a tag, a status or a source has come', () => {
  const { apply, holding } = answered();
  apply((now, hand) => editAnnotation(now, 'first', { tags: ['numbers'], status: 'approved' }, hand));
  expect(holding()).toEqual(['first']);
});

test.each<[what: string, change: (desk: ReturnType<typeof answered>) => void]>([
  [
    'the boundary is moved',
    ({ apply }) => apply((now, hand) => moveBoundaries(now, 'first', [SECOND], hand)),
  ],
  ['the verdict is another one', ({ rate }) => rate('false')],
  ['somebody else has judged it, too', ({ rate }) => rate('false', 'ben')],
  [
    'the words of the verdict are others',
    ({ apply }) =>
      apply((now, hand) =>
        giveVerdict(
          now,
          { annotationId: 'first', reviewerId: 'ada', newId: 'v' },
          { conclusion: 'The log says so.' },
          hand,
        ),
      ),
  ],
  [
    'it is marked as nothing to check',
    ({ apply }) =>
      apply((now, hand) => editAnnotation(now, 'first', { checkability: 'not-checkable', reason: '' }, hand)),
  ],
  [
    'the claim is worded otherwise',
    ({ apply }) =>
      apply((now, hand) => editAnnotation(now, 'first', { claim: { statement: 'Thirteen died.' } }, hand)),
  ],
  ['it is gone', ({ apply }) => apply((now, hand) => removeAnnotations(now, ['first'], hand))],
])('an answer is asked for anew when %s', (_what, change) => {
  const desk = answered();
  change(desk);
  expect(desk.holding()).toEqual([]);
});

test('an answer is not about other words that are found for the annotation', () => {
  const { factCheck, holding } = answered();
  expect(holding(compared(factCheck(), targetAt(NEW_TEXT, 0, 17)))).toEqual([]);
});
