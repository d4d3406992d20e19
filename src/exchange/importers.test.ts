import { readdirSync, readFileSync } from 'node:fs';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { joinList, splitList } from './csv-table.ts';
import type { ParseResult } from './format.ts';
import { FORMATS } from './formats.ts';
import { CONTEXT, readText } from './testing/at-once.ts';
import { sampleFactCheck } from './testing/sample-fact-check.ts';

const FOLDER = new URL('testing/samples/', import.meta.url);

function sample(name: string): string {
  return readFileSync(new URL(name, FOLDER), 'utf8');
}

const QUOTE = 'They are not our friends.';

test('one W3C annotation: its verdict, who gave it and when', async () => {
  expect(await readText(sample('w3c-annotation.jsonld'))).toMatchObject({
    problems: [],
    items: [
      {
        targets: [{ quote: { exact: QUOTE }, position: null }],
        author: { name: 'Reviewer One' },
        createdAt: '2026-11-20T09:00:00Z',
        judgements: [{ labels: ['false'], author: { name: 'Reviewer One' } }],
      },
    ],
  });
});

test('a W3C page: all four are taken, the reply with what it answers, the XPath as a hint for a person', async () => {
  const read = await readText(sample('w3c-annotation-page.jsonld'));
  expect(read).toMatchObject({
    problems: [],
    items: [
      {
        ownId: '11111111-1111-4111-8111-111111111111',
        tags: ['foreign-policy'],
        targets: [{ quote: { exact: QUOTE }, position: { start: 0, end: 25, unit: 'code-points' } }],
        judgements: [
          { labels: ['false'], comment: 'No such line in the transcript.' },
          { author: null, comment: 'Agreed.' },
        ],
        sources: [{ url: 'https://example.org/transcript' }],
      },
      {
        targets: [{ quote: null, position: { start: 0, end: 4 } }],
        judgements: [{ comment: 'Who are they?' }],
      },
      {
        targets: [{ quote: null, position: null, hint: 'XPath /html/body/p[1], characters 9 to 24 in it' }],
        sources: [{ url: 'https://example.org/source-as-bare-iri' }],
      },
    ],
  });
});

test('a verdict that is the address of a term, and a source with the day and a kept copy', async () => {
  const read = await readText(sample('web-annotation.jsonld'));
  expect(read).toMatchObject({
    items: [
      {
        judgements: [{ labels: ['false'], comment: /^The dead were 11/ }],
        sources: [{ accessedAt: '2026-11-24T09:00:00Z', archives: [/^https:\/\/web\.archive\.org/] }],
      },
    ],
  } satisfies Loose);
});

/** A regular expression stands for a text that it fits. */
type Loose = object;

expect.addEqualityTesters([
  (a: unknown, b: unknown) => (typeof a === 'string' && b instanceof RegExp ? b.test(a) : undefined),
]);

test.each([
  ['a list', (one: string) => `[${one}, ${one}]`, 2],
  ['a collection with its page', (one: string) => packed(`{"type": "AnnotationPage", "items": [${one}]}`), 1],
  ['a collection of which the page is elsewhere', () => packed('"https://example.org/p"'), 0],
  ['a graph', (one: string) => `{"@graph": [${one}]}`, 1],
])('W3C annotations as %s', async (_, pack, count) => {
  const read = await readText(pack(sample('w3c-annotation.jsonld')));
  expect(read).toMatchObject({ ok: true, kind: 'annotations' });
  expect('items' in read && read.items.length).toBe(count);
  expect('problems' in read && read.problems.length).toBe(count === 0 ? 1 : 0);
});

test.each([
  ['a search of Hypothesis', JSON.stringify({ total: 1000, rows: [{ id: 'a', text: 'x', target: [] }] })],
  [
    'a page of a collection',
    JSON.stringify({
      type: 'AnnotationPage',
      partOf: { type: 'AnnotationCollection', total: 1000 },
      items: [{ type: 'Annotation', bodyValue: 'x', target: 'https://example.org/' }],
    }),
  ],
])('%s that holds a part of the list says so', async (_, text) => {
  expect(await readText(text)).toMatchObject({
    problems: [{ place: 'the whole file', problem: expect.stringContaining('1 of 1,000') as string }],
  });
});

test('a page that goes on elsewhere says where', async () => {
  const one = { type: 'Annotation', bodyValue: 'x', target: 'https://example.org/' };
  const page = { type: 'AnnotationPage', next: 'https://example.org/page2', items: [one] };
  const problem = expect.stringContaining('https://example.org/page2') as string;
  expect(await readText(JSON.stringify(page))).toMatchObject({ problems: [{ place: 'page', problem }] });
});

