import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { compareInText } from '../domain/annotation.ts';
import { articleOf, gatherFactCheck, recordsOf, type FactCheck } from '../domain/fact-check.ts';
import { arbitraryFactCheck } from '../domain/testing/arbitrary-fact-check.ts';
import type { ExportResult } from './format.ts';
import { CONTEXT } from './testing/at-once.ts';
import { sampleFactCheck } from './testing/sample-fact-check.ts';
import { W3C_ANNOTATIONS } from './w3c.ts';

/* What the recommendation says with MUST, section by section, as far as it is about what we write. */
const iri = { type: 'string', pattern: '^[a-z][a-z0-9+.-]*:\\S+$' };
const dateTime = { type: 'string', format: 'date-time', pattern: 'Z$' };
const agent = { type: 'object', required: ['id'], properties: { id: iri } };
const purposes = {
  enum: [
    'assessing',
    'bookmarking',
    'classifying',
    'commenting',
    'describing',
    'editing',
    'highlighting',
    'identifying',
    'linking',
    'moderating',
    'questioning',
    'replying',
    'tagging',
  ],
};
const textQuote = {
  type: 'object',
  required: ['type', 'exact'],
  properties: {
    type: { const: 'TextQuoteSelector' },
    exact: { type: 'string' },
    prefix: { type: 'string' },
    suffix: { type: 'string' },
  },
};
const textPosition = {
  type: 'object',
  required: ['type', 'start', 'end'],
  properties: {
    type: { const: 'TextPositionSelector' },
    start: { type: 'integer', minimum: 0 },
    end: { type: 'integer', minimum: 0 },
  },
};
const timeState = {
  type: 'object',
  required: ['type'],
  properties: {
    type: { const: 'TimeState' },
    sourceDate: dateTime,
    sourceDateStart: dateTime,
    sourceDateEnd: dateTime,
    cached: iri,
  },
  oneOf: [{ required: ['sourceDate'] }, { required: ['sourceDateStart', 'sourceDateEnd'] }],
};
const specific = {
  type: 'object',
  required: ['source'],
  properties: {
    source: { anyOf: [iri, { type: 'object', required: ['id'], properties: { id: iri } }] },
    purpose: purposes,
    selector: { anyOf: [textQuote, { type: 'array', items: { anyOf: [textQuote, textPosition] } }] },
    state: { anyOf: [timeState, { type: 'array', minItems: 1, items: timeState }] },
  },
};
const textual = {
  type: 'object',
  required: ['type', 'value'],
  properties: { type: { const: 'TextualBody' }, value: { type: 'string' }, purpose: purposes },
};
const annotation = {
  type: 'object',
  required: ['id', 'type', 'target'],
  properties: {
    id: iri,
    type: { const: 'Annotation' },
    motivation: purposes,
    created: dateTime,
    modified: dateTime,
    creator: agent,
    generator: agent,
    body: { type: 'array', minItems: 1, items: { anyOf: [textual, specific] } },
    target: { anyOf: [specific, { type: 'array', minItems: 1, items: specific }] },
  },
};
const ajv = new Ajv2020({ strict: false });
addFormats(ajv);
const validate = ajv.compile({
  type: 'object',
  required: ['@context', 'id', 'type', 'items'],
  properties: {
    '@context': { const: 'http://www.w3.org/ns/anno.jsonld' },
    id: iri,
    type: { const: 'AnnotationPage' },
    startIndex: { type: 'integer', minimum: 0 },
    label: { type: 'string' },
    partOf: iri,
    items: { type: 'array', items: annotation },
  },
});

interface Selector {
  readonly exact?: string;
  readonly start?: number;
  readonly end?: number;
}

interface Page {
  readonly items: readonly { readonly target: { selector: Selector[] } | { selector: Selector[] }[] }[];
}

async function write(factCheck: FactCheck): Promise<Page> {
  const result = await W3C_ANNOTATIONS.serialise(factCheck, CONTEXT);
  return JSON.parse(result.ok ? result.files[0].text : '') as Page;
}

test('every page is what the recommendation says that it must be', async () => {
  await fc.assert(
    fc.asyncProperty(arbitraryFactCheck(), async (factCheck) => {
      validate(await write(factCheck));
      expect(validate.errors ?? []).toEqual([]);
    }),
  );
});

test('quotes and positions come back as they were, positions as code points', async () => {
  await fc.assert(
    fc.asyncProperty(arbitraryFactCheck(), async (factCheck) => {
      const characters = Array.from(articleOf(factCheck).text);
      const written = (await write(factCheck)).items.map(({ target }) =>
        [target].flat().map(({ selector }) => ({
          exact: selector[0]?.exact,
          found: characters.slice(selector[1]?.start, selector[1]?.end).join(''),
        })),
      );
      const ours = [...factCheck.tables.annotation.values()]
        .toSorted(compareInText)
        .map(({ targets }) => targets.map(({ quote: { exact } }) => ({ exact, found: exact })));
      expect(written).toEqual(ours);
    }),
  );
});

test('each kept copy is a state of its own with the days in which it was kept, and one without a date is told', async () => {
  const sample = await sampleFactCheck();
  const url = 'https://web.archive.org/web/2026/https://example.org/';
  const archives = ['2026-01-03T07:00:00Z', '2026-02', undefined, 'in spring'].map((capturedAt) => ({
    provider: 'Archive',
    url,
    status: 'available' as const,
    ...(capturedAt === undefined ? {} : { capturedAt }),
  }));
  const withCopies = (accessedAt: string | null): FactCheck =>
    gatherFactCheck(
      sample.id,
      recordsOf(sample).map((record) =>
        record.type === 'source' ? { ...record, archives, accessedAt } : record,
      ),
    );
  const range = (sourceDateStart: string, sourceDateEnd: string): object => ({
    type: 'TimeState',
    sourceDateStart,
    sourceDateEnd,
    cached: url,
  });
  const dated = [
    range('2026-01-03T07:00:00Z', '2026-01-03T07:00:00Z'),
    range('2026-02-01T00:00:00Z', '2026-02-28T23:59:59Z'),
  ];
  const looked = { type: 'TimeState', sourceDate: '2026-03-01T00:00:00Z', cached: url };
  expect(statesIn(await W3C_ANNOTATIONS.serialise(withCopies(looked.sourceDate), CONTEXT))).toEqual([
    ...dated,
    looked,
    looked,
  ]);
  const unseen = await W3C_ANNOTATIONS.serialise(withCopies(null), CONTEXT);
  expect(statesIn(unseen)).toEqual(dated);
  expect(unseen.ok && unseen.loss.join('\n')).toMatch(/6 archived copies of which no date is known/);
});

function statesIn(result: ExportResult): unknown {
  const page = JSON.parse(result.ok ? result.files[0].text : '') as {
    items: { body?: { purpose: string; state?: unknown }[] }[];
  };
  return page.items.flatMap(({ body = [] }) => body).find(({ purpose }) => purpose === 'linking')?.state;
}
