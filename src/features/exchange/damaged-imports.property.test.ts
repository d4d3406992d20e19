import { readFileSync } from 'node:fs';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { applyChange, invertChange, isEmptyChange, type Change } from '../../domain/change.ts';
import { findGaps, parseRecord, type FactCheck } from '../../domain/fact-check.ts';
import { importAnnotations } from '../../domain/import-annotations.ts';
import { importSources } from '../../domain/import-sources.ts';
import { mergeFile } from '../../domain/merge-file.ts';
import { startFactCheck } from '../../domain/start-fact-check.ts';
import { createTestClock } from '../../domain/testing/arbitrary-changes.ts';
import { paragraphDraft } from '../../domain/testing/paragraph-draft.ts';
import { sampleFactCheck } from '../../exchange/testing/sample-fact-check.ts';
import { readImport, type ReadImport } from './read-import.ts';
import { nothingRemoved } from './testing/nothing-removed.ts';
import { parseHere } from './testing/parse-here.ts';

const hand = { clock: createTestClock('import'), by: null };
const SPEECH = 'A speaker stood up. They are not our friends. Nobody answered.';

function load(path: string): string {
  return readFileSync(new URL(`../../exchange/testing/${path}`, import.meta.url), 'utf8');
}

const FILES = [
  'samples/hypothesis-search.json',
  'samples/hypothesis-client-export.json',
  'samples/w3c-annotation-page.jsonld',
  'samples/web-annotation.jsonld',
  'samples/recogito-v3.json',
  'samples/recogito-v4.json',
  'samples/recogito-w3c.json',
  'samples/label-studio-choices.json',
  'samples/label-studio-ner.json',
  'samples/label-studio-ner-min.json',
  'samples/doccano-spans.jsonl',
  'samples/doccano-relations.jsonl',
  'samples/doccano-classification.jsonl',
  'golden/w3c/Ferry-figures.annotations.jsonld',
  'golden/csv/Ferry-figures.claims.csv',
  'golden/csv/Ferry-figures.evidence.csv',
  'golden/label-studio/Ferry-figures.label-studio.json',
  'golden/doccano/Ferry-figures.doccano.jsonl',
  'golden/csl-json/Ferry-figures.csl.json',
  'golden/bibtex/Ferry-figures.bib',
  'golden/linecheck-json/Ferry-figures.linecheck.json',
].map((path) => [path, load(path)] as const);

function speech(): FactCheck {
  const sentences = [...SPEECH.matchAll(/[^.]+\.?/g)].map(({ index, 0: words }) => ({
    start: index,
    end: index + words.length,
  }));
  return startFactCheck(paragraphDraft(SPEECH, { sentences }), hand);
}

function read(text: string, factCheck: FactCheck): Promise<ReadImport> {
  const signal = new AbortController().signal;
  const onShare = (): void => undefined;
  return readImport(new File([text], 'brought'), factCheck, {
    parse: parseHere,
    signal,
    onShare,
    hand,
    removed: nothingRemoved,
  });
}

/** What taking it in does; null for what can't be read. */
function takingOf(brought: ReadImport, factCheck: FactCheck): Change | null {
  switch (brought.kind) {
    case 'annotations':
      return importAnnotations(factCheck, brought, hand);
    case 'sources':
      return importSources(factCheck, brought.list.sources, hand).change;
    case 'merge':
      return mergeFile(brought.plan, 'here', hand);
    case 'unreadable':
      return null;
  }
}

/** What breaks the promise that whatever a file holds becomes records that are whole, once, and can be taken back. */
async function findFaults(text: string, factCheck: FactCheck): Promise<readonly string[]> {
  const brought = await read(text, factCheck);
  const change = takingOf(brought, factCheck);
  if (change === null) return [];
  const after = applyChange(factCheck, change);
  const unsound = [...change.added, ...change.updated.map((update) => update.after)]
    .map(parseRecord)
    .flatMap((record) => (record.ok ? [] : [record.problem]));
  const again = takingOf(await read(text, after), after);
  return [
    ...unsound,
    ...findGaps(after).map(String),
    ...(again === null || isEmptyChange(again) || isOfAnotherText(brought) ? [] : ['It comes in twice.']),
    ...(sizesOf(applyChange(after, invertChange(change, after, hand))) === sizesOf(factCheck)
      ? []
      : ['It can’t be taken back.']),
  ];
}

/** A text of ours that was changed in the file is a new version, each time that it comes. */
function isOfAnotherText(brought: ReadImport): boolean {
  return brought.kind === 'merge' && brought.plan.added.some(({ type }) => type === 'article');
}

function sizesOf({ tables }: FactCheck): string {
  return JSON.stringify(Object.entries(tables).map(([type, { size }]) => [type, size]));
}

/** Sixty levels of it. */
function nest(open: string, close: string): string {
  return `${open.repeat(60)}1${close.repeat(60)}`;
}

const JUNK = fc.oneof(
  fc.constantFrom('null', '-1', '1e300', '{}', '[]', '""', '"x"', '[[[]]]'),
  fc.constantFrom(nest('[', ']'), nest('{"a":', '}')),
  fc.json(),
  fc.string({ unit: 'binary', maxLength: 5 }),
);

