import { afterEach, expect, test, vi } from 'vitest';
import { annotate } from '../domain/annotate.ts';
import { createClock } from '../domain/clock.ts';
import { aimVerdict } from '../domain/aim.ts';
import { applyChange } from '../domain/change.ts';
import { articleOf, type FactCheck } from '../domain/fact-check.ts';
import { giveVerdict } from '../domain/give-verdict.ts';
import { searchAnnotations } from '../domain/search-annotations.ts';
import { sentenceStates } from '../domain/sentence-index.ts';
import { startFactCheck } from '../domain/start-fact-check.ts';
import { paragraphDraft } from '../domain/testing/paragraph-draft.ts';
import { targetAt } from '../domain/testing/arbitrary-fact-check.ts';
import { createBlockMarks } from './block-marks.ts';
import { createFactCheckStore, type FactCheckStore } from './fact-check-store.ts';

/*
 * Counts work instead of measuring time: what is shown of an edit must not look at every annotation there is. The one thing that
 * grows with them is that a table which an edit changes is copied.
 */

const SENTENCE = 'He said so. ';
const MANY = 400;
/** Halving looks at some. */
const FEW = 60;

let ids = 0;
const clock = createClock({ now: () => Date.UTC(2026, 0, 1), newId: () => `id-${(ids += 1)}`, tab: 'a' });
const hand = { clock, by: 'ana' };

afterEach(() => {
  vi.restoreAllMocks();
});

test.each<[string, (store: FactCheckStore) => void]>([
  ['a verdict', ({ events }) => events.giveVerdict('a7', { ratingId: 'false' })],
  ['a verdict on another annotation', ({ events }) => events.giveVerdict('a300', { ratingId: 'true' })],
  ['a claim that is worded', ({ events }) => events.editAnnotation('a9', { tags: ['new'] })],
  [
    'a new annotation',
    ({ events }) => void events.annotateWithVerdict([targetAt(textOf(MANY), 24, 2)], 'true'),
  ],
  ['an undo', ({ events }) => void events.undo()],
])('%s looks at few of four hundred annotations, and goes by no table', (_, edit) => {
  const looks = { count: 0 };
  const store = createFactCheckStore(factCheckOf(MANY, looks), {
    clock,
    reviewer: () => ANA,
    onChange: () => undefined,
  });
  const show = shower();
  show(store.getState().factCheck);
  // The first edit of all writes down who is at the desk, too.
  store.events.giveVerdict('a2', { ratingId: 'false' });
  store.events.giveVerdict('a3', { ratingId: 'false' });
  show(store.getState().factCheck);

  looks.count = 0;
  const walks = countWalks();
  edit(store);
  show(store.getState().factCheck);
  expect(looks.count).toBeLessThan(FEW);
  expect(walks()).toEqual([]);
});

/** All that the desk shows of a fact check when it has changed. */
function shower(): (factCheck: FactCheck) => void {
  const blockMarks = createBlockMarks();
  return (factCheck) => {
    blockMarks(factCheck, ANA.id);
    sentenceStates(factCheck);
    searchAnnotations(factCheck, '', ANA.id);
    aimVerdict(factCheck, {
      sentence: articleOf(factCheck).sentences[5] ?? { start: 0, end: 1 },
      selected: null,
      selectedId: null,
    });
  };
}

/** Notes who goes by all members of a long map; the copy of a table is made without any of these. */
function countWalks(): () => readonly string[] {
  const walks: string[] = [];
  for (const name of ['values', 'keys', 'entries', 'forEach'] as const) {
    const walk = Map.prototype[name] as (
      this: Map<unknown, unknown>,
      ...given: readonly unknown[]
    ) => unknown;
    vi.spyOn(Map.prototype, name).mockImplementation(function (
      this: Map<unknown, unknown>,
      ...given: unknown[]
    ) {
      if (this.size >= MANY / 2) walks.push(name);
      return walk.apply(this, given) as never;
    });
  }
  return () => walks;
}

const ANA = { id: 'ana', name: 'Ana' };

function textOf(sentences: number): string {
  return SENTENCE.repeat(sentences).trim();
}

/** A fact check with an annotation on each sentence, all of them rated; each look at where one stands is counted. */
function factCheckOf(count: number, looks: { count: number }): FactCheck {
  const sentences = Array.from({ length: count }, (_, i) => ({
    start: i * SENTENCE.length,
    end: (i + 1) * SENTENCE.length - 1,
  }));
  let factCheck = startFactCheck(paragraphDraft(textOf(count), { sentences }), hand);
  for (const [i, { start }] of sentences.entries()) {
    const id = `a${i}`;
    factCheck = applyChange(
      factCheck,
      annotate(factCheck, { targets: [targetAt(textOf(count), start, 7)], id }, hand),
    );
    const names = { annotationId: id, reviewerId: ANA.id, newId: `v${i}` };
    factCheck = applyChange(factCheck, giveVerdict(factCheck, names, { ratingId: 'true' }, hand));
  }
  const counted = [...factCheck.tables.annotation.values()].map((annotation) => {
    const { targets } = annotation;
    return Object.defineProperty({ ...annotation }, 'targets', {
      enumerable: true,
      get: () => {
        looks.count += 1;
        return targets;
      },
    });
  });
  return applyChange(factCheck, { added: counted, updated: [], removed: [] });
}
