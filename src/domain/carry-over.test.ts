import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { moveBoundaries } from './move-boundaries.ts';
import { quoteOf, type Annotation } from './annotation.ts';
import {
  answerDoubt,
  attach,
  needsPerson,
  planCarryOver,
  takeDraft,
  takeDraftInSteps,
  targetsIn,
  PLACE_STATES,
  type CarryAnswer,
  type CarryDecision,
  type FoundTarget,
} from './carry-over.ts';
import { applyChange, invertChange, makeChange } from './change.ts';
import { coverSentences, createIsSettled } from './coverage.ts';
import { isInDoubt, leadingVerdict } from './doubt.ts';
import { judgedQuoteOf } from './judged-place.ts';
import { articleOf, headOf, recordsOf, type FactCheck } from './fact-check.ts';
import { giveVerdict } from './give-verdict.ts';
import { verdictsOf } from './lookup.ts';
import { markAnnotation } from './marks.ts';
import { isPlacedIn, placedAnnotations } from './placed-annotations.ts';
import { arbitraryFactCheck, targetAt } from './testing/arbitrary-fact-check.ts';
import { createTestClock } from './testing/arbitrary-changes.ts';
import { createSmallDesk, FIRST, SECOND } from './testing/small-fact-check.ts';

const NEW_TEXT = 'Fourteen soldiers died. The senator said so.';
const CHANGED = targetAt(NEW_TEXT, 0, 23);

function draftOf(factCheck: FactCheck, text = NEW_TEXT) {
  const {
    id: _id,
    rev: _rev,
    type: _type,
    updatedAt: _at,
    updatedBy: _by,
    ...article
  } = articleOf(factCheck);
  return {
    ...article,
    text,
    blocks: [{ kind: 'paragraph', start: 0, end: text.length }] as const,
    links: [],
    sentences: [{ start: 0, end: Math.min(23, text.length) }],
  };
}

const changed: FoundTarget = { state: 'changed', target: CHANGED, candidates: [] };
const orphaned: FoundTarget = { state: 'orphaned', target: null, candidates: [] };

/** A desk with a verdict on its first sentence. */
function judgedDesk() {
  const desk = createSmallDesk();
  desk.apply((now, hand) =>
    giveVerdict(now, { annotationId: 'first', reviewerId: 'ada', newId: 'v' }, { ratingId: 'true' }, hand),
  );
  const oldId = headOf(desk.factCheck()).articleId;
  const load = (found: FoundTarget, decision?: CarryDecision): Annotation => {
    const factCheck = desk.factCheck();
    const plan = planCarryOver(factCheck, () => [found]);
    const decisions = new Map(decision ? [['first', decision]] : []);
    const taken = takeDraft(
      factCheck,
      { draft: draftOf(factCheck), articleId: 'new-draft', plan, decisions },
      desk.hand,
    );
    if (!taken.ok) throw new Error(taken.problem);
    desk.apply(() => taken.change);
    return first();
  };
  const first = (): Annotation => {
    const annotation = desk.factCheck().tables.annotation.get('first');
    if (!annotation) throw new Error('It is gone.');
    return annotation;
  };
  return { ...desk, load, first, oldId };
}

test('a draft is refused while a verdict stands on changed words that nobody has looked at', () => {
  const { load } = judgedDesk();
  expect(() => load(changed)).toThrow('1 annotation needs a decision first.');
  expect(() => load(orphaned)).toThrow('1 annotation needs a decision first.');
});

test('what still holds is judged in the new draft, by whom and when', () => {
  const { load, factCheck } = judgedDesk();
  const first = load(changed, { answer: 'still-holds' });
  expect(first.targets).toEqual([CHANGED]);
  expect(first.carried).toMatchObject({ articleId: 'new-draft', decision: 'still-holds', by: 'ada' });
  expect(isInDoubt(factCheck(), first)).toBe(false);
  expect(createIsSettled(factCheck())(first)).toBe(true);
});

test.each(['re-check', 'later'] as const)(
  'a verdict to %s is greyed, open in the coverage, and says in which draft it was given',
  (answer) => {
    const { load, factCheck, oldId } = judgedDesk();
    const first = load(changed, { answer });
    expect(first.targets).toEqual([{ ...CHANGED, judgedIn: oldId }]);
    expect(isInDoubt(factCheck(), first)).toBe(true);
    expect(markAnnotation(factCheck(), first, 'ada')[0]).toMatchObject({
      look: 'in-doubt',
      label: 'True, on other words',
    });
    const { sentences } = articleOf(factCheck());
    expect(coverSentences(sentences, [first], createIsSettled(factCheck()))).toEqual(['open']);
    expect(first.status).toBe(answer === 're-check' ? 'researching' : 'checked');
  },
);