describe('JSON-LD in its other forms says the same', () => {
  const OA = 'http://www.w3.org/ns/oa#';
  const said = {
    originalId: 'urn:x:1',
    targets: [{ quote: { exact: QUOTE, prefix: 'up. ', suffix: '' }, position: { start: 20, end: 45 } }],
    author: { name: 'Ann' },
    tags: ['foreign-policy'],
    judgements: [{ labels: ['false'], comment: 'No such line.' }],
    sources: [{ url: 'https://example.org/transcript' }],
  };
  const quote = { exact: QUOTE, prefix: 'up. ' };
  const position = { start: 20, end: 45 };
  const plain = {
    '@context': 'http://www.w3.org/ns/anno.jsonld',
    id: 'urn:x:1',
    type: 'Annotation',
    creator: { id: 'urn:ann', name: 'Ann' },
    body: [
      { type: 'TextualBody', purpose: 'classifying', value: 'false' },
      { type: 'TextualBody', purpose: 'commenting', value: 'No such line.' },
      { type: 'TextualBody', purpose: 'tagging', value: 'foreign-policy' },
      { type: 'SpecificResource', purpose: 'linking', source: 'https://example.org/transcript' },
    ],
    target: {
      source: 'https://example.org/',
      selector: [
        { type: 'TextQuoteSelector', ...quote },
        { type: 'TextPositionSelector', ...position },
      ],
    },
  };
  const words = (purpose: string, value: string): object => ({
    '@type': ['oa:TextualBody', 'cnt:ContentAsText'],
    'oa:hasPurpose': { '@id': `oa:${purpose}` },
    'rdf:value': value,
  });
  const prefixed = {
    '@context': ['http://www.w3.org/ns/anno.jsonld', { oa: OA, anno: OA }],
    '@id': 'urn:x:1',
    '@type': ['oa:Annotation', 'ex:Check'],
    'dcterms:creator': [{ '@id': 'urn:ann', 'foaf:name': 'Ann' }],
    'oa:hasBody': [
      words('classifying', 'false'),
      words('commenting', 'No such line.'),
      words('tagging', 'foreign-policy'),
      {
        '@type': 'oa:SpecificResource',
        'oa:hasPurpose': 'oa:linking',
        'oa:hasSource': { '@id': 'https://example.org/transcript' },
      },
    ],
    'oa:hasTarget': {
      'oa:hasSource': 'https://example.org/',
      'oa:hasSelector': [
        { '@type': ['anno:TextQuoteSelector'], 'oa:exact': QUOTE, 'oa:prefix': 'up. ' },
        { '@type': `${OA}TextPositionSelector`, 'oa:start': 20, 'oa:end': 45 },
      ],
    },
  };
  const value = (held: unknown): object => ({ '@value': held });
  const expanded = {
    '@id': 'urn:x:1',
    '@type': [`${OA}Annotation`],
    'http://purl.org/dc/terms/creator': [{ 'http://xmlns.com/foaf/0.1/name': [value('Ann')] }],
    [`${OA}hasBody`]: [
      {
        [`${OA}hasPurpose`]: [{ '@id': `${OA}classifying` }],
        'http://www.w3.org/1999/02/22-rdf-syntax-ns#value': [value('false')],
      },
      {
        [`${OA}hasPurpose`]: [{ '@id': `${OA}commenting` }],
        'http://www.w3.org/1999/02/22-rdf-syntax-ns#value': [value('No such line.')],
      },
      {
        [`${OA}hasPurpose`]: [{ '@id': `${OA}tagging` }],
        'http://www.w3.org/1999/02/22-rdf-syntax-ns#value': [value('foreign-policy')],
      },
      {
        [`${OA}hasPurpose`]: [{ '@id': `${OA}linking` }],
        [`${OA}hasSource`]: [{ '@id': 'https://example.org/transcript' }],
      },
    ],
    [`${OA}hasTarget`]: [
      {
        [`${OA}hasSelector`]: [
          {
            '@type': [`${OA}TextQuoteSelector`],
            [`${OA}exact`]: [value(QUOTE)],
            [`${OA}prefix`]: [value('up. ')],
          },
          { '@type': [`${OA}TextPositionSelector`], [`${OA}start`]: [value(20)], [`${OA}end`]: [value(45)] },
        ],
      },
    ],
  };
  const flattened = {
    '@context': 'http://www.w3.org/ns/anno.jsonld',
    '@graph': [
      { id: 'urn:page', type: 'AnnotationPage', items: [{ id: 'urn:x:1' }] },
      { id: '_:quote', type: ['TextQuoteSelector'], ...quote },
      { id: '_:position', type: 'TextPositionSelector', ...position },
      { id: '_:target', selector: [{ id: '_:quote' }, { id: '_:position' }] },
      { id: '_:ann', name: 'Ann' },
      {
        id: 'urn:x:1',
        type: ['Annotation'],
        creator: { id: '_:ann' },
        body: plain.body,
        target: { id: '_:target' },
      },
      { id: '_:circle', selector: { id: '_:circle' } },
    ],
  };

  test.each([
    ['as the recommendation writes it', plain],
    ['with prefixes, lists of types and terms as nodes', prefixed],
    ['expanded, in a list', [expanded]],
    ['flattened into a graph', flattened],
    ['in a graph whose first members are something else', { '@graph': [{ id: 'urn:a' }, 7, null, plain] }],
    [
      'in a page that names itself in the same way',
      { '@type': 'oa:AnnotationPage', 'as:items': { '@list': [prefixed] } },
    ],
  ])('%s', async (_, file) => {
    const read = await readText(JSON.stringify(file));
    const items = 'items' in read ? read.items : [];
    expect(items).toHaveLength(1);
    expect(items[0]).toMatchObject(said);
  });

  test('nodes that name one another without end are read all the same', async () => {
    const nodes = Array.from({ length: 60 }, (_, i) => ({
      id: `_:${i}`,
      selector: [{ id: `_:${i + 1}` }, { id: `_:${(i + 2) % 60}` }],
    }));
    const one = { id: 'urn:1', type: 'Annotation', bodyValue: 'x', target: { id: '_:0' } };
    expect(await readText(JSON.stringify({ '@graph': [one, ...nodes] }))).toMatchObject({
      items: [{ originalId: 'urn:1' }],
    });
  });
});

