import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { annotate } from './annotate.ts';
import type { Article } from './article.ts';
import { carryCorrections } from './carry-corrections.ts';
import { applyChange, invertChange, isEmptyChange, type Change } from './change.ts';
import { canJoin, findSplit, joinSentences, splitSentence } from './correct-sentences.ts';
import { coverSentences, createIsSettled } from './coverage.ts';
import { articleOf, type FactCheck } from './fact-check.ts';
import { startFactCheck, type DraftArticle } from './start-fact-check.ts';
import { arbitraryArticle } from './testing/arbitrary-article.ts';
import { createTestClock } from './testing/arbitrary-changes.ts';
import { targetAt } from './testing/arbitrary-fact-check.ts';
import { createSmallDesk } from './testing/small-fact-check.ts';

const hand = { clock: createTestClock(), by: 'ada' };

const wordsOf = ({ text, sentences }: DraftArticle): readonly string[] =>
  sentences.map(({ start, end }) => text.slice(start, end));

const statesOf = (now: FactCheck): readonly string[] =>
  coverSentences(articleOf(now).sentences, now.tables.annotation.values(), createIsSettled(now));

test('two sentences become one and are two again after an undo; the coverage follows, targets stay', () => {
  const desk = createSmallDesk();
  const before = desk.factCheck();
  expect(statesOf(before)).toEqual(['open', 'untouched']);
  const change = desk.apply((now) => joinSentences(now, 0, 1, hand));
  const after = desk.factCheck();
  expect(change.label).toBe('Join sentences');
  expect(wordsOf(articleOf(after))).toEqual(['Thirteen soldiers died. The senator said so.']);
  expect(articleOf(after).sentences[0]?.byHand).toBe(true);
  expect(articleOf(after).sha256).toBe(articleOf(before).sha256);
  expect(statesOf(after)).toEqual(['open']);
  expect(after.tables.annotation).toBe(before.tables.annotation);
  const undone = applyChange(after, invertChange(change, after, hand));
  expect(articleOf(undone).sentences).toEqual(articleOf(before).sentences);
});

test('a sentence becomes two at an offset, without the white space between them', () => {
  const desk = createSmallDesk();
  desk.apply((now) => splitSentence(now, 9, hand));
  expect(wordsOf(articleOf(desk.factCheck()))).toEqual([
    'Thirteen',
    'soldiers died.',
    'The senator said so.',
  ]);
  expect(articleOf(desk.factCheck()).sentences.map(({ byHand }) => byHand)).toEqual([true, true, undefined]);
});

test.each([0, 23, 24, 44, 99])('nothing is cut at %i, where one part would be empty', (at) => {
  const desk = createSmallDesk();
  expect(findSplit(articleOf(desk.factCheck()), at)).toBe(null);
  expect(isEmptyChange(splitSentence(desk.factCheck(), at, hand))).toBe(true);
});

test('sentences of two blocks are not joined', () => {
  const factCheck = startFactCheck(draftOf(['It rained.', 'It stopped.']), hand);
  expect(canJoin(articleOf(factCheck), 0, 1)).toBe(false);
  expect(isEmptyChange(joinSentences(factCheck, 0, 1, hand))).toBe(true);
});

test('whatever is joined and split, sentences stay in order, in their block, and the text is all there', () => {
  fc.assert(
    fc.property(
      arbitraryArticle(),
      fc.array(fc.tuple(fc.boolean(), fc.nat(300), fc.nat(3)), { maxLength: 12 }),
      ({ id: _id, rev: _rev, ...article }, edits) => {
        const first = startFactCheck(article, hand);
        const changes: Change[] = [];
        let now = first;
        for (const [isJoin, at, more] of edits) {
          const count = articleOf(now).sentences.length;
          const change = isJoin
            ? joinSentences(now, at % count, (at % count) + more, hand)
            : splitSentence(now, at, hand);
          now = applyChange(now, change);
          if (!isEmptyChange(change)) changes.push(change);
          expectSound(articleOf(now));
        }
        for (const change of changes.toReversed()) now = applyChange(now, invertChange(change, now, hand));
        expect(articleOf(now).sentences).toEqual(articleOf(first).sentences);
        expect(articleOf(now).text).toBe(article.text);
      },
    ),
  );
});

