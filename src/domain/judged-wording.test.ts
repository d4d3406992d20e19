import { expect, test } from 'vitest';
import { editAnnotation } from './annotate.ts';
import { applyChange, invertChange, isEmptyChange, type Change, type Hand } from './change.ts';
import { giveVerdict } from './give-verdict.ts';
import { holdOnWording, judgedWordingOf } from './judged-wording.ts';
import { keepHistory } from './keep-history.ts';
import type { Id } from './record.ts';
import { createSmallDesk, FIRST } from './testing/small-fact-check.ts';

/** Ada has judged the first sentence. From then on the wall clock can be set, in hours. */
function judged() {
  const desk = createSmallDesk();
  let now = desk.factCheck();
  let hours = 0;
  const instant = (): string =>
    new Date(Date.parse(desk.hand.clock.instant()) + hours * 3_600_000).toISOString();
  const clock = { ...desk.hand.clock, instant };
  const apply = (by: Id, make: (hand: Hand) => Change): Change => {
    const hand = { clock, by };
    const change = keepHistory(make(hand), now, clock);
    now = applyChange(now, change);
    return change;
  };
  const about = { annotationId: 'first', reviewerId: 'ada', newId: 'v' };
  apply('ada', (hand) => giveVerdict(now, about, { ratingId: 'true' }, hand));
  return {
    now: () => now,
    apply,
    setClock: (to: number): void => void (hours = to),
    word: (by: Id, statement: string): Change =>
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

test.each([-24, 24])(
  'whether a claim was worded before or after a verdict is no matter of the clock (%i h)',
  (hours) => {
    const desk = judged();
    desk.setClock(hours);
    desk.word('ben', 'Fourteen soldiers died.');
    expect(desk.wording()).toBe(FIRST.quote.exact);
    desk.setClock(0);
    desk.apply('ada', (hand) => holdOnWording(desk.now(), 'v', hand));
    expect(desk.wording()).toBeNull();
    const about = { annotationId: 'first', reviewerId: 'ada', newId: 'v' };
    desk.apply('ada', (hand) => giveVerdict(desk.now(), about, { conclusion: 'So it is.' }, hand));
    expect(desk.wording()).toBeNull();
    desk.setClock(hours);
    desk.word('ben', 'Fifteen soldiers died.');
    expect(desk.wording()).toBe('Fourteen soldiers died.');
    desk.setClock(0);
    desk.apply('ada', (hand) => giveVerdict(desk.now(), about, { conclusion: 'So it was.' }, hand));
    expect(desk.wording()).toBe('Fourteen soldiers died.');
    desk.apply('ada', (hand) => giveVerdict(desk.now(), about, { ratingId: 'false' }, hand));
    expect(desk.wording()).toBeNull();
  },
);

test('a verdict that was taken away and brought back is no newer for it', () => {
  const desk = judged();
  desk.word('ben', 'Fourteen soldiers died.');
  const about = { annotationId: 'first', reviewerId: 'ada', newId: 'v' };
  const anew = desk.apply('ada', (hand) => giveVerdict(desk.now(), about, { ratingId: 'false' }, hand));
  expect(desk.wording()).toBeNull();
  desk.apply('ada', (hand) => invertChange(anew, desk.now(), hand));
  expect(desk.wording()).toBe(FIRST.quote.exact);
  desk.setClock(-24);
  desk.word('ben', 'Fifteen soldiers died.');
  expect(desk.wording()).toBe(FIRST.quote.exact);
});