describe('a file is known by its other items when the first ones are bad', () => {
  const five = ['null', '7', '"x"', '[]', '{}'];
  const line = JSON.stringify({ id: 3, text: QUOTE, label: [[0, 4, 'A']] });

  test.each([
    ['one broken line', `{"text": "cut\n${line}`],
    ['five', `${five.join('\n')}\n${line}`],
    [
      'a mark at the beginning, blank lines and comments',
      `\ufeff\n\n# exported\n// by hand\r\n \r\n${line}\r\n`,
    ],
  ])('of doccano: %s', async (_, text) => {
    const read = await readText(text);
    expect(read).toMatchObject({ items: [{ judgements: [{ labels: ['A'] }] }] });
    expect('problems' in read && read.problems.length).toBeGreaterThan(0);
  });

  test.each([
    'hypothesis-search.json',
    'w3c-annotation-page.jsonld',
    'recogito-v3.json',
    'label-studio-choices.json',
    'label-studio-ner-min.json',
  ])('of %s', async (name) => {
    const whole = JSON.parse(sample(name)) as object;
    const bad = five.map((one) => JSON.parse(one) as unknown);
    const member = ['rows', 'items'].find((key) => key in whole);
    const list = member ? (whole as Record<string, unknown>)[member] : whole;
    const longer = [...bad, ...(Array.isArray(list) ? (list as unknown[]) : [list])];
    const read = await readText(JSON.stringify(member ? { ...whole, [member]: longer } : longer));
    const before = await readText(sample(name));
    if (!('items' in read) || !('items' in before)) throw new Error(JSON.stringify(read));
    const own = (one: (typeof read.items)[number]): unknown => one.originalId ?? one.targets;
    expect(read.items.map(own)).toEqual(expect.arrayContaining(before.items.map(own)));
  });

  test('of doccano as a list', async () => {
    expect(await readText(`[null, ${line}]`)).toMatchObject({ items: [{ place: 'item 2' }] });
  });

  test.each([
    ['the separator, as Excel writes it', 'sep=;\r\nId;Quote;Claim;Verdict;Tags\r\na;b;c;False;"x; y"\r\n'],
    ['tabs, in a text of Excel', 'Id\tQuote\tClaim\tVerdict\tTags\r\na\tb\tc\tFalse\t"x; y"\r\n'],
    ['semicolons', '"Id";"Quote";"Claim";"Verdict";"Tags"\na;b;c;False;"x; y"\n'],
    ['another separator that the file names', 'sep=|\nId|Quote|Claim|Verdict|Tags\na|b|c|False|x; y\n'],
    ['a title above it', '\ufeffClaims of May\n\n;;;;\nId;Quote;Claim;Verdict;Tags\na;b;c;False;"x; y"\n'],
  ])('of a table: %s', async (_, text) => {
    expect(await readText(text)).toMatchObject({
      problems: [],
      items: [{ originalId: 'a', statement: 'c', tags: ['x', 'y'], judgements: [{ labels: ['False'] }] }],
    });
    const begins = text.split(/\r?\n/).findIndex((one) => one.startsWith('a')) + 1;
    expect(await readText(text)).toMatchObject({ items: [{ place: `line ${begins}` }] });
  });
});

test('what doccano and Label Studio number is kept: rows, entities, remarks, tasks', async () => {
  const row = {
    id: 12,
    meta: { desk: 'Leith' },
    text: QUOTE,
    entities: [{ id: 5, start_offset: 0, end_offset: 4, label: 'A' }],
    Comments: [{ id: 9, user: 3, comment: 'They: who?' }],
  };
  expect(await readText(JSON.stringify(row))).toMatchObject({
    items: [
      {
        judgements: [{ comment: 'who?' }],
        foreign: {
          row: { id: 12, meta: { desk: 'Leith' }, comments: [{ id: 9, user: 3 }] },
          entities: [{ id: 5 }],
        },
      },
    ],
  });
  const task = {
    id: 4,
    annotation_id: 6,
    annotator: 1,
    lead_time: 3.5,
    desk: 'Leith',
    text: QUOTE,
    label: [
      { start: 0, end: 4, text: 'They', labels: ['A'] },
      { start: 5, end: 8, text: 'are', labels: ['B'] },
    ],
  };
  const kept = { id: 4, annotation_id: 6, lead_time: 3.5, desk: 'Leith' };
  expect(await readText(JSON.stringify([task]))).toMatchObject({
    items: [{ foreign: kept }, { foreign: undefined }],
  });
});

