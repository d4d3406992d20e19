import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { speak } from '../messages/language.ts';
import { loadFirstOf } from '../messages/load-language.ts';
import { annotate, editAnnotation } from './annotate.ts';
import type { Target } from './annotation.ts';
import { outlineAnnotation } from './annotation-outline.ts';
import { applyChange, type Change, type Hand } from './change.ts';
import { citeSource } from './cite-source.ts';
import { nameReviewer } from './fact-check-edits.ts';
import type { FactCheck } from './fact-check.ts';
import { giveVerdict } from './give-verdict.ts';
import type { Id } from './record.ts';
import {
  chosenIn,
  completionsOf,
  isQuery,
  reviewerInQuery,
  searchAnnotations,
  searchInSteps,
  unknownIn,
  valuesFor,
} from './search-annotations.ts';
import { QUERY_KEYS, termsOf, termText } from './query-terms.ts';
import { startFactCheck } from './start-fact-check.ts';
import { createTestClock } from './testing/arbitrary-changes.ts';

const KEYED = QUERY_KEYS.filter((key) => key !== 'text');
const TEXT = 'Alpha died. Beta Zürich lived. Gamma said so. Delta hopes.';
const clock = createTestClock();
const hand = (by: Id): Hand => ({ clock, by });

/** In text order: alpha (ann: False; bob: True), beta (words only, a source), gamma (open), delta (not checkable). */
const factCheck = build(
  (now) => nameReviewer(now, 'ann', 'Ann', hand('ann')),
  (now) => nameReviewer(now, 'bob', 'Bob', hand('bob')),
  (now) => annotate(now, { targets: [targetOf('Gamma said so.')], id: 'gamma' }, hand('bob')),
  (now) => annotate(now, { targets: [targetOf('Alpha died.')], id: 'alpha' }, hand('ann')),
  (now) => annotate(now, { targets: [targetOf('Beta Zürich lived.')], id: 'beta' }, hand('ann')),
  (now) =>
    annotate(
      now,
      { targets: [targetOf('Delta hopes.')], id: 'delta', checkability: 'not-checkable' },
      hand('ann'),
    ),
  (now) => judge(now, 'alpha', 'ann', { ratingId: 'false', conclusion: 'Alive and well.\nSeen in May.' }),
  (now) => judge(now, 'alpha', 'bob', { ratingId: 'true' }),
  (now) => judge(now, 'beta', 'ann', { conclusion: 'Not found yet' }),
  (now) => cite(now, 'beta', 'The Café Register'),
  (now) => editAnnotation(now, 'beta', { tags: ['figures'], status: 'researching' }, hand('ann')),
  (now) => editAnnotation(now, 'gamma', { claim: { claimant: { name: 'Karzaï' } } }, hand('bob')),
);

test('without a query all annotations are there, in text order', () => {
  expect(find('')).toEqual(['alpha', 'beta', 'gamma', 'delta']);
  expect(isQuery('')).toBe(false);
});

test('many annotations are searched in steps, once for each query', () => {
  const many = Array.from({ length: 350 }, (_, i) => ({ targets: [targetOf('Alpha died.')], id: `m${i}` }));
  const large = many.reduce((now, one) => applyChange(now, annotate(now, one, hand('ann'))), factCheck);
  const shares: number[] = [];
  const steps = searchInSteps(large, 'alpha', 'ann');
  let step = steps.next();
  for (; step.done !== true; step = steps.next()) shares.push(step.value);
  expect(shares).toHaveLength(3);
  expect(shares).toEqual(shares.toSorted((a, b) => a - b));
  expect(step.value).toHaveLength(351);
  expect(searchInSteps(large, 'alpha', 'ann').next()).toEqual({ done: true, value: step.value });
});

