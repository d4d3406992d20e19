import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { moveBoundaries } from './move-boundaries.ts';
import { outlineAnnotation } from './annotation-outline.ts';
import { quoteOf, type Annotation, type Target } from './annotation.ts';
import { answerDoubt, attach, planCarryOver, takeDraft, type CarryAnswer } from './carry-over.ts';
import { applyChange, invertChange, isEmptyChange, type Change, type Hand } from './change.ts';
import { createIsSettled } from './coverage.ts';
import { isInDoubt, isVerdictInDoubt, saysSomething } from './doubt.ts';
import { articleOf, gatherFactCheck, recordsOf, type FactCheck } from './fact-check.ts';
import { giveVerdict, type VerdictEdit } from './give-verdict.ts';
import { keepHistory } from './keep-history.ts';
import { verdictBy, verdictsOf } from './lookup.ts';
import { markAnnotation } from './marks.ts';
import { adoptRecords, mergeFile, planMerge } from './merge-file.ts';
import { isPlacedIn } from './placed-annotations.ts';
import { receiveRecords } from './receive-records.ts';
import type { Id } from './record.ts';
import { historyOf, restoreVersion } from './restore-version.ts';
import { setAside } from './set-aside.ts';
import { createTestClock } from './testing/arbitrary-changes.ts';
import { targetAt } from './testing/arbitrary-fact-check.ts';
import { createSmallDesk } from './testing/small-fact-check.ts';

const OLD = 'Thirteen soldiers died.';
const NEGATED = 'Thirteen soldiers did not die.';

/** Several people at one desk, on one annotation; each step is made by one of them. */
function createSeveral(started: FactCheck = createSmallDesk().factCheck(), tab = 'desk') {
  const clock = createTestClock(tab, started);
  let now = started;
  const past: Change[] = [];
  const handOf = (by: Id): Hand => ({ clock, by });
  const first = (): Annotation => {
    const annotation = now.tables.annotation.get('first');
    if (!annotation) throw new Error('It is gone.');
    return annotation;
  };
  const apply = (change: Change): void => {
    const kept = keepHistory(change, now, clock);
    past.push(kept);
    now = applyChange(now, kept);
  };
  const judge = (by: Id, edit: VerdictEdit): void =>
    apply(giveVerdict(now, { annotationId: 'first', reviewerId: by, newId: `v-${by}` }, edit, handOf(by)));
  /** A new draft with these words in the place of those under the annotation. */
  const load = (by: Id, words: string, answer: CarryAnswer = 'later'): void => {
    const article = articleOf(now);
    const text = `${words} The senator said so.`;
    const end = words.length;
    const target = targetAt(text, 0, end);
    const state = quoteOf(first()) === words ? 'exact' : 'changed';
    const taken = takeDraft(
      now,
      {
        draft: {
          ...article,
          text,
          blocks: [{ kind: 'paragraph', start: 0, end: text.length }],
          sentences: [{ start: 0, end }],
        },
        articleId: clock.newId(),
        plan: planCarryOver(now, () => [{ state, target, candidates: [] }]),
        decisions: new Map([['first', { answer }]]),
      },
      handOf(by),
    );
    if (!taken.ok) throw new Error(taken.problem);
    apply(taken.change);
  };
  return {
    judge,
    load,
    first,
    apply,
    handOf,
    past,
    now: () => now,
    answer: (by: Id, said: 'still-holds' | 're-check' | 'detach'): void =>
      apply(answerDoubt(now, 'first', said, handOf(by))),
    attach: (by: Id, target: Target): void => apply(attach(now, 'first', [target], handOf(by))),
    move: (by: Id, target: Target): void => apply(moveBoundaries(now, 'first', [target], handOf(by))),
    /** Takes a step back, whatever has been done since: as another tab does that has its own steps. */
    undo: (by: Id, change: Change): void => {
      now = applyChange(now, invertChange(change, now, handOf(by)));
    },
    become: (factCheck: FactCheck): void => {
      now = factCheck;
    },
    /** The names of those whose verdict stands. */
    standing: (): readonly Id[] => standingIn(now),
  };
}

function standingIn(factCheck: FactCheck): readonly Id[] {
  const annotation = factCheck.tables.annotation.get('first');
  if (!annotation || !isPlacedIn(articleOf(factCheck), annotation)) return [];
  return verdictsOf(factCheck, 'first')
    .filter((verdict) => saysSomething(verdict) && !isVerdictInDoubt(annotation, verdict))
    .map(({ reviewerId }) => reviewerId);
}

/** Two verdicts, and a new draft that says the opposite. */
function doubted() {
  const desk = createSeveral();
  desk.judge('ada', { ratingId: 'true', conclusion: 'So it is.' });
  desk.judge('ben', { ratingId: 'true' });
  desk.load('ada', NEGATED);
  return desk;
}