test('pieces of one annotation of doccano that a remark names together are one', async () => {
  const text = 'Forty people drowned, 12 of them children, he said.';
  const label = [
    [0, 20, 'False'],
    [22, 41, 'Open'],
    [22, 41, 'False'],
  ];
  const Comments = ['Forty people drowned … 12 of them children: Thirty-eight: see the list.'];
  expect(await readText(JSON.stringify({ text, label, Comments }))).toMatchObject({
    items: [
      {
        targets: [{ position: { start: 0 } }, { position: { start: 22 } }],
        judgements: [{ labels: ['False'], comment: 'Thirty-eight: see the list.' }],
      },
      { judgements: [{ labels: ['Open'], comment: '' }] },
    ],
  });
});

function refined(selector: object, start: number, end: number): object {
  return { ...selector, refinedBy: { type: 'TextPositionSelector', start, end } };
}

function packed(first: string): string {
  return `{"type": "AnnotationCollection", "total": 1, "first": ${first}}`;
}

test.each([
  [{ type: 'FragmentSelector', value: 'char=3,9' }, { position: { start: 3, end: 9 } }],
  [
    { type: 'FragmentSelector', value: ':~:text=before-,the%20words,-after' },
    { quote: { exact: 'the words' } },
  ],
  [{ type: 'FragmentSelector', value: 'xywh=1,2,3,4' }, { hint: 'fragment xywh=1,2,3,4' }],
  [
    { type: 'CssSelector', value: 'p', refinedBy: { type: 'TextQuoteSelector', exact: 'x' } },
    { quote: { exact: 'x' } },
  ],
  [
    refined({ type: 'TextQuoteSelector', exact: '😀 one two', prefix: 'p ', suffix: ' s' }, 2, 5),
    { quote: { exact: 'one', prefix: 'p 😀 ', suffix: ' two s' }, position: null },
  ],
  [
    refined({ type: 'TextPositionSelector', start: 10, end: 20 }, 2, 5),
    { quote: null, position: { start: 12, end: 15, unit: 'code-points' } },
  ],
  // What reaches out of the coarser one is nowhere, and never the coarser one.
  [refined({ type: 'TextQuoteSelector', exact: 'one' }, 2, 5), { quote: null, position: null }],
  [refined({ type: 'TextPositionSelector', start: 1, end: 4 }, 2, 5), { quote: null, position: null }],
  [
    {
      type: 'TextQuoteSelector',
      exact: 'a b, a c',
      refinedBy: [
        { type: 'CssSelector', value: 'b' },
        { type: 'TextQuoteSelector', exact: 'a', suffix: ' c' },
      ],
    },
    { quote: { exact: 'a', prefix: 'a b, ', suffix: ' c' } },
  ],
  [
    {
      type: 'RangeSelector',
      startSelector: { type: 'TextPositionSelector', start: 2, end: 3 },
      endSelector: { type: 'TextPositionSelector', start: 8, end: 9 },
    },
    { position: { start: 2, end: 8 } },
  ],
])('the selector %j', async (selector, target) => {
  const text = JSON.stringify({ type: 'Annotation', target: { source: 'https://example.org/', selector } });
  expect(await readText(text)).toMatchObject({ items: [{ targets: [target] }] });
});

test('Recogito: a selector alone or in a list, pieces, and a verdict among the properties', async () => {
  expect(await readText(sample('recogito-v3.json'))).toMatchObject({
    problems: [],
    items: [
      {
        targets: [{ quote: { exact: QUOTE }, position: { start: 0, end: 25, unit: 'utf16' } }],
        author: { name: 'guest-77' },
        judgements: [
          { author: { name: 'Reviewer One' }, comment: 'No such line in the transcript.' },
          { author: { name: 'guest-77' }, labels: ['false'] },
        ],
      },
      { targets: [{ quote: { exact: 'friends' } }], judgements: [] },
    ],
  });
  expect(await readText(sample('recogito-v4.json'))).toMatchObject({
    items: [
      {
        targets: [{ quote: { exact: 'They' } }, { quote: { exact: 'not our friends' } }],
        tags: ['foreign-policy'],
        judgements: [{ labels: ['misleading'], author: { name: 'Reviewer Two' } }],
      },
    ],
  });
  expect(await readText(sample('recogito-w3c.json'))).toMatchObject({
    items: [{ originalId: 'd1b2c3d4-0000-4000-8000-000000000001', judgements: [{ labels: ['false'] }] }],
  });
});