test.each<[string, string, readonly Id[]]>([
  ['a rating by the verdict that leads', 'verdict:false', ['alpha']],
  ['not by another reviewer’s', 'verdict:true', []],
  ['a reviewer’s own rating, once that reviewer is named', 'verdict:true by:bob', ['alpha']],
  ['a rating of another scale', 'verdict:"False (Other)"', []],
  ['one of several ratings', 'verdict:true verdict:false', ['alpha']],
  ['no verdict, words without a rating included', 'verdict:none', ['beta', 'gamma']],
  ['no verdict, by its name in the menu', 'verdict:"no verdict"', ['beta', 'gamma']],
  ['not checkable', 'verdict:not-checkable', ['delta']],
  ['not checkable, with a space', 'verdict:"Not checkable"', ['delta']],
  ['a work status', 'status:researching', ['beta']],
  ['a work status that is only begun', 'status:res', ['beta']],
  ['a work status by the words of the menu', 'status:"To check"', ['gamma', 'delta']],
  ['what is missing by the words of the menu', 'has:"No source"', ['alpha', 'gamma']],
  ['what is missing by words that are only begun', 'has:"a conc"', ['alpha', 'beta']],
  ['one of two work statuses', 'status:researching status:checked', ['alpha', 'beta']],
  ['a reviewer who made or judged it', 'by:BOB', ['alpha', 'gamma']],
  ['one of several reviewers', 'by:bob by:ann', ['alpha', 'beta', 'gamma', 'delta']],
  ['the reviewer at the desk', 'by:me', ['alpha', 'beta', 'delta']],
  ['claims without a source', 'has:nosource', ['alpha', 'gamma']],
  ['claims with a source', 'has:source', ['beta']],
  ['claims that a source speaks for', 'has:supports', ['beta']],
  ['claims that a source speaks against', 'has:refutes', []],
  ['claims without a conclusion', 'has:noconclusion', ['gamma']],
  ['several things that must all be so', 'has:nosource has:conclusion', ['alpha']],
  ['a tag', 'tag:figures', ['beta']],
  ['a tag that is only begun', 'tag:fig', ['beta']],
  ['two tags, of which one is missing', 'tag:figures tag:names', []],
  ['words of the quote alone, accent and case blind', 'text:zurich', ['beta']],
  ['words in quote marks', 'text:"beta zurich"', ['beta']],
  ['words in quote marks that stand otherwise', 'text:"zurich beta"', []],
  ['words that are only in a conclusion', 'text:alive', []],
  ['words of the quote', 'ZURICH', ['beta']],
  ['words of a conclusion', 'alive', ['alpha']],
  ['words of a source', 'cafe register', ['beta']],
  ['words in quote marks of a source', '“Café register”', ['beta']],
  ['the claimant', 'karzai', ['gamma']],
  ['words from several places at once', 'figures found zurich', ['beta']],
  ['all that is said together', 'zurich status:checked', []],
  ['a word with a colon that is no key', 'http://alive', []],
])('the list can be searched for %s', (_, query, ids) => {
  expect(find(query)).toEqual(ids);
  expect(isQuery(query)).toBe(true);
});

test.each(['  ', 'verdict:', '""', ' by: '])('%j looks for nothing yet', (query) => {
  expect(isQuery(query)).toBe(false);
  expect(find(query)).toHaveLength(4);
});

test('a query with one reviewer is about the verdicts of that one', () => {
  expect(reviewerInQuery(factCheck, 'by:bob', 'ann')).toBe('bob');
  expect(reviewerInQuery(factCheck, 'by:me', 'ann')).toBe('ann');
  expect(reviewerInQuery(factCheck, 'by:bob by:ann', 'ann')).toBeNull();
  expect(reviewerInQuery(factCheck, 'alive', 'ann')).toBeNull();
});

test('values that nothing here has are told, words are not', () => {
  expect(unknownIn(factCheck, 'verdict:wrong by:cy tag:x has:wings text:what ever by:me')).toEqual([
    { key: 'verdict', value: 'wrong' },
    { key: 'by', value: 'cy' },
    { key: 'tag', value: 'x' },
    { key: 'has', value: 'wings' },
  ]);
});

test('a menu shows the value that the query gives, and none where it gives several or another', () => {
  expect(chosenIn(factCheck, 'alive verdict:"mostly true"', 'verdict')).toBe('Mostly true');
  expect(chosenIn(factCheck, 'verdict:true verdict:false', 'verdict')).toBeNull();
  expect(chosenIn(factCheck, 'verdict:wrong', 'verdict')).toBeNull();
  expect(chosenIn(factCheck, 'alive', 'verdict')).toBeNull();
});

test.each([
  ['ver', ['verdict:']],
  ['alive ta', ['alive tag:']],
  ['verdict:mostly', ['verdict:"Mostly true"', 'verdict:"Mostly false"']],
  ['alive verdict:"mostly t', ['alive verdict:"Mostly true"']],
  ['by:', ['by:Ann', 'by:Bob']],
  ['has:nos', ['has:nosource']],
  ['has:"no s', ['has:nosource']],
  ['status:to-c', ['status:to-check']],
  ['verdict:not-ch', ['verdict:not-checkable']],
  ['tag:', ['tag:figures']],
  ['tag:figures', []],
  ['alive', []],
  ['text:al', []],
])('what is typed as %j is suggested to go on as %j', (query, completions) => {
  expect(completionsOf(factCheck, query).map(({ value }) => value)).toEqual(completions);
});

test('whatever is typed can be searched for, and every suggestion finds what its value says', () => {
  fc.assert(
    fc.property(fc.oneof(fc.string({ unit: 'grapheme' }), queryText), (query) => {
      const found = find(query);
      expect(find(query.trim())).toEqual(found);
      for (const { value } of completionsOf(factCheck, query)) expect(() => find(value)).not.toThrow();
    }),
  );
});