describe('the doubt of one verdict', () => {
  test('is not ended by that of somebody else', () => {
    const desk = doubted();
    expect(desk.standing()).toEqual([]);
    desk.judge('ada', { ratingId: 'false' });
    expect(desk.standing()).toEqual(['ada']);
    expect(isInDoubt(desk.now(), desk.first())).toBe(true);
    desk.judge('ben', { ratingId: 'true' });
    expect(desk.standing()).toEqual(['ada', 'ben']);
    expect(isInDoubt(desk.now(), desk.first())).toBe(false);
  });

  test('is told beside a verdict that stands, which is the one that counts, whoever looks', () => {
    const desk = doubted();
    expect(markAnnotation(desk.now(), desk.first(), 'ben')[0]).toMatchObject({ look: 'in-doubt' });
    desk.judge('ada', { ratingId: 'false' });
    for (const reviewerId of ['ada', 'ben', null]) {
      expect(markAnnotation(desk.now(), desk.first(), reviewerId)[0]).toMatchObject({
        look: 'rated',
        label: 'False, beside a verdict on other words',
      });
      expect(outlineAnnotation(desk.now(), desk.first(), reviewerId)).toMatchObject({
        verdict: 'False',
        doubt: 'another',
      });
    }
    expect(createIsSettled(desk.now())(desk.first())).toBe(true);
  });

  test('is ended for one’s own verdict alone by “Still holds”', () => {
    const desk = doubted();
    desk.answer('ada', 'still-holds');
    expect(desk.standing()).toEqual(['ada']);
    desk.answer('ben', 'still-holds');
    expect(desk.standing()).toEqual(['ada', 'ben']);
    expect(desk.first().carried?.decision).toBe('still-holds');
  });

  test('stays when somebody who has judged nothing says that several verdicts still hold', () => {
    const desk = doubted();
    desk.answer('cem', 'still-holds');
    expect(desk.standing()).toEqual([]);
  });

  test('is ended for the only verdict by whoever says so, by name', () => {
    const desk = createSeveral();
    desk.judge('ada', { ratingId: 'true' });
    desk.load('ben', NEGATED);
    desk.answer('ben', 'still-holds');
    expect(desk.standing()).toEqual(['ada']);
    expect(desk.first().carried).toMatchObject({ decision: 'still-holds', by: 'ben' });
  });

  test('is not ended by taking a rating back, which judges nothing', () => {
    const desk = doubted();
    const before = verdictBy(desk.now(), 'first', 'ada')?.decidedAt;
    desk.judge('ada', { ratingId: null });
    expect(verdictBy(desk.now(), 'first', 'ada')?.decidedAt).toBe(before);
    expect(desk.standing()).toEqual([]);
    expect(createIsSettled(desk.now())(desk.first())).toBe(false);
  });

  test('stays when it is to be checked again, and what was judged meanwhile stands', () => {
    const desk = doubted();
    desk.judge('ada', { ratingId: 'false' });
    desk.answer('ben', 're-check');
    expect(desk.standing()).toEqual(['ada']);
    expect(createIsSettled(desk.now())(desk.first())).toBe(false);
  });

  test('comes to all when the words change once more, and goes along where they do not', () => {
    const desk = doubted();
    desk.judge('ada', { ratingId: 'false' });
    desk.load('ada', NEGATED);
    expect(desk.standing()).toEqual(['ada']);
    desk.load('ada', 'Nobody died.');
    expect(desk.standing()).toEqual([]);
  });

  test('comes back with the verdict, by an undo in another tab or from the history', () => {
    for (const end of ['verdict', 'still-holds'] as const) {
      const desk = doubted();
      desk.judge('ada', { ratingId: 'false' });
      const [step] = desk.past.slice(-1);
      if (end === 'verdict') desk.judge('ben', { ratingId: 'false' });
      else desk.answer('ben', 'still-holds');
      expect(desk.standing()).toEqual(['ada', 'ben']);
      if (step) desk.undo('ada', step);
      expect(desk.standing()).toEqual(['ben']);
      desk.judge('ada', { ratingId: 'false' });
      expect(desk.standing()).toEqual(['ada', 'ben']);
      const old = [...desk.now().tables.history.values()].find(
        ({ before }) =>
          before.type === 'verdict' && before.ratingId === 'true' && before.reviewerId === 'ada',
      );
      if (old) desk.apply(restoreVersion(desk.now(), old, desk.handOf('ada')));
      expect(verdictBy(desk.now(), 'first', 'ada')?.ratingId).toBe('true');
      expect(desk.standing()).toEqual(['ben']);
    }
  });

  test('comes back with a verdict that was taken back in doubt, when all that was left was confirmed', () => {
    for (const end of ['undo', 'history'] as const) {
      const desk = doubted();
      desk.judge('ada', { ratingId: null });
      const [step] = desk.past.slice(-1);
      desk.answer('ben', 'still-holds');
      expect(desk.standing()).toEqual(['ben']);
      const old = [...desk.now().tables.history.values()].find(
        ({ before }) => before.type === 'verdict' && before.reviewerId === 'ada',
      );
      if (end === 'undo' && step) desk.undo('ada', step);
      if (end === 'history' && old) desk.apply(restoreVersion(desk.now(), old, desk.handOf('ada')));
      expect(verdictBy(desk.now(), 'first', 'ada')?.ratingId).toBe('true');
      expect(desk.standing()).not.toContain('ada');
    }
  });

  test('is not escaped by detaching: attached to what one of two has judged, the other is in doubt', () => {
    const desk = doubted();
    desk.judge('ada', { ratingId: 'false' });
    const target = desk.first().targets[0];
    desk.answer('ada', 'detach');
    expect(desk.standing()).toEqual([]);
    if (target) desk.attach('ada', target);
    expect(desk.standing()).toEqual(['ada']);
    expect(isInDoubt(desk.now(), desk.first())).toBe(true);
  });

  test('of somebody who does not come back is set aside, comes back from the history in doubt, and in no merge', () => {
    const desk = doubted();
    desk.judge('ada', { ratingId: 'false' });
    const before = desk.now();
    const theirs = verdictsOf(before, 'first').find(({ reviewerId }) => reviewerId === 'ben');
    if (!theirs) throw new Error('Ben has judged it.');
    const hand = desk.handOf('ada');
    desk.apply(keepHistory(setAside(before, theirs.id, hand), before, hand.clock));
    expect(isInDoubt(desk.now(), desk.first())).toBe(false);
    expect(desk.standing()).toEqual(['ada']);
    expect(desk.first().status).toBe('checked');
    expect(planMerge(desk.now(), recordsOf(before)).added).toEqual([]);

    const entry = historyOf(desk.now(), 'first').find(({ before: { type } }) => type === 'verdict');
    expect(entry).toMatchObject({ replacedBy: 'ada', before: { id: theirs.id } });
    if (entry) desk.apply(restoreVersion(desk.now(), entry, hand));
    expect(isInDoubt(desk.now(), desk.first())).toBe(true);
    expect(desk.standing()).toEqual(['ada']);
  });

  test('is set aside by nobody where it stands, or is the only one', () => {
    const desk = createSeveral();
    desk.judge('ada', { ratingId: 'true' });
    desk.judge('ben', { ratingId: 'false' });
    const ids = verdictsOf(desk.now(), 'first').map(({ id }) => id);
    for (const id of ids) expect(isEmptyChange(setAside(desk.now(), id, desk.handOf('ada')))).toBe(true);
    const alone = createSeveral();
    alone.judge('ben', { ratingId: 'false' });
    alone.load('ada', NEGATED);
    const [only] = verdictsOf(alone.now(), 'first');
    expect(isEmptyChange(setAside(alone.now(), only?.id ?? '', alone.handOf('ada')))).toBe(true);
  });

  test('does not depend on how a time is written, nor on clocks that run ahead', () => {
    const desk = createSeveral();
    desk.judge('ada', { ratingId: 'true' });
    desk.become(
      gatherFactCheck(
        desk.now().id,
        recordsOf(desk.now()).map((record) =>
          record.type === 'verdict' ? { ...record, decidedAt: '2031-01-01T00:00:00.5Z' } : record,
        ),
      ),
    );
    desk.load('ben', NEGATED);
    expect(desk.standing()).toEqual([]);
    desk.judge('ben', { ratingId: 'false' });
    expect(desk.standing()).toEqual(['ben']);
  });

  test('is seen where two tabs each decide for one of two', () => {
    const desk = doubted();
    const other = createSeveral(desk.now(), 'b');
    desk.judge('ada', { ratingId: 'false' });
    other.judge('ben', { ratingId: 'false' });
    const merged = receiveRecords(desk.now(), { changed: recordsOf(other.now()), removed: [] });
    expect(standingIn(merged)).toEqual(['ada', 'ben']);
    desk.become(merged);
    expect(isInDoubt(desk.now(), desk.first())).toBe(false);
    desk.load('ada', NEGATED);
    desk.load('ada', OLD);
    expect(desk.standing()).toEqual([]);
  });

  test.each(['here', 'file'] as const)('is kept in a merge when what is %s stays', (stays) => {
    const base = createSeveral();
    base.judge('ada', { ratingId: 'true' });
    const here = createSeveral(base.now(), 'here');
    const there = createSeveral(base.now(), 'there');
    here.load('ada', NEGATED);
    here.judge('ada', { ratingId: 'false' });
    there.judge('ben', { ratingId: 'true' });
    const bothWays = [
      [here, there],
      [there, here],
    ] as const;
    for (const [one, other] of bothWays) {
      const plan = planMerge(one.now(), adoptRecords(one.now(), other.now()));
      const merged = applyChange(one.now(), mergeFile(plan, stays, one.handOf('ada')));
      const isNegated = merged.tables.annotation.get('first')?.targets[0]?.quote.exact === NEGATED;
      expect(standingIn(merged)).not.toContain(isNegated ? 'ben' : 'ada');
    }
  });
});