test('Label Studio: results of one region are one annotation, and a prediction is told from a person', async () => {
  expect(await readText(sample('label-studio-ner.json'))).toMatchObject({
    problems: [],
    documents: [{ text: QUOTE }],
    items: [
      {
        isMachineMade: false,
        author: { name: 'Reviewer One' },
        targets: [{ position: { start: 0, end: 25, unit: 'unsaid' } }],
        judgements: [{ labels: ['Claim', 'False'] }],
      },
      {
        isMachineMade: true,
        author: { name: 'A model’s prediction' },
        targets: [{ quote: null, position: { start: 17, end: 24 } }],
        judgements: [{ labels: ['Loaded word'] }],
      },
    ],
  });
  expect(await readText(sample('label-studio-choices.json'))).toMatchObject({
    items: [
      {
        targets: [],
        document: 0,
        author: { name: 'Annotator 7' },
        judgements: [{ labels: ['False'], comment: 'No such line in the transcript.' }],
      },
    ],
  });
  expect(await readText(sample('label-studio-ner-min.json'))).toMatchObject({
    items: [{ targets: [{ position: { start: 0, end: 25 } }], judgements: [{ labels: ['Claim', 'False'] }] }],
  });
});

test('doccano: spans, entities and labels of the whole text; a comment goes with the span that is the text', async () => {
  const spans = {
    items: [{ judgements: [{ labels: ['Claim'], comment: 'No such line in the transcript.' }] }, {}],
  };
  expect(await readText(sample('doccano-spans.jsonl'))).toMatchObject(spans);
  expect(await readText(sample('doccano-relations.jsonl'))).toMatchObject({
    items: [...spans.items.slice(0, 1), { foreign: { relations: [{ type: 'part of' }] } }],
  });
  expect(await readText(sample('doccano-classification.jsonl'))).toMatchObject({
    items: [{ targets: [], judgements: [{ labels: ['False'] }] }],
  });
  const lines = `\ufeff\n${sample('doccano-spans.jsonl').trim()}\n\n{"broken\n[1]`;
  expect(await readText(lines)).toMatchObject({
    items: [{ place: 'line 2' }, { place: 'line 2' }],
    problems: [{ place: 'line 4' }, { place: 'line 5' }],
  });
});

test('our own CSV comes back whatever a spreadsheet did to it', async () => {
  const claims = await writtenAs('csv', 'Claims');
  const read = await readText(claims);
  expect(read).toMatchObject({ kind: 'annotations', problems: [] });
  const saved = claims
    .replace('\ufeff', '')
    .split('\r\n')
    .map((line) => (line.includes('"') ? line : line.replaceAll(',', '\t')))
    .join('\n');
  expect(await readText(saved)).toMatchObject({ kind: 'annotations' });
  expect(await readText(await writtenAs('csv', 'Evidence'))).toMatchObject({
    kind: 'sources',
    problems: [],
    sources: [{ use: { annotationId: 'a1' } }, { use: { annotationId: 'a1' } }, {}, {}],
  });
});

test.each(['csl-json', 'bibtex'])('the sources of our own %s come back', async (id) => {
  const read = await readText(await writtenAs(id, 'Sources'));
  const { tables } = await sampleFactCheck();
  const ours = [...tables.source.values()].map(({ title, authors }) => ({ title, authors }));
  const theirs = 'sources' in read ? read.sources.map(({ title, authors }) => ({ title, authors })) : [];
  // One source of the sample has neither title nor address: there is nothing to import.
  const isNamed = ({ title }: { readonly title: string }): boolean => title !== '' && title !== 'Untitled';
  expect(theirs.filter(isNamed)).toEqual(ours.filter(isNamed));
});

test('BibTeX as people write it: accents, joined pieces, abbreviations, comments, and what is broken', async () => {
  const text = String.raw`
Anything here is a comment.
@string{np = "Nature"}
@comment{@article{no, title = {No}}}
@Article(key1, author = "M{\"u}ller, Hans and {World Bank, The} and Fran\c{c}ois Arago",
  title = {The {DNA} of \'Etudes -- a \& b}, journal = np # { Physics}, year = 2020, month = mar, day = 3,
  url = {https://example.org/a\_b})
@book{broken, title = {never closed
@misc{key3, title = {Last}, doi = {10.1000/182}}`;
  expect(await readText(text)).toMatchObject({
    sources: [
      {
        kind: 'article-journal',
        authors: ['Müller, Hans', 'World Bank, The', 'François Arago'],
        title: 'The DNA of Études – a & b',
        publisher: 'Nature Physics',
        publishedAt: '2020-03-03',
        url: 'https://example.org/a_b',
      },
      { title: 'Last', url: 'https://doi.org/10.1000/182' },
    ],
    problems: [{ place: 'line 8' }],
  });
});

test('what of a W3C annotation has no field here is kept as it came: its target, and who else made it', async () => {
  const selector = { type: 'TextQuoteSelector', exact: 'x' };
  const target = { source: 'https://example.org/page', selector, scope: 'u:site' };
  const creator = ['u:ann', { name: 'Ben' }];
  const text = JSON.stringify({ type: 'Annotation', id: 'u:1', bodyValue: 'y', creator, target });
  expect(await readText(text)).toMatchObject({
    items: [{ author: { name: 'u:ann' }, foreign: { target, creators: creator } }],
  });
  // Ours says nothing in it that is not in the annotation.
  expect(await readText(await writtenAs('w3c', 'Annotations'))).toMatchObject({
    items: [{ foreign: undefined }, {}, {}, {}, {}],
  });
});