test('what is taken along by the hundred leaves others their turn, and is the same as at once', () => {
  const { first, factCheck, hand } = judgedDesk();
  const many = Array.from({ length: 500 }, (_, at) => ({ ...first(), id: `a${at}` }));
  const full = applyChange(factCheck(), makeChange('', factCheck(), { added: many }, hand));
  const plan = planCarryOver(full, () => [{ state: 'moved', target: SECOND, candidates: [] }]);
  const taking = { draft: draftOf(full), articleId: 'new-draft', plan, decisions: new Map() };
  const steps = takeDraftInSteps(full, taking, hand);
  const shares: number[] = [];
  let step = steps.next();
  for (; step.done !== true; step = steps.next()) shares.push(step.value);
  expect(shares.length).toBeGreaterThanOrEqual(10);
  expect(shares).toEqual(shares.toSorted((one, other) => one - other));
  const places = (taken: ReturnType<typeof takeDraft>) =>
    taken.ok
      ? [...placedAnnotations(applyChange(full, taken.change))].map(({ id, targets }) => [id, targets])
      : null;
  expect(places(step.value)).toHaveLength(501);
  expect(places(step.value)).toEqual(places(takeDraft(full, taking, hand)));
});

test.each([
  ['other words beside them', targetAt('Some 13 soldiers died. ', 5, 22)],
  ['the same words beside them', FIRST],
])('what comes along by itself is greyed where a person wants to check it again: %s', (_, target) => {
  const { load, first, factCheck, hand, apply } = judgedDesk();
  const moved: FoundTarget = { state: 'moved', target, candidates: [] };
  expect(planCarryOver(factCheck(), () => [moved]).filter((item) => needsPerson(item))).toEqual([]);
  expect(load(moved, { answer: 're-check' })).toMatchObject({
    status: 'researching',
    carried: { decision: 're-check' },
  });
  expect(isInDoubt(factCheck(), first())).toBe(true);
  apply((now) => answerDoubt(now, 'first', 'still-holds', hand));
  expect(isInDoubt(factCheck(), first())).toBe(false);
});

test('the same rating once more settles a doubt', () => {
  const desk = judgedDesk();
  desk.load(changed, { answer: 're-check' });
  desk.apply((now, hand) =>
    giveVerdict(now, { annotationId: 'first', reviewerId: 'ada', newId: 'w' }, { ratingId: 'true' }, hand),
  );
  expect(desk.first().targets).toEqual([CHANGED]);
  expect(isInDoubt(desk.factCheck(), desk.first())).toBe(false);
  expect(createIsSettled(desk.factCheck())(desk.first())).toBe(true);
  expect(desk.first().status).toBe('checked');
});

test('a doubt goes along into the next draft, where the words are the same', () => {
  const desk = judgedDesk();
  desk.load(changed, { answer: 'later' });
  const factCheck = desk.factCheck();
  const plan = planCarryOver(factCheck, () => [{ state: 'exact', target: CHANGED, candidates: [] }]);
  const taken = takeDraft(
    factCheck,
    { draft: draftOf(factCheck), articleId: 'third', plan, decisions: new Map() },
    desk.hand,
  );
  if (!taken.ok) throw new Error(taken.problem);
  desk.apply(() => taken.change);
  expect(isInDoubt(desk.factCheck(), desk.first())).toBe(true);
  expect(desk.first().earlier?.map(({ articleId }) => articleId)).toEqual([desk.oldId, 'new-draft']);
  expect(desk.first().targets[0]?.judgedIn).toBe(desk.oldId);
});

test('what is detached has no place, stays readable where it was, and is not put back by a later draft', () => {
  const desk = judgedDesk();
  const first = desk.load(changed, { answer: 'detach' });
  expect(first.articleId).toBe(desk.oldId);
  const { annotation } = desk.factCheck().tables;
  const article = articleOf(desk.factCheck());
  expect([...annotation.values()].filter((one) => !isPlacedIn(article, one))).toEqual([first]);
  const [item] = planCarryOver(desk.factCheck(), () => [{ ...changed, state: 'exact' }]);
  expect(item && needsPerson(item)).toBe(false);
  expect(item && targetsIn(item)).toBeNull();
});