const REVIEWERS = ['ada', 'ben', 'cem'] as const;
const WORDS = [OLD, NEGATED, 'Nobody died.'] as const;

type Step = Readonly<{
  verb: 'rate' | 'take-back' | 'write' | 'load' | 'hold' | 're-check' | 'detach' | 'attach' | 'move' | 'undo';
  by: (typeof REVIEWERS)[number];
  pick: number;
}>;

const STEP: fc.Arbitrary<Step> = fc.record({
  verb: fc.constantFrom<Step['verb'][]>(
    'rate',
    'rate',
    'take-back',
    'write',
    'load',
    'load',
    'hold',
    're-check',
    'detach',
    'attach',
    'move',
    'undo',
  ),
  by: fc.constantFrom(...REVIEWERS),
  pick: fc.nat({ max: 50 }),
});

test('whatever three people do, no verdict stands on words that its reviewer has not judged or somebody confirmed', () => {
  fc.assert(
    fc.property(fc.array(STEP, { maxLength: 25 }), (steps) => {
      const desk = createSeveral();
      /** By verdict and time of decision: the words that it was given on, or that it was confirmed on. */
      const judgedOn = new Map<string, Set<string>>();
      const note = (verdict: { id: Id; decidedAt: string } | undefined): void => {
        if (!verdict) return;
        const key = `${verdict.id} ${verdict.decidedAt}`;
        judgedOn.set(key, (judgedOn.get(key) ?? new Set()).add(coreOf(quoteOf(desk.first()))));
      };
      for (const { verb, by, pick } of steps) {
        const said = verdictsOf(desk.now(), 'first').filter(saysSomething);
        const isHere = isPlacedIn(articleOf(desk.now()), desk.first());
        const { text } = articleOf(desk.now());
        const before = verdictBy(desk.now(), 'first', by);
        switch (verb) {
          case 'rate':
            desk.judge(by, { ratingId: pick % 2 === 0 ? 'true' : 'false' });
            break;
          case 'take-back':
            desk.judge(by, { ratingId: null });
            break;
          case 'write':
            desk.judge(by, { conclusion: `Words ${pick}` });
            break;
          case 'load':
            if (isHere || desk.first().carried?.decision !== 'detached') {
              const hold = pick % 5 === 0 ? 'still-holds' : pick % 5 === 1 ? 're-check' : 'later';
              desk.load(by, WORDS[pick % 3] ?? OLD, hold);
              if (hold === 'still-holds' && said.length === 1) note(said[0]);
            }
            break;
          case 'hold':
            if (isHere) desk.answer(by, 'still-holds');
            if (isHere && said.length === 1) note(said[0]);
            break;
          case 're-check':
            if (isHere) desk.answer(by, 're-check');
            break;
          case 'detach':
            if (isHere) desk.answer(by, 'detach');
            break;
          case 'attach':
            desk.attach(by, targetAt(text, 0, 9 + (pick % (text.length - 10))));
            break;
          case 'move':
            if (isHere) desk.move(by, targetAt(text, pick % 9, 9 + (pick % (text.length - 20))));
            break;
          case 'undo': {
            const step = desk.past[pick % Math.max(1, desk.past.length)];
            const isDraft = step?.updated.some(({ after }) => after.type === 'fact-check');
            if (step && !isDraft) desk.undo(by, step);
            break;
          }
        }
        const now = verdictBy(desk.now(), 'first', by);
        if (now && now.decidedAt !== before?.decidedAt && verb !== 'undo') note(now);
        for (const verdict of verdictsOf(desk.now(), 'first')) {
          if (!standingIn(desk.now()).includes(verdict.reviewerId)) continue;
          const words = [...(judgedOn.get(`${verdict.id} ${verdict.decidedAt}`) ?? [])];
          expect(words, `${verb} by ${by}`).toContain(coreOf(quoteOf(desk.first())));
        }
      }
    }),
    { numRuns: 400 },
  );
});

function coreOf(words: string): string {
  return words.replaceAll(/^\W+|\W+$/g, '');
}
