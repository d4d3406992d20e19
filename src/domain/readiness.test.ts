import { expect, test } from 'vitest';
import { editAnnotation } from './annotate.ts';
import { citeSource, editEvidence, editSource } from './cite-source.ts';
import type { FactCheck } from './fact-check.ts';
import { giveVerdict } from './give-verdict.ts';
import { findUnready } from './readiness.ts';
import { createSmallDesk } from './testing/small-fact-check.ts';

function leftIn(factCheck: FactCheck) {
  return Object.fromEntries(
    [...findUnready(factCheck, ['open', 'untouched'])].map(([kind, items]) => [kind, items.length]),
  );
}

test('what is left is told step by step, until it is done', () => {
  const { factCheck, apply } = createSmallDesk();
  expect(leftIn(factCheck())).toEqual({ 'without-verdict': 1, untouched: 1 });
  const by = { annotationId: 'first', reviewerId: 'ada', newId: 'v' };
  apply((now, hand) => giveVerdict(now, by, { ratingId: 'true' }, hand));
  expect(leftIn(factCheck())).toEqual({ 'without-source': 1, untouched: 1 });
  const cited = {
    annotationId: 'first',
    source: { title: 'The log' },
    stance: 'context',
    ids: { evidence: 'e', source: 's' },
  } as const;
  apply((now, hand) => citeSource(now, cited, hand));
  apply((now, hand) => editSource(now, 's', { accessedAt: null }, hand));
  expect(leftIn(factCheck())).toEqual({ 'not-accessed': 1, untouched: 1 });
  apply((now, hand) => editSource(now, 's', { accessedAt: '2026-01-01T00:00:00Z' }, hand));
  apply((now, hand) => editEvidence(now, 'e', { stance: 'supports' }, hand));
  expect(leftIn(factCheck())).toEqual({ 'without-quote': 1, untouched: 1 });
  apply((now, hand) => editEvidence(now, 'e', { quote: 'thirteen' }, hand));
  expect(leftIn(factCheck())).toEqual({ untouched: 1 });
  expect(findUnready(factCheck(), ['checked', 'untouched']).get('untouched')).toEqual([
    { words: 'The senator said so.', sentence: 1 },
  ]);
});

test('what holds no claim needs neither verdict nor source', () => {
  const { factCheck, apply } = createSmallDesk();
  apply((now, hand) => editAnnotation(now, 'first', { checkability: 'not-checkable' }, hand));
  expect(leftIn(factCheck())).toEqual({ untouched: 1 });
});

test('each source without its words is one thing to do, at its own field; a source without a date is one', () => {
  const { factCheck, apply } = createSmallDesk();
  for (const n of [1, 2, 3]) {
    const ids = { evidence: `e${n}`, source: `s${n}` };
    const cited = { annotationId: 'first', source: { title: `Log ${n}` }, stance: 'supports', ids } as const;
    apply((now, hand) => citeSource(now, cited, hand));
  }
  apply((now, hand) => editEvidence(now, 'e2', { quote: 'thirteen' }, hand));
  for (const id of ['s1', 's2'])
    apply((now, hand) => editSource(now, id, { accessedAt: '2026-01-01T00:00:00Z' }, hand));
  const found = findUnready(factCheck(), ['checked', 'checked']);
  const place = { annotationId: 'first', evidenceId: 'e3' };
  expect(found.get('without-quote')).toMatchObject([
    { annotationId: 'first', evidenceId: 'e1', field: 'quote', source: { title: 'Log 1' } },
    { ...place, field: 'quote', source: { title: 'Log 3' } },
  ]);
  expect(found.get('not-accessed')).toMatchObject([
    { ...place, field: 'accessed', source: { title: 'Log 3' } },
  ]);
});