test('what other tools say that has no field here is kept: selectors, and who worked on a task how long', async () => {
  const selector = [{ type: 'RangeSelector', startContainer: '/p[1]' }];
  const rows = [{ id: 'a', text: 'x', target: [{ source: 'https://example.org/', selector }] }];
  expect(await readText(JSON.stringify({ total: 1, rows }))).toMatchObject({
    items: [{ foreign: { target: rows[0]?.target } }],
  });
  const target = { annotation: 'a', selector: [{ quote: 'x', start: 0, end: 1 }], updatedBy: { id: 'ann' } };
  expect(await readText(JSON.stringify([{ id: 'a', bodies: [], target }]))).toMatchObject({
    items: [{ foreign: { about: { updatedBy: { id: 'ann' } } } }],
  });
  const regions = ['r1', 'r2'].map((id, i) => ({
    id,
    type: 'labels',
    value: { start: i, end: 3, labels: ['L'] },
  }));
  const task = { id: 7, meta: { desk: 'Berlin' }, data: { text: 'one' } };
  const rounds = [{ id: 9, lead_time: 4.5, result: regions }];
  expect(await readText(JSON.stringify([{ ...task, annotations: rounds }]))).toMatchObject({
    items: [
      { foreign: { rounds: [{ id: 9, lead_time: 4.5, task: { id: 7, meta: { desk: 'Berlin' } } }] } },
      { foreign: undefined },
    ],
  });
});

test('the id of a body of Recogito is no source', async () => {
  const text = JSON.stringify([
    {
      id: 'a',
      bodies: [{ id: 'b-1', annotation: 'a', purpose: 'highlighting' }],
      target: { annotation: 'a', selector: [{ quote: 'x', start: 0, end: 1 }] },
    },
  ]);
  expect(await readText(text)).toMatchObject({
    items: [{ sources: [], foreign: { bodies: [{ id: 'b-1', purpose: 'highlighting' }] } }],
  });
});

test('nothing of a reply is lost: its tags, its links, and what only the other tool knows', async () => {
  const w3c = [
    { type: 'Annotation', id: 'u:1', bodyValue: 'x', target: 'u:x' },
    {
      type: 'Annotation',
      id: 'u:2',
      rights: 'CC0',
      body: [
        { purpose: 'tagging', value: 'urgent' },
        { purpose: 'linking', source: 'https://example.org/record' },
        { value: 'y' },
      ],
      target: 'u:1',
    },
  ];
  expect(await readText(JSON.stringify(w3c))).toMatchObject({
    items: [
      {
        tags: ['urgent'],
        sources: [{ url: 'https://example.org/record' }],
        judgements: [{ comment: 'x' }, { comment: 'y' }],
        foreign: { replies: [{ id: 'u:2', foreign: { rights: 'CC0' } }] },
      },
    ],
  });
  const rows = [
    { id: 'a', text: 'x', target: [], user_info: { display_name: 'Ann' } },
    { id: 'b', text: 'y', tags: ['urgent', 'verdict:true'], references: ['a'], links: { html: 'u:b' } },
  ];
  expect(await readText(JSON.stringify({ total: 2, rows }))).toMatchObject({
    items: [
      {
        tags: ['urgent'],
        judgements: [{ comment: 'x' }, { comment: 'y', labels: ['true'] }],
        foreign: {
          user_info: { display_name: 'Ann' },
          replies: [{ id: 'b', foreign: { links: { html: 'u:b' } } }],
        },
      },
    ],
  });
});

describe('a table of our own', () => {
  const read = async (text: string): Promise<unknown> => readText(text);

  test('with an ellipsis in the words of one piece keeps them together', async () => {
    const quote = 'He said … nothing.';
    const table = `Id,Quote,Claim,Verdict,Start (UTF-16),End (UTF-16)\na,${quote},c,,4,${4 + quote.length}`;
    expect(await read(table)).toMatchObject({ items: [{ targets: [{ quote: { exact: quote } }] }] });
    const pieces = 'Id,Quote,Claim,Verdict,Pieces,Start (UTF-16),End (UTF-16)\na,a … b … c,c,,5+1,0,10';
    expect(await read(pieces)).toMatchObject({
      items: [{ targets: [{ quote: { exact: 'a … b' } }, { quote: { exact: 'c' } }] }],
    });
  });

  test('keeps what stands in columns of others, and says what it does not take', async () => {
    const claims = 'Id,Quote,Claim,Verdict,Desk,Status\na,q,c,,Berlin,Researching';
    expect(await read(claims)).toMatchObject({
      items: [{ status: 'researching', foreign: { columns: { Desk: 'Berlin' } } }],
    });
    const evidence = 'Annotation id,Stance,Source,Desk\na,Refutes,S,Berlin\na,against,T,';
    expect(await read(evidence)).toMatchObject({
      sources: [{ use: { stance: 'refutes' } }, { use: { stance: null } }],
      problems: [{ place: 'column “Desk”' }, { place: 'line 3', problem: /“against” is no stance/ }],
    });
  });

  test.each([[['Smith; Sons', 'a "b"', 'Doe, J.']], [['; x', '"', ';']], [['plain']], [[]]])(
    'gives back the list %j',
    (list) => {
      expect(splitList(joinList(list))).toEqual(list);
      fc.assert(
        fc.property(
          fc.array(fc.string({ unit: fc.constantFrom('a', ' ', ';', '"', '“'), minLength: 1 })),
          (any) => {
            const trimmed = any.map((one) => one.trim()).filter((one) => one !== '');
            expect(splitList(joinList(trimmed))).toEqual(trimmed);
          },
        ),
      );
    },
  );
});