test('what was detached from another version keeps its place in the one that it stands in', () => {
  const desk = judgedDesk();
  const before = desk.factCheck();
  const detached = desk.load(changed, { answer: 'detach' });
  // As when a colleague's file says so of a version that is not under check here.
  const here = applyChange(before, makeChange('Merge', before, { changed: [detached] }, desk.hand));
  expect(isPlacedIn(articleOf(here), detached)).toBe(true);
  const [item] = planCarryOver(here, () => [changed]);
  expect(item && targetsIn(item)).toEqual([changed.target]);
  expect(item && needsPerson(item)).toBe(true);
});

test('attached to the words that were judged, a verdict holds; attached to others, it is in doubt', () => {
  const same = targetAt('So: Thirteen soldiers died.', 4, 23);
  for (const [target, doubt] of [
    [same, false],
    [CHANGED, true],
  ] as const) {
    const desk = judgedDesk();
    desk.load(orphaned, { answer: 'later' });
    desk.apply((now, hand) => attach(now, 'first', [target], hand));
    expect(desk.first().articleId).toBe('new-draft');
    expect(isInDoubt(desk.factCheck(), desk.first())).toBe(doubt);
  }
});

test('a doubtful one that is detached goes back to the words that were judged', () => {
  const desk = judgedDesk();
  const before = desk.first();
  desk.load(changed, { answer: 'later' });
  desk.apply((now, hand) => answerDoubt(now, 'first', 'detach', hand));
  expect(desk.first().targets).toEqual(before.targets);
  expect(placedAnnotations(desk.factCheck())).toEqual([]);
});

test('a doubtful one whose boundary was moved goes back to the words that were judged when it is detached', () => {
  const desk = judgedDesk();
  const before = desk.first();
  desk.load(changed, { answer: 'later' });
  desk.apply((now, hand) => moveBoundaries(now, 'first', [targetAt(NEW_TEXT, 9, 14)], hand));
  expect(desk.first().targets[0]?.judgedIn).toBe(desk.oldId);
  expect(isInDoubt(desk.factCheck(), desk.first())).toBe(true);
  expect(judgedQuoteOf(desk.first(), verdictsOf(desk.factCheck(), 'first'))).toBe(quoteOf(before));
  desk.apply((now, hand) => answerDoubt(now, 'first', 'detach', hand));
  expect(desk.first().targets).toEqual(before.targets);
  expect(placedAnnotations(desk.factCheck())).toEqual([]);
});

test('a moved boundary does not make words judged that lose their place later', () => {
  const desk = judgedDesk();
  const moved = targetAt(NEW_TEXT, 9, 14);
  desk.load(changed, { answer: 'later' });
  desk.apply((now, hand) => moveBoundaries(now, 'first', [moved], hand));
  const factCheck = desk.factCheck();
  const taken = takeDraft(
    factCheck,
    {
      draft: draftOf(factCheck, 'Nobody died.'),
      articleId: 'third',
      plan: planCarryOver(factCheck, () => [orphaned]),
      decisions: new Map([['first', { answer: 'later' }]]),
    },
    desk.hand,
  );
  if (!taken.ok) throw new Error(taken.problem);
  desk.apply(() => taken.change);
  desk.apply((now, hand) => attach(now, 'first', [moved], hand));
  expect(isInDoubt(desk.factCheck(), desk.first())).toBe(true);
});

test('a moved boundary does not say that a verdict was given in the new draft', () => {
  const desk = judgedDesk();
  desk.load({ state: 'exact', target: FIRST, candidates: [] });
  desk.apply((now, hand) => moveBoundaries(now, 'first', [targetAt('Thirteen soldiers died.', 0, 22)], hand));
  expect(isInDoubt(desk.factCheck(), desk.first())).toBe(false);
  expect(desk.first().targets[0]?.judgedIn).toBe(desk.oldId);
});

test('boundaries around other words than those that were judged put the verdict in doubt, and back end it', () => {
  const desk = judgedDesk();
  const before = desk.first();
  desk.apply((now, hand) => moveBoundaries(now, 'first', [targetAt('Thirteen soldiers died.', 0, 17)], hand));
  expect(isInDoubt(desk.factCheck(), desk.first())).toBe(true);
  desk.apply((now, hand) => moveBoundaries(now, 'first', [FIRST], hand));
  expect(isInDoubt(desk.factCheck(), desk.first())).toBe(false);
  expect(desk.first()).toMatchObject({ targets: before.targets, claim: before.claim, status: 'checked' });
  expect(desk.first().earlier).toBeUndefined();
  desk.apply((now, hand) => moveBoundaries(now, 'first', [SECOND], hand));
  expect(isInDoubt(desk.factCheck(), desk.first())).toBe(true);
  expect(judgedQuoteOf(desk.first(), verdictsOf(desk.factCheck(), 'first'))).toBe('Thirteen soldiers died.');
  desk.apply((now, hand) => answerDoubt(now, 'first', 'detach', hand));
  expect(placedAnnotations(desk.factCheck())).toEqual([]);
  desk.apply((now, hand) => attach(now, 'first', [FIRST], hand));
  expect(isInDoubt(desk.factCheck(), desk.first())).toBe(false);
});

