import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { applyChange, invertChange, isEmptyChange, makeChange } from './change.ts';
import { isInDoubt } from './doubt.ts';
import { judgedQuoteOf } from './judged-place.ts';
import { attach } from './carry-over.ts';
import { findGaps, parseRecord, type FactCheck } from './fact-check.ts';
import { giveVerdict, type VerdictEdit } from './give-verdict.ts';
import { keepHistory } from './keep-history.ts';
import { evidenceOf, verdictsOf } from './lookup.ts';
import type { Verdict } from './verdict.ts';
import { placedAnnotations } from './placed-annotations.ts';
import { targetAt } from './testing/arbitrary-fact-check.ts';
import {
  BLANK_ANNOTATION,
  BLANK_JUDGEMENT,
  BLANK_SOURCE,
  type ForeignAnnotation,
  type ForeignJudgement,
} from './foreign-annotation.ts';
import { wordKey, type Meanings } from './foreign-words.ts';
import { authorKey, type Arrival, type Arrivals } from './arrival.ts';
import { authorsOf, importAnnotations } from './import-annotations.ts';
import { createSmallDesk, SECOND } from './testing/small-fact-check.ts';

const one = { name: 'one', ownId: null };
const two = { name: 'two', ownId: null };

const ITEM: ForeignAnnotation = {
  ...BLANK_ANNOTATION,
  place: 'item 1',
  originalId: 'x',
  tags: ['numbers', 'numbers'],
  author: one,
  createdAt: '2026-11-20T10:00:00.000000+01:00',
  judgements: [
    { ...BLANK_JUDGEMENT, author: one, labels: ['wrong'], comment: 'It was fourteen.' },
    { ...BLANK_JUDGEMENT, author: two, comment: 'Agreed.' },
  ],
};

const FALSE: Meanings = new Map([
  [
    wordKey({ kind: 'label', word: 'wrong' }),
    { means: 'rating', scaleId: 'linecheck', ratingId: 'false' } as const,
  ],
]);

function arrive(arrivals: readonly Arrival[], meanings: Meanings = new Map()): Arrivals {
  const authors = arrivals.flatMap(({ item }) => authorsOf(item).map(authorKey));
  return { arrivals, texts: [TEXT], meanings, authorIds: new Map(authors.map((key, i) => [key, `by-${i}`])) };
}

const TEXT = {
  type: 'article',
  id: 'elsewhere',
  title: 'Words',
  retrievedAt: '2026-01-01T00:00:00Z',
  language: 'en',
  direction: 'ltr',
  text: 'The senator said no.',
  blocks: [],
  links: [],
  sentences: [],
  segmenter: 'none',
  sha256: '0'.repeat(64),
} as const;

const JUDGED = { articleId: 'elsewhere', targets: [targetAt(TEXT.text, 0, TEXT.text.length)] };

function place(item: ForeignAnnotation, id: string): Arrival {
  return { item, id, names: [], found: { state: 'placed', targets: [SECOND] } };
}

test('an annotation comes with its author, its date, its verdict and the reply as words of who replied', () => {
  const { factCheck, hand } = createSmallDesk();
  const change = importAnnotations(factCheck(), arrive([place(ITEM, 'in-1')], FALSE), hand);
  const { annotation, article, verdict, reviewer } = applyChange(factCheck(), change).tables;
  expect(annotation.get('in-1')).toMatchObject({
    claim: { statement: SECOND.quote.exact },
    tags: ['numbers'],
    status: 'checked',
    createdAt: '2026-11-20T09:00:00.000Z',
    createdBy: 'by-0',
  });
  expect([...verdict.values()]).toMatchObject([
    { reviewerId: 'by-0', ratingId: 'false', conclusion: 'It was fourteen.' },
    { reviewerId: 'by-1', ratingId: null, conclusion: 'Agreed.' },
  ]);
  expect([reviewer.get('by-0')?.name, reviewer.get('by-1')?.name]).toEqual(['one', 'two']);
  // Nothing waits for a place, so no text came along.
  expect(article.has('elsewhere')).toBe(false);
});