test('one member that could do harm stops no other, and is named with its number', async () => {
  const one = sample('w3c-annotation.jsonld');
  const text = `[${one}, {"type": "Annotation", "__proto__": {"isAdmin": true}}, {"type": "Annotation", "x": 1e999}, ${one.replace('{', '{"id": "u:2",')}]`;
  expect(await readText(text)).toMatchObject({
    items: [{ place: 'item 1' }, { place: 'item 4' }],
    problems: [
      { place: '[2]', problem: /number at \[2\]\.x is too large.* left out/ },
      { place: '[1]', problem: /“__proto__” at \[1\] is not allowed.* left out/ },
      { place: 'item 2' },
      { place: 'item 3' },
    ],
  } satisfies Loose);
  expect(Object.hasOwn(Object.prototype, 'isAdmin')).toBe(false);
});

async function writtenAs(id: string, label: string): Promise<string> {
  const writer = await FORMATS.find((format) => format.id === id)?.out?.load();
  const result = await writer?.serialise(await sampleFactCheck(), CONTEXT);
  const file = result?.ok ? result.files.find((one) => (one.part?.label ?? label) === label) : undefined;
  if (!file) throw new Error(`No ${label} as ${id}`);
  return file.text;
}

/* What comes from outside: every sample, and what we write ourselves. */
const names = readdirSync(FOLDER).filter((name) => !name.startsWith('edge-'));
const OWN = [
  ['w3c', 'Annotations'],
  ['csv', 'Claims'],
  ['csv', 'Evidence'],
  ['csl-json', 'Sources'],
  ['bibtex', 'Sources'],
  ['label-studio', 'Task'],
  ['doccano', 'Text'],
] as const;

describe.each([
  ...names.map((name) => ({ name, load: () => Promise.resolve(sample(name)) })),
  ...OWN.map(([id, label]) => ({ name: `our ${id} (${label})`, load: () => writtenAs(id, label) })),
])('$name', ({ load }) => {
  test('is recognised by what is in it', async () => {
    expect(await readText(await load())).toMatchObject({ ok: true });
  });

  test('damaged in any way, is answered', async () => {
    const text = await load();
    const junk = fc.oneof(
      fc.constantFrom(
        'null',
        '-1',
        '1e300',
        '{}',
        '[]',
        '""',
        '"x"',
        '[[[]]]',
        '['.repeat(60) + ']'.repeat(60),
      ),
      fc.json(),
      fc.string({ unit: 'binary', maxLength: 5 }),
    );
    await fc.assert(
      fc.asyncProperty(fc.nat(text.length), fc.nat(30), fc.nat(7), junk, async (at, length, bit, put) => {
        expect(findFaults(await readText(text.slice(0, at)))).toEqual([]);
        expect(findFaults(await readText(text.slice(0, at) + put + text.slice(at + length)))).toEqual([]);
        const flipped = String.fromCharCode((text.charCodeAt(at) || 0) ^ (1 << bit));
        expect(findFaults(await readText(text.slice(0, at) + flipped + text.slice(at + 1)))).toEqual([]);
      }),
    );
    const values = [...text.matchAll(/(?<=[:,[]\s*)(?:"[^"]*"|\d+|\[\]|\{\}|true|false)/g)];
    if (values.length === 0) return;
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...values), junk, async ({ index, 0: { length } }, put) => {
        expect(findFaults(await readText(text.slice(0, index) + put + text.slice(index + length)))).toEqual(
          [],
        );
      }),
    );
  });
});

/** What breaks the promise of every parser: types that hold at run time too, and sentences. */
function findFaults(read: ParseResult): readonly string[] {
  if (!read.ok) return read.problem.length > 5 ? [] : ['a problem without words'];
  if (read.kind === 'fact-check') return [];
  if (read.kind === 'sources')
    return read.sources.every(({ title, authors }) => isText(title) && authors.every(isText))
      ? []
      : ['source'];
  return read.items.flatMap(({ targets, tags, judgements, place }) => [
    ...(place === '' ? ['an item without a place in the file'] : []),
    ...(tags.every(isText) ? [] : ['a tag that is no text']),
    ...(judgements.every(({ labels, comment }) => labels.every(isText) && isText(comment))
      ? []
      : ['judgement']),
    ...(targets.every(({ quote, position, hint }) => Boolean(quote ?? position ?? hint))
      ? []
      : ['empty target']),
    ...(targets.every(({ position }) => position === null || position.start < position.end) ? [] : ['range']),
  ]);
}

function isText(value: unknown): boolean {
  return typeof value === 'string';
}

const MANY = 100_000;