test('a new draft keeps what was joined and split, where the words are the same', () => {
  const text = 'He met Sen. Lang. They ate. It rained? Yes.';
  let now = startFactCheck(draftOf([text], ['He met Sen.', 'Lang.', 'They ate.', 'It rained? Yes.']), hand);
  now = applyChange(now, joinSentences(now, 0, 1, hand));
  now = applyChange(now, splitSentence(now, text.indexOf('Yes'), hand));
  const next = draftOf(
    [`New. ${text}`, 'He met Sen. Lang at noon.'],
    ['New.', 'He met Sen.', 'Lang.', 'They ate.', 'It rained? Yes.', 'He met Sen.', 'Lang at noon.'],
  );
  const carried = carryCorrections(articleOf(now), next);
  expect(wordsOf(carried)).toEqual([
    'New.',
    'He met Sen. Lang.',
    'They ate.',
    'It rained?',
    'Yes.',
    'He met Sen.',
    'Lang at noon.',
  ]);
});

test('a correction is kept beside another one whose words have changed', () => {
  const parts = ['He met Sen.', 'Lang.', 'It was No.', '1 here. Yes.'];
  let now = startFactCheck(draftOf([parts.join(' ')], parts), hand);
  now = applyChange(now, joinSentences(now, 0, 1, hand));
  now = applyChange(now, joinSentences(now, 1, 2, hand));
  const edited = [...parts.slice(0, 3), '2 here. Yes.'];
  expect(wordsOf(carryCorrections(articleOf(now), draftOf([edited.join(' ')], edited)))).toEqual([
    'He met Sen. Lang.',
    'It was No.',
    '2 here. Yes.',
  ]);
});

test('an empty sentence, as a damaged file may hold one, holds nothing up', () => {
  const draft = draftOf(['It rained.']);
  const older = articleOf(startFactCheck(draft, hand));
  const damaged = { ...older, sentences: [{ start: 0, end: 0, byHand: true } as const, ...older.sentences] };
  expect(carryCorrections(damaged, draft)).toEqual(draft);
});

test('an article without corrections leaves a new draft as it is', () => {
  const draft = draftOf(['It rained.']);
  expect(carryCorrections(articleOf(startFactCheck(draft, hand)), draft)).toBe(draft);
});

test('an annotation made on a joined sentence stays on its words when that is split again', () => {
  const desk = createSmallDesk();
  desk.apply((now) => joinSentences(now, 0, 1, hand));
  const { text } = articleOf(desk.factCheck());
  desk.apply((now) => annotate(now, { targets: [targetAt(text, 0, text.length)], id: 'whole' }, hand));
  desk.apply((now) => splitSentence(now, 24, hand));
  expect(statesOf(desk.factCheck())).toEqual(['open', 'open']);
});

/** One block for each text; its sentences are the blocks themselves when none are given. */
function draftOf(blocks: readonly string[], sentences: readonly string[] = blocks): DraftArticle {
  const text = blocks.join('\n\n');
  return {
    title: 'A report',
    retrievedAt: '2026-01-01T00:00:00Z',
    language: 'en',
    direction: 'ltr',
    text,
    blocks: find(text, blocks).map((range) => ({ kind: 'paragraph' as const, ...range })),
    links: [],
    sentences: find(text, sentences),
    segmenter: 'test',
    sha256: '0'.repeat(64),
  };
}

function find(text: string, pieces: readonly string[]): { readonly start: number; readonly end: number }[] {
  let reached = 0;
  return pieces.map((piece) => {
    const start = text.indexOf(piece, reached);
    reached = start + piece.length;
    return { start, end: reached };
  });
}

function expectSound({ text, blocks, sentences }: Article): void {
  let reached = 0;
  for (const { start, end } of sentences) {
    expect(text.slice(reached, start).trim()).toBe('');
    expect(end).toBeGreaterThan(start);
    expect(blocks.some((block) => block.start <= start && end <= block.end)).toBe(true);
    reached = end;
  }
  expect(text.slice(reached).trim()).toBe('');
}
