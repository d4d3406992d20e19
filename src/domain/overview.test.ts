import fc from 'fast-check';
import { expect, test } from 'vitest';
import { speak } from '../messages/language.ts';
import { loadFirstOf } from '../messages/load-language.ts';
import { annotate } from './annotate.ts';
import { BUILTIN_SCALES } from './builtin-scales.ts';
import { chooseScale } from './choose-scale.ts';
import { coverSentences, createIsSettled, type SentenceState } from './coverage.ts';
import { articleOf, type FactCheck } from './fact-check.ts';
import { giveVerdict } from './give-verdict.ts';
import { sumUp } from './overview.ts';
import { placedAnnotations } from './placed-annotations.ts';
import { arbitraryFactCheck } from './testing/arbitrary-fact-check.ts';
import { createSmallDesk, SECOND } from './testing/small-fact-check.ts';

test('a claim that nobody has rated is open, and every stance is there, without a source', () => {
  const factCheck = createSmallDesk().factCheck();
  const { verdicts, stances } = sumUp(factCheck, statesOf(factCheck), null);
  expect(verdicts.map(({ word, count }) => [word, count])).toEqual([['Open', 1]]);
  expect(stances.map(({ stance, count }) => [stance, count])).toEqual([
    ['supports', 0],
    ['refutes', 0],
    ['mixed', 0],
    ['context', 0],
  ]);
});

test.each([
  ['of the scale in use', 'en', null, ['true', 'false'], ['True', 'False']],
  ['of the scale in use, in another language', 'de', null, ['true', 'false'], ['Wahr', 'Falsch']],
  ['of another scale', 'en', 'averitec', ['supported', 'refuted'], ['Supported', 'Refuted']],
])('the verdicts %s stand in its order, not in that of the text', async (_, tag, scaleId, ratings, words) => {
  const { factCheck, apply } = createSmallDesk();
  const [usual] = factCheck().tables['rating-scale'].values();
  if (!usual) throw new Error('There is no scale.');
  const other = BUILTIN_SCALES.find(({ id }) => id === scaleId);
  if (other) apply((now, hand) => chooseScale(now, { ...usual, ...other }, hand));
  apply((now, hand) => annotate(now, { targets: [SECOND], id: 'second' }, hand));
  const ids = ['second', 'first'];
  for (const [i, ratingId] of ratings.entries()) {
    const by = { annotationId: ids[i] ?? '', reviewerId: 'ada', newId: `v${i}` };
    apply((now, hand) => giveVerdict(now, by, { ratingId }, hand));
  }
  if (other) apply((now, hand) => chooseScale(now, usual, hand));
  speak(await loadFirstOf([tag]));
  expect(sumUp(factCheck(), [], 'ada').verdicts.map(({ word }) => word)).toEqual(words);
  speak();
});

test('every annotation that is placed and every link to a source is counted once, every sentence at most once', () => {
  fc.assert(
    fc.property(arbitraryFactCheck(), (factCheck) => {
      const states = statesOf(factCheck);
      const { blocks, verdicts, stances } = sumUp(factCheck, states, null);
      expect(sum(verdicts)).toBe(placedAnnotations(factCheck).length);
      expect(new Set(verdicts.map(({ word }) => word)).size).toBe(verdicts.length);
      expect(sum(stances)).toBe(factCheck.tables.evidence.size);
      expect(blocks.flatMap((block) => block.states).length).toBeLessThanOrEqual(states.length);
      for (const block of blocks) {
        expect(block.states).toEqual(states.slice(block.sentence, block.sentence + block.states.length));
        expect(block.words.length).toBeLessThanOrEqual(61);
      }
    }),
  );
});

function statesOf(factCheck: FactCheck): readonly SentenceState[] {
  return coverSentences(
    articleOf(factCheck).sentences,
    placedAnnotations(factCheck),
    createIsSettled(factCheck),
  );
}

function sum(rows: readonly { readonly count: number }[]): number {
  return rows.reduce((total, { count }) => total + count, 0);
}