test.each([
  ['alpha', 'ann', 'False', 'False', 'Alive and well.', 0],
  ['alpha', 'bob', 'True', 'True', '', 0],
  ['beta', null, '', 'Open', 'Not found yet', 1],
  ['delta', 'ann', '', 'Not checkable', '', 0],
])('the outline of %s for %s', (id, reviewerId, verdict, word, conclusion, sources) => {
  expect(outlineOf(factCheck, id, reviewerId)).toMatchObject({ verdict, word, conclusion, sources });
});

test('a rating of a scale that is not here is shown by its id, not as open', () => {
  const tables = { ...factCheck.tables, 'rating-scale': new Map() };
  expect(outlineOf({ ...factCheck, tables }, 'alpha', 'ann')).toMatchObject({
    verdict: 'false',
    word: 'false',
  });
});

describe.each(['en', 'de', 'fr', 'es', 'ar', 'ja'])('in %s', (tag) => {
  beforeAll(async () => speak(await loadFirstOf([tag])));
  afterAll(() => speak());

  test('what a value is called, what is suggested and what is called unknown agree with what is found', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...KEYED),
        fc.nat(30),
        fc.nat(2),
        fc.nat(30),
        fc.boolean(),
        (key, which, name, letters, isLoud) => {
          const values = valuesFor(factCheck, key);
          const value = values[which % values.length];
          if (!value) throw new Error(`Nothing can stand behind ${key}.`);
          const whole = [value.value, value.label, value.id ?? value.value][name] ?? '';
          // All names of a value find the same.
          expect(find(termText(key, whole))).toEqual(find(termText(key, value.value)));

          const begun = [...whole].slice(0, letters + 1).join('');
          const typed = `${key}:"${isLoud ? begun.toUpperCase() : begun}`;
          if (termsOf(typed).length === 0) return;
          // What is begun is known, finds something of what is suggested, and the value is among that.
          expect(unknownIn(factCheck, typed)).toEqual([]);
          const suggested = completionsOf(factCheck, typed).map((one) => one.value);
          expect(suggested).toContain(termText(key, value.value));
          const found = new Set(suggested.flatMap(find));
          expect(find(typed).filter((id) => !found.has(id))).toEqual([]);
          // Nothing is suggested that is then unknown.
          for (const one of suggested) expect(unknownIn(factCheck, one)).toEqual([]);
        },
      ),
    );
  });
});

test.each(['verdict:fal', 'verdict:fau'])(
  'in French %j goes on, by what is shown and by what is written',
  async (typed) => {
    speak(await loadFirstOf(['fr']));
    expect(completionsOf(factCheck, typed)).toEqual([
      { value: 'verdict:False', label: 'Faux', shown: 'verdict:False' },
    ]);
    speak();
  },
);

const queryText = fc
  .array(
    fc.constantFrom('verdict:', 'by:', 'has:', 'text:', '"', '“', ' ', 'alive', 'false', 'Ann', ':', 'ß'),
  )
  .map((parts) => parts.join(''));

function find(query: string): readonly Id[] {
  return searchAnnotations(factCheck, query, 'ann').map(({ id }) => id);
}

function outlineOf(from: FactCheck, id: Id, reviewerId: Id | null): object {
  const annotation = from.tables.annotation.get(id);
  if (!annotation) throw new Error(`No annotation ${id}.`);
  return outlineAnnotation(from, annotation, reviewerId);
}

function build(...makers: readonly ((now: FactCheck) => Change)[]): FactCheck {
  const draft = {
    title: 'A',
    language: 'en',
    direction: 'ltr',
    text: TEXT,
    blocks: [],
    links: [],
    sentences: [],
    segmenter: '1',
    sha256: '0'.repeat(64),
    retrievedAt: '2026-01-01T00:00:00Z',
  } as const;
  return makers.reduce((now, make) => applyChange(now, make(now)), startFactCheck(draft, hand('ann')));
}

function targetOf(exact: string): Target {
  const start = TEXT.indexOf(exact);
  return { quote: { exact, prefix: '', suffix: '' }, position: { start, end: start + exact.length } };
}

function judge(
  now: FactCheck,
  annotationId: Id,
  reviewerId: Id,
  edit: Parameters<typeof giveVerdict>[2],
): Change {
  return giveVerdict(now, { annotationId, reviewerId, newId: clock.newId() }, edit, hand(reviewerId));
}

function cite(now: FactCheck, annotationId: Id, title: string): Change {
  const ids = { evidence: clock.newId(), source: clock.newId() };
  return citeSource(now, { annotationId, source: { title }, stance: 'supports', ids }, hand('ann'));
}
