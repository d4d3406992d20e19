import { digestText } from '../../domain/article.ts';
import { BUILTIN_SCALES } from '../../domain/builtin-scales.ts';
import { gatherFactCheck, recordsOf, type AnyRecord, type FactCheck } from '../../domain/fact-check.ts';
import type { Source } from '../../domain/source.ts';
import { targetAt } from '../../domain/testing/arbitrary-fact-check.ts';

const TEXT = `Ferry figures
“Forty people drowned, 12 of them children,” the harbour master, O'Neill, said on Monday. 🕊 He gave no source.
The ferry <Maria> sailed at noon; it had sailed at noon on every day of 2020.
It should never have left.
=1+1 is what the log says, and «نعم، غرقت السفينة» is what the captain wrote.`;

const WHEN = '2026-01-02T10:00:00Z';

/** A made-up fact check with everything that a format may meet: several verdicts, awkward words, two directions. */
export async function sampleFactCheck(): Promise<FactCheck> {
  let revisions = 0;
  const stamp = (): object => ({ rev: [(revisions += 1), 'desk'], updatedAt: WHEN, updatedBy: 'ana' });
  const record = (fields: object): AnyRecord => ({ ...fields, ...stamp() }) as AnyRecord;
  const blocks = [...TEXT.matchAll(/.+/g)].map(({ index, 0: line }, i) => ({
    kind: i === 0 ? 'heading' : i === 4 ? 'list-item' : 'paragraph',
    ...(i === 0 ? { level: 2 } : {}),
    start: index,
    end: index + line.length,
  }));
  const place = (...quotes: readonly string[]): object[] =>
    quotes.map((quote) => targetAt(TEXT, TEXT.indexOf(quote), quote.length));
  const annotation = (id: string, quotes: readonly string[], more: object): AnyRecord =>
    record({
      type: 'annotation',
      id,
      articleId: 'draft',
      targets: place(...quotes),
      checkability: 'claim',
      tags: [],
      status: 'checked',
      createdAt: WHEN,
      createdBy: 'ana',
      ...more,
    });
  const verdict = (id: string, annotationId: string, reviewerId: string, more: object): AnyRecord =>
    record({ type: 'verdict', id, annotationId, reviewerId, scaleId: 'linecheck', scaleVersion: 1, ...more });
  const [scale] = BUILTIN_SCALES;
  return gatherFactCheck('ferry', [
    record({
      type: 'fact-check',
      id: 'ferry',
      title: 'Ferry figures',
      articleId: 'draft',
      scaleId: 'linecheck',
      createdAt: WHEN,
      createdBy: 'ana',
    }),
    record({
      type: 'article',
      id: 'draft',
      title: 'Ferry figures: "forty" & more',
      byline: 'Bo Writer',
      publisher: 'The Practice Courier',
      url: 'https://example.org/ferry?a=1&b=2',
      publishedAt: '2026-01-01',
      retrievedAt: WHEN,
      language: 'en',
      direction: 'ltr',
      text: TEXT,
      blocks,
      links: [],
      sentences: blocks.map(({ start, end }) => ({ start, end })),
      segmenter: 'test',
      sha256: await digestText(TEXT),
    }),
    record({ type: 'rating-scale', ...scale }),
    record({ type: 'reviewer', id: 'ana', name: 'Ana Checker', role: 'fact-checker' }),
    record({ type: 'reviewer', id: 'ben', name: 'Ben <b>Second</b>' }),
    annotation('a1', ['Forty people drowned', '12 of them children'], {
      claim: {
        statement: 'Forty people drowned on the ferry, twelve of them children.',
        kind: 'substance',
        claimant: { name: "O'Neill", role: 'harbour master', kind: 'person' },
        saidAt: '2025-12-29',
      },
      tags: ['numbers', 'verdict, mine'],
      priority: 'high',
    }),
    annotation('a2', ['12 of them children'], {
      claim: { statement: '12 of them children', kind: 'substance' },
      status: 'researching',
    }),
    annotation('a3', ['He gave no source.'], {
      claim: { statement: '', kind: 'attribution' },
      foreign: { tool: 'another', offsets: [1, 2] },
    }),
    annotation('a4', ['It should never have left.'], {
      claim: { statement: '', kind: 'substance' },
      checkability: 'not-checkable',
      reason: 'An opinion.',
    }),
    annotation('a5', ['=1+1 is what the log says'], { claim: { statement: '=1+1', kind: 'substance' } }),
    verdict('v1', 'a1', 'ana', {
      ratingId: 'mostly-false',
      conclusion: 'Thirty-eight drowned.\nThe list of names, "final", has no more.',
      confidence: 'high',
      suggestedWording: 'Thirty-eight people drowned',
      unknowns: 'How many were below deck.',
      decidedAt: '2026-01-03T09:00:00Z',
    }),
    verdict('v2', 'a1', 'ben', {
      ratingId: 'half-true',
      conclusion: 'The number of children is right.',
      decidedAt: '2026-01-02T09:00:00Z',
    }),
    verdict('v3', 'a3', 'ana', {
      ratingId: 'misleading',
      conclusion: 'He named the coast guard </script><script>alert(1)</script> an hour later.',
      decidedAt: '2026-01-03T11:00:00Z',
    }),
    verdict('v4', 'a5', 'ana', { ratingId: null, conclusion: '@see the log', decidedAt: WHEN }),
    record({
      type: 'source',
      id: 's1',
      kind: 'report',
      title: 'List of the dead & missing: 100% of {names}',
      url: 'https://example.org/list.pdf',
      authors: ['Coast Guard'],
      publisher: 'Coast Guard',
      publishedAt: '2026-01-02',
      accessedAt: '2026-01-03T08:00:00Z',
      tier: 'primary',
      archives: [
        {
          provider: 'Wayback Machine',
          url: 'https://web.archive.org/web/20260103/https://example.org/list.pdf',
          capturedAt: '2026-01-03',
          status: 'available',
        },
      ],
      note: 'Sent on request.',
    }),
    record({
      type: 'source',
      id: 's2',
      kind: 'article-newspaper',
      title: 'السفينة غرقت، يقول الحارس',
      url: 'https://example.org/ar',
      authors: ['Haddad, Mona Rana', 'Lund, Per-Erik'],
      publisher: 'Al Khabar',
      publishedAt: '2026',
      accessedAt: null,
      archives: [],
    }),
    record({
      type: 'source',
      id: 's3',
      kind: 'dataset',
      title: 'Sailings, 2020',
      url: 'doi:10.1000/182',
      authors: [],
      accessedAt: '2026-01-03T08:00:00Z',
      archives: [],
    }),
    record({
      type: 'source',
      id: 's4',
      kind: 'webpage',
      title: '',
      authors: [],
      accessedAt: null,
      archives: [],
    }),
    record({
      type: 'evidence',
      id: 'e1',
      annotationId: 'a1',
      sourceId: 's1',
      stance: 'refutes',
      quote: 'Thirty-eight names follow, "all" confirmed.',
      locator: 'p. 4',
      note: 'Counted twice.',
    }),
    record({
      type: 'evidence',
      id: 'e2',
      annotationId: 'a1',
      sourceId: 's2',
      stance: 'supports',
      quote: 'أربعون غرقوا',
    }),
    record({ type: 'evidence', id: 'e3', annotationId: 'a3', sourceId: 's1', stance: 'context' }),
    record({
      type: 'evidence',
      id: 'e4',
      annotationId: 'a2',
      sourceId: 's3',
      stance: 'mixed',
      locator: 'row 12',
    }),
  ]);
}

/** The same with one source, which says this. */
export async function sampleWithSource(given: Partial<Source>): Promise<FactCheck> {
  const sample = await sampleFactCheck();
  return gatherFactCheck(
    sample.id,
    recordsOf(sample).flatMap((record): readonly AnyRecord[] =>
      record.type === 'source' ? (record.id === 's1' ? [{ ...record, ...given }] : []) : [record],
    ),
  );
}