test('a verdict on other words is in doubt, and says which words it was given on', () => {
  const { factCheck, hand } = createSmallDesk();
  const found = { state: 'changed', targets: [SECOND], judged: JUDGED } as const;
  const change = importAnnotations(
    factCheck(),
    arrive([{ item: ITEM, id: 'in-1', names: [], found }], FALSE),
    hand,
  );
  const after = applyChange(factCheck(), change);
  const annotation = after.tables.annotation.get('in-1');
  expect(annotation && isInDoubt(after, annotation)).toBe(true);
  expect(annotation && judgedQuoteOf(annotation, [])).toBe(TEXT.text);
  expect(annotation?.claim.statement).toBe(TEXT.text);
  expect(findGaps(after)).toEqual([]);
});

test('what has no place waits with its words, and is attached with a doubt', () => {
  const { factCheck, hand } = createSmallDesk();
  const found = { state: 'lost', judged: JUDGED } as const;
  const change = importAnnotations(
    factCheck(),
    arrive([{ item: ITEM, id: 'in-1', names: [], found }], FALSE),
    hand,
  );
  const after = applyChange(factCheck(), change);
  expect(placedAnnotations(after).map(({ id }) => id)).toEqual(['first']);
  expect(findGaps(after)).toEqual([]);
  const attached = applyChange(after, attach(after, 'in-1', [SECOND], hand)).tables.annotation.get('in-1');
  expect(attached && isInDoubt(after, attached)).toBe(true);
});

test('a word means what the person says: a rating, a tag, that nothing is to be checked, or nothing', () => {
  const { factCheck, hand } = createSmallDesk();
  const take = (means: 'tag' | 'not-checkable' | 'nothing') => {
    const meanings: Meanings = new Map([[wordKey({ kind: 'label', word: 'wrong' }), { means }]]);
    const change = importAnnotations(factCheck(), arrive([place(ITEM, 'in-1')], meanings), hand);
    return applyChange(factCheck(), change).tables.annotation.get('in-1');
  };
  expect(take('tag')).toMatchObject({ tags: ['numbers', 'wrong'], status: 'to-check' });
  expect(take('not-checkable')).toMatchObject({ checkability: 'not-checkable' });
  expect(take('nothing')).toMatchObject({ tags: ['numbers'], foreign: { words: ['wrong'] } });
});

test('what a machine has predicted is no rating: its label is kept as a word', () => {
  const { factCheck, hand } = createSmallDesk();
  const meanings: Meanings = new Map([
    ...FALSE,
    [wordKey({ kind: 'tag', word: 'numbers' }), { means: 'not-checkable' }],
  ]);
  const item = { ...ITEM, isMachineMade: true };
  const change = importAnnotations(factCheck(), arrive([place(item, 'in-1')], meanings), hand);
  const { annotation, verdict } = applyChange(factCheck(), change).tables;
  expect(annotation.get('in-1')).toMatchObject({
    status: 'to-check',
    checkability: 'claim',
    tags: ['machine-made'],
    foreign: { words: ['numbers', 'numbers', 'wrong'] },
  });
  expect([...verdict.values()].map(({ ratingId, conclusion }) => [ratingId, conclusion])).toEqual([
    [null, 'It was fourteen.'],
    [null, 'Agreed.'],
  ]);
});

test('a source that is cited twice or is here already comes once, and a dangerous address never', () => {
  const { factCheck, hand } = createSmallDesk();
  const use = {
    stance: 'refutes',
    quote: 'Fourteen.',
    locator: null,
    note: null,
    annotationId: null,
  } as const;
  const source = { ...BLANK_SOURCE, title: 'List', url: 'https://example.org/list', use };
  const sources = [
    source,
    { ...source, url: 'http://www.example.org/list/' },
    { ...BLANK_SOURCE, url: BAD, use },
  ];
  const change = importAnnotations(factCheck(), arrive([place({ ...ITEM, sources }, 'in-1')]), hand);
  const after = applyChange(factCheck(), change);
  expect([...after.tables.source.values()].map(({ url }) => url)).toEqual([
    'https://example.org/list',
    undefined,
  ]);
  expect(after.tables.evidence.size).toBe(3);
  expect(change.added.map(parseRecord).filter(({ ok }) => !ok)).toEqual([]);
});

