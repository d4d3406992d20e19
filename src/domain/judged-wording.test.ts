import { expect, test } from 'vitest';
import { editAnnotation } from './annotate.ts';
import { applyChange, isEmptyChange, type Change, type Hand } from './change.ts';
import { giveVerdict } from './give-verdict.ts';
import { holdOnWording, judgedWordingOf } from './judged-wording.ts';
import { keepHistory } from './keep-history.ts';
import type { Id } from './record.ts';
import { createSmallDesk, FIRST } from './testing/small-fact-check.ts';

/** Ada has judged the first sentence. */
function judged() {
  const desk = createSmallDesk();
  let now = desk.factCheck();
  const apply = (by: Id, make: (hand: Hand) => Change): void => {
    const hand = { clock: desk.hand.clock, by };
    now = applyChange(now, keepHistory(make(hand), now, hand.clock));
  };
  const about = { annotationId: 'first', reviewerId: 'ada', newId: 'v' };
  apply('ada', (hand) => giveVerdict(now, about, { ratingId: 'true' }, hand));
  return {
    now: () => now,
    apply,
    word: (by: Id, statement: string): void =>
      apply(by, (hand) => editAnnotation(now, 'first', { claim: { statement } }, hand)),
    wording: (): string | null => {
      const [annotation, verdict] = [now.tables.annotation.get('first'), now.tables.verdict.get('v')];
      return annotation && verdict ? judgedWordingOf(now, annotation, verdict) : 'gone';
    },
  };
}

test('a verdict names the wording that it was given on when somebody else has worded the claim otherwise', () => {
  const desk = judged();
  expect(desk.wording()).toBeNull();
  desk.word('ben', 'Fourteen soldiers died.');
  expect(desk.wording()).toBe(FIRST.quote.exact);
  desk.word('ben', FIRST.quote.exact);
  expect(desk.wording()).toBeNull();
});

test('whoever words a claim otherwise takes their own verdict along', () => {
  const desk = judged();
  desk.apply('ben', (hand) =>
    editAnnotation(desk.now(), 'first', { claim: { claimant: { name: 'The senator' } } }, hand),
  );
  desk.word('ada', 'Thirteen soldiers were killed.');
  expect(desk.wording()).toBeNull();
  desk.word('ben', 'Fourteen soldiers were killed.');
  expect(desk.wording()).toBe('Thirteen soldiers were killed.');
});

test('its reviewer says that it still holds, and nobody else', () => {
  const desk = judged();
  desk.word('ben', 'Fourteen soldiers died.');
  desk.apply('ben', (hand) => {
    const change = holdOnWording(desk.now(), 'v', hand);
    expect(isEmptyChange(change)).toBe(true);
    return change;
  });
  desk.apply('ada', (hand) => holdOnWording(desk.now(), 'v', hand));
  expect(desk.wording()).toBeNull();
});