test.each([
  ['annotations', `[${`${JSON.stringify(JSON.parse(sample('w3c-annotation.jsonld')))},`.repeat(MANY)}{}]`],
  [
    'bodies',
    `{"type":"Annotation","body":[${'{"value":"x","purpose":"tagging"},'.repeat(MANY)}{}],"target":"u:x"}`,
  ],
  ['replies, each to the one before', chainOfReplies()],
  ['selectors', `[{"id":"1","bodies":[],"target":{"selector":[${'{"quote":"x"},'.repeat(MANY)}{}]}}]`],
  ['rows', `{"total":1,"rows":[${'{"id":"a","references":["a"]},'.repeat(MANY)}{"id":"a"}]}`],
  ['tasks', `[${'{"data":{"text":"x"},"annotations":[{"result":[]}]},'.repeat(MANY)}{}]`],
  [
    'results',
    `[{"data":{"text":"x"},"annotations":[{"result":[${'{"id":"r","value":{"start":0,"end":1}},'.repeat(MANY)}{}]}]}]`,
  ],
  [
    'places of one result',
    `[{"data":{"text":"${'x'.repeat(MANY)}"},"annotations":[{"result":[${Array.from({ length: MANY }, (_, i) => `{"id":"r","value":{"start":${i},"end":${i + 1}}}`).join(',')}]}]}]`,
  ],
  [
    'labels and remarks of one result',
    `[{"data":{"text":"x"},"annotations":[{"result":[{"id":"r","type":"textarea","value":{"start":0,"end":1,"text":[${'"x",'.repeat(2 * MANY)}"y"]}},{"id":"r","type":"labels","value":{"start":0,"end":1,"labels":[${'"x",'.repeat(2 * MANY)}"y"]}}]}]}]`,
  ],
  [
    'people who answer one annotation',
    `[{"type":"Annotation","id":"u:1","bodyValue":"x","target":"u:x"},{"type":"Annotation","id":"u:2","body":[${'{"value":"x","creator":"u:0"},'.repeat(9)}${Array.from({ length: 2 * MANY }, (_, i) => `{"value":"x","creator":"u:${i}"}`).join(',')}],"target":"u:1"}]`,
  ],
  [
    'spans',
    `{"text":"xy","label":[${'[0,1,"A"],'.repeat(MANY)}[0,2,"B"]],"Comments":[${'"x: y",'.repeat(MANY)}"z"]}`,
  ],
  ['lines', '{"text":"x","label":[[0,1,"A"]]}\n'.repeat(MANY)],
  ['lines of a table', `Id,Quote,Claim,Verdict\n${'a,"b ""c""",d,e\n'.repeat(MANY)}`],
  ['quote marks', `Id,Quote,Claim,Verdict\n${'"'.repeat(MANY)}`],
  ['sources', `[${'{"type":"book","title":"x","id":1},'.repeat(MANY)}{}]`],
  ['entries', '@book{k, title = {x}}\n'.repeat(MANY)],
  ['entries that never end', '@book{k,title={'.repeat(MANY)],
  ['braces', `@book{k, title = ${'{'.repeat(MANY)}`],
])('%s by the hundred thousand do not hang', async (_, text) => {
  // Anything quadratic takes hours, which the runner ends.
  await expect(readText(text)).resolves.toBeDefined();
});

function chainOfReplies(): string {
  const rows = Array.from({ length: MANY }, (_, i) => {
    return `{"type":"Annotation","id":"u:${i}","bodyValue":"x","target":"u:${i - 1}"}`;
  });
  return `[${rows.join(',')}]`;
}

test.each([
  [
    'CSL-JSON',
    JSON.stringify([
      {
        id: 'a',
        type: 'article-journal',
        title: 'Ferries',
        author: [{ family: 'Adams', given: 'Ann' }],
        editor: [{ family: 'Brown', given: 'Bo' }],
        translator: [{ family: 'Cole', given: 'Cy' }],
        'event-date': { 'date-parts': [[2019, 4]] },
        keyword: 'ferries; harbours',
        'container-title': 'Journal of Ferries',
        publisher: 'Port Press',
        volume: 12,
        page: '3-4',
        URL: 'https://a.example/f',
        DOI: '10.1/f',
      },
    ]),
  ],
  [
    'BibTeX',
    `@article{a, title = {Ferries}, author = {Adams, Ann}, editor = {Brown, Bo}, journal = {Journal of Ferries},
  translator = {Cole, Cy}, eventdate = {2019-04}, keywords = {ferries; harbours}, file = {/home/me/a.pdf},
  publisher = {Port Press}, volume = 12, pages = {3-4}, url = {https://a.example/f}, doi = {10.1/f}}`,
  ],
])('what a source of %s tells and no field here holds is kept in its note', async (_, text) => {
  const read = await readText(text);
  const [source] = 'sources' in read ? read.sources : [];
  for (const words of [
    '12',
    '3-4',
    'Brown, Bo',
    'Cole, Cy',
    '2019-04',
    'ferries; harbours',
    'Port Press',
    '10.1/f',
  ])
    expect(source?.note).toContain(words);
  expect(source?.note).not.toContain('/home');
  expect(source?.publisher).toBe('Journal of Ferries');
});