describe.each(FILES)('%s', (_, text) => {
  const values = [...text.matchAll(/(?<=[:,[{=]\s*)(?:"[^"]*"|\{[^{}]*\}|\d+|\[\]|true|false|null)/g)];
  const damaged = fc.oneof(
    fc.nat(text.length).map((at) => text.slice(0, at)),
    fc.tuple(fc.nat(text.length), fc.nat(30), JUNK).map(([at, length, put]) => cut(text, at, length, put)),
    fc
      .tuple(fc.nat(Math.max(0, text.length - 1)), fc.nat(7))
      .map(([at, bit]) => cut(text, at, 1, String.fromCharCode(text.charCodeAt(at) ^ (1 << bit)))),
    fc
      .tuple(fc.constantFrom(...values), JUNK)
      .map(([{ index, 0: old }, put]) => cut(text, index, old.length, put)),
  );

  test('whatever is wrong in it, what comes in is whole, comes once, and can be taken back', async () => {
    const own = await sampleFactCheck();
    await fc.assert(
      fc.asyncProperty(damaged, fc.boolean(), async (brought, isOwn) => {
        expect(await findFaults(brought, isOwn ? own : speech())).toEqual([]);
      }),
      { numRuns: 40 },
    );
  });
});

function cut(text: string, at: number, length: number, put: string): string {
  return text.slice(0, at) + put + text.slice(at + length);
}

describe('one bad item never stops the rest', () => {
  const row = (id: number): object => ({
    id: `row-${id}`,
    text: `Remark ${id}`,
    tags: ['numbers'],
    target: [{ selector: [{ type: 'TextQuoteSelector', exact: 'They are not our friends.' }] }],
  });

  test('of a list, whatever stands in the place of one', async () => {
    await fc.assert(
      fc.asyncProperty(fc.nat(4), fc.jsonValue({ maxDepth: 4 }), async (at, bad) => {
        const rows = Array.from({ length: 5 }, (_, i) => (i === at ? bad : row(i)));
        const factCheck = speech();
        const change = takingOf(await read(JSON.stringify({ total: 5, rows }), factCheck), factCheck);
        expect(change?.added.filter(({ type }) => type === 'annotation').length).toBeGreaterThanOrEqual(4);
      }),
      { numRuns: 60 },
    );
  });
});

/** Milliseconds for what is linear, on a machine that is busy with other things; anything quadratic takes hours. */
const PATIENCE = 600_000;
const MANY = 100_000;

test.each([
  [
    'annotations at one place',
    () =>
      JSON.stringify({
        total: MANY,
        rows: Array.from({ length: MANY }, (_, i) => ({
          id: `row-${i}`,
          user: `acct:reader_${i}@example.org`,
          text: 'No.',
          target: [{ selector: [{ exact: 'They are not our friends.', type: 'TextQuoteSelector' }] }],
        })),
      }),
    'annotation',
  ],
  [
    'annotations without a place',
    () =>
      JSON.stringify({
        total: MANY,
        rows: Array.from({ length: MANY }, (_, i) => ({ id: `row-${i}`, text: 'No.', target: [{}] })),
      }),
    'annotation',
  ],
] as const)(
  '%s by the hundred thousand come in',
  async (_, write, type) => {
    const factCheck = speech();
    const change = takingOf(await read(write(), factCheck), factCheck);
    expect(change?.added.filter((record) => record.type === type)).toHaveLength(MANY);
  },
  PATIENCE,
);

/** Of each kind, twice: enough to see what goes by all of them for each one. */
const LARGE = 5000;

function listOf<T>(write: (i: number) => T): readonly T[] {
  return Array.from({ length: LARGE }, (_, i) => write(i));
}

const QUOTE = 'They are not our friends.';

test.each<[string, string]>([
  [
    'W3C annotations without ids, with a source each',
    JSON.stringify(
      listOf((i) => ({
        type: 'Annotation',
        creator: `urn:${i % 50}`,
        body: [
          { purpose: 'classifying', value: 'false' },
          { purpose: 'linking', source: `https://example.org/${i}` },
        ],
        target: { source: 'urn:x', selector: { type: 'TextQuoteSelector', exact: QUOTE } },
      })),
    ),
  ],
  [
    'links of one W3C annotation to one source',
    JSON.stringify({
      type: 'Annotation',
      body: listOf((i) => ({ purpose: 'linking', source: 'https://example.org/', label: `Title ${i}` })),
      target: { source: 'urn:x', selector: { type: 'TextQuoteSelector', exact: QUOTE } },
    }),
  ],
  [
    'regions of Label Studio with the same words',
    JSON.stringify([
      {
        data: { text: SPEECH },
        annotations: [
          {
            result: listOf((i) => ({
              id: `r${i}`,
              type: 'labels',
              value: { start: 20, end: 45, text: QUOTE, labels: ['False'] },
            })),
          },
        ],
      },
    ]),
  ],
  [
    'lines of doccano',
    listOf((i) => JSON.stringify({ id: i, text: `${QUOTE} ${i}`, label: [[0, 25, 'False']] })).join('\n'),
  ],
  [
    'spans of doccano at one place',
    JSON.stringify({ text: SPEECH, label: listOf((i) => [20, 45, `L${i}`]) }),
  ],
  [
    'rows of a table without ids',
    `Id,Quote,Claim,Verdict\n${listOf((i) => `,${QUOTE},Claim ${i},False`).join('\n')}`,
  ],
  [
    'sources of CSL-JSON with one title',
    JSON.stringify(listOf((i) => ({ type: 'book', title: 'T', author: [{ family: `F${i}`, given: 'A' }] }))),
  ],
  ['sources of BibTeX', listOf((i) => `@book{k, title = {Title ${i}}}`).join('\n')],
])(
  '%s by the thousand come in, and are known when they come again',
  async (_, text) => {
    const factCheck = speech();
    const change = takingOf(await read(text, factCheck), factCheck);
    expect(change?.added.length).toBeGreaterThanOrEqual(LARGE);
    const after = change ? applyChange(factCheck, change) : factCheck;
    const again = takingOf(await read(text, after), after);
    expect(again && isEmptyChange(again)).toBe(true);
  },
  PATIENCE,
);