test('what is detached has no place even where it is not known which words were judged', () => {
  const desk = judgedDesk();
  desk.load(changed, { answer: 'later' });
  desk.apply((now, hand) => {
    const { earlier: _lost, ...first } = desk.first();
    return makeChange('Lose', now, { changed: [first] }, hand);
  });
  desk.apply((now, hand) => answerDoubt(now, 'first', 'detach', hand));
  expect(placedAnnotations(desk.factCheck())).toEqual([]);
  desk.apply((now, hand) => attach(now, 'first', [CHANGED], hand));
  expect(isInDoubt(desk.factCheck(), desk.first())).toBe(true);
});

const ANSWERS: readonly CarryAnswer[] = ['still-holds', 're-check', 'detach', 'later'];

/** A fact check, a new text, what was found in it and what a person said, all at random. */
const LOADED = fc
  .record({
    factCheck: arbitraryFactCheck(),
    states: fc.array(fc.constantFrom(...PLACE_STATES), { minLength: 20, maxLength: 20 }),
    answers: fc.array(fc.option(fc.constantFrom(...ANSWERS), { nil: undefined }), {
      minLength: 6,
      maxLength: 6,
    }),
  })
  .map(({ factCheck, states, answers }) => {
    let next = 0;
    const plan = planCarryOver(factCheck, ({ targets }) =>
      targets.map(({ quote }): FoundTarget => {
        const state = states[next++ % states.length] ?? 'exact';
        const hasPlace = state !== 'ambiguous' && state !== 'orphaned';
        const exact = state === 'changed' ? `${quote.exact} not` : quote.exact;
        const target = { quote: { ...quote, exact }, position: { start: 0, end: exact.length } };
        return { state, target: hasPlace ? target : null, candidates: [] };
      }),
    );
    const decisions = new Map(
      plan.flatMap(({ annotation }, i): [string, CarryDecision][] => {
        const answer = answers[i % answers.length];
        return answer ? [[annotation.id, { answer }]] : [];
      }),
    );
    return { factCheck, plan, decisions };
  });

test('no change under a target keeps its verdict silently, and every annotation is accounted for once', () => {
  fc.assert(
    fc.property(LOADED, ({ factCheck, plan, decisions }) => {
      expect(plan.map(({ annotation }) => annotation)).toEqual([...factCheck.tables.annotation.values()]);
      const hand = { clock: createTestClock('a', factCheck), by: 'ada' };
      const taken = takeDraft(
        factCheck,
        { draft: draftOf(factCheck), articleId: 'new-draft', plan, decisions },
        hand,
      );
      const isWaiting = plan.some((item) => needsPerson(item, decisions.get(item.annotation.id)));
      expect(taken.ok).toBe(!isWaiting);
      if (!taken.ok) return;
      const after = applyChange(factCheck, taken.change);
      const settled = createIsSettled(after);
      for (const item of plan) {
        const now = after.tables.annotation.get(item.annotation.id);
        if (now?.articleId !== 'new-draft') continue;
        const isChanged = item.found.some(({ state }) => state === 'changed');
        const isConfirmed = now.carried?.decision === 'still-holds';
        const isJudged = leadingVerdict(after, now, null) !== undefined;
        expect(isChanged && isJudged && !isConfirmed && settled(now)).toBe(false);
        const { articleId, targets } = item.annotation;
        expect(now.earlier).toContainEqual(expect.objectContaining({ articleId, targets }));
      }
      const back = applyChange(after, invertChange(taken.change, after, hand));
      expect(contentsOf(back)).toEqual(contentsOf(factCheck));
    }),
  );
});

function contentsOf(factCheck: FactCheck): unknown {
  return recordsOf(factCheck)
    .map(({ rev: _rev, base: _base, writtenAs: _as, updatedAt: _at, updatedBy: _by, ...said }) => said)
    .toSorted((a, b) => `${a.type}/${a.id}`.localeCompare(`${b.type}/${b.id}`));
}