describe('what a later file says of an annotation that is here', () => {
  const { factCheck, hand } = createSmallDesk();
  const said = (...judgements: readonly Partial<ForeignJudgement>[]): ForeignAnnotation => ({
    ...ITEM,
    judgements: judgements.map((judgement) => ({ ...BLANK_JUDGEMENT, author: one, ...judgement })),
  });
  const bring = (now: FactCheck, item: ForeignAnnotation): FactCheck => {
    const change = importAnnotations(now, arrive([place(item, 'in-1')], FALSE), hand);
    return applyChange(now, keepHistory(change, now, hand.clock));
  };
  const verdictOf = (now: FactCheck): Verdict | undefined => verdictsOf(now, 'in-1')[0];
  const edit = (now: FactCheck, words: VerdictEdit): FactCheck => {
    const own = verdictOf(now);
    if (!own) throw new Error('There is no verdict.');
    const at = { annotationId: 'in-1', reviewerId: own.reviewerId, newId: 'unused' };
    return applyChange(now, keepHistory(giveVerdict(now, at, words, hand), now, hand.clock));
  };
  const first = { comment: 'It was fourteen.', at: '2026-01-01T00:00:00Z' };
  const before = bring(factCheck(), said(first));

  test('is added: a reply of the same person, a rating, a source', () => {
    const later = said(first, { comment: 'See the log.', labels: ['wrong'], at: '2026-01-02T00:00:00Z' });
    const use = {
      stance: 'refutes',
      quote: 'Fourteen.',
      locator: null,
      note: null,
      annotationId: null,
    } as const;
    const after = bring(before, { ...later, sources: [{ ...BLANK_SOURCE, title: 'The log', use }] });
    expect(verdictsOf(after, 'in-1')).toMatchObject([
      {
        id: verdictOf(before)?.id,
        ratingId: 'false',
        conclusion: 'It was fourteen.\n\nSee the log.',
        decidedAt: '2026-01-02T00:00:00Z',
      },
    ]);
    expect(after.tables.annotation.get('in-1')).toMatchObject({ status: 'checked' });
    expect(evidenceOf(after, 'in-1')).toHaveLength(1);
    expect(after.tables.annotation.size).toBe(before.tables.annotation.size);
  });

  test('leaves what was written here since, and adds to it only what was never here', () => {
    const mine = edit(before, { conclusion: 'Fourteen, says the log.', ratingId: 'true' });
    const after = bring(mine, said(first, { comment: 'And the captain.', labels: ['wrong'] }));
    expect(verdictOf(after)).toMatchObject({
      ratingId: 'true',
      conclusion: 'Fourteen, says the log.\n\nAnd the captain.',
    });
  });

  test('is no news when it was replaced or removed here', () => {
    const mine = edit(before, { conclusion: 'Fourteen, says the log.' });
    expect(bring(mine, said(first))).toEqual(mine);
    const own = verdictOf(before);
    if (!own) throw new Error('There is no verdict.');
    const removal = makeChange('Remove', before, { removed: [own] }, hand);
    const without = applyChange(before, keepHistory(removal, before, hand.clock));
    expect(bring(without, said(first))).toEqual(without);
  });
});

const BAD = 'javascript:alert(1)';

test('whatever the words are: records are valid, the second import adds nothing, and undo gives back what was there', () => {
  const word = fc.option(fc.string({ unit: 'binary' }));
  const author = fc.option(fc.record({ name: fc.string({ unit: 'binary' }), ownId: fc.constant(null) }));
  const judgement = fc
    .record({
      author,
      at: word,
      labels: fc.array(fc.string()),
      comment: fc.string(),
      unknowns: word,
      confidence: word,
    })
    .map((said) => ({ ...BLANK_JUDGEMENT, ...said }));
  const arbitraryItem = fc
    .record({ author, createdAt: word, statement: word, reason: word, judgements: fc.array(judgement) })
    .map((said): ForeignAnnotation => ({ ...ITEM, ...said }));
  fc.assert(
    fc.property(fc.array(arbitraryItem, { maxLength: 4 }), fc.boolean(), (items, isLost) => {
      const { factCheck, hand } = createSmallDesk();
      const arrivals = items.map((item, i): Arrival =>
        isLost
          ? { item, id: `in-${i % 3}`, names: [], found: { state: 'lost', judged: JUDGED } }
          : place(item, `in-${i % 3}`),
      );
      const change = importAnnotations(factCheck(), arrive(arrivals), hand);
      const after = applyChange(factCheck(), change);
      expect(change.added.map(parseRecord).filter(({ ok }) => !ok)).toEqual([]);
      expect(findGaps(after)).toEqual([]);
      expect(isEmptyChange(importAnnotations(after, arrive(arrivals), hand))).toBe(true);
      expect(applyChange(after, invertChange(change, after, hand))).toEqual(factCheck());
    }),
  );
});
