import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { compareInText } from '../domain/annotation.ts';
import { articleOf, type FactCheck } from '../domain/fact-check.ts';
import { arbitraryFactCheck } from '../domain/testing/arbitrary-fact-check.ts';
import { CONTEXT } from './testing/at-once.ts';
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
const specific = {
  type: 'object',
  required: ['source'],
  properties: {
    source: { anyOf: [iri, { type: 'object', required: ['id'], properties: { id: iri } }] },
    purpose: purposes,
    selector: { anyOf: [textQuote, { type: 'array', items: { anyOf: [textQuote, textPosition] } }] },
    state: {
      type: 'object',
      required: ['type'],
      properties: {
        type: { const: 'TimeState' },
        sourceDate: dateTime,
        cached: { anyOf: [iri, { type: 'array', items: iri }] },
      },
    },
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
    partOf: { type: 'object', required: ['id'], properties: { id: iri } },
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
