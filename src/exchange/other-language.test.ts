import { readdirSync, readFileSync } from 'node:fs';
import { afterEach, describe, expect, test } from 'vitest';
import { speak } from '../messages/language.ts';
import { speakGibberish } from '../messages/testing/speak-gibberish.ts';
import { serialiseBackup } from './backup.ts';
import type { Writer } from './format.ts';
import { FORMATS } from './formats.ts';
import { CONTEXT, readText } from './testing/at-once.ts';
import { sampleFactCheck } from './testing/sample-fact-check.ts';

afterEach(() => speak());

/** What `work` gives where English is spoken, and where another language is. */
async function inBoth<T>(work: () => Promise<T>): Promise<readonly [english: T, other: T]> {
  const english = await work();
  speakGibberish();
  return [english, await work()];
}

const SET = {
  publisher: 'Example Desk',
  'report-address/ferry': 'https://desk.example/ferry',
  'report-readers': 'editors',
};

async function write({ options = () => [], serialise }: Writer) {
  const factCheck = await sampleFactCheck();
  const offered = options(factCheck, SET);
  const initial = offered.map(({ id, initial: value }): [string, string] => [id, value]);
  const context = { ...CONTEXT, leftOut: 2, options: { ...Object.fromEntries(initial), ...SET } };
  return { offered, result: await serialise(factCheck, context) };
}

describe.each(FORMATS.flatMap(({ id, out }) => (out ? [{ id, load: out.load }] : [])))('$id', ({ load }) => {
  test('is written the same whatever language the interface speaks', async () => {
    const [english, other] = await inBoth(async () => (await write(await load())).result);
    if (!english.ok || !other.ok) throw new Error('Nothing was written.');
    const written = ({ fileName, mediaType, text }: (typeof english.files)[number]) => [
      fileName,
      mediaType,
      text,
    ];
    expect(other.files.map(written)).toEqual(english.files.map(written));
  });

  test('says what is lost, and what can be set, in the language of the interface', async () => {
    const [english, other] = await inBoth(async () => write(await load()));
    if (!english.result.ok || !other.result.ok) throw new Error('Nothing was written.');
    expect(other.result.loss).toHaveLength(english.result.loss.length);
    expect(other.result.loss.filter((sentence) => !sentence.startsWith('⟦'))).toEqual([]);
    const said = (part: (typeof english.result.files)[number]['part']) => [part?.label, part?.download];
    expect(other.result.files.flatMap(({ part }) => (part ? said(part) : [])).join('')).not.toMatch(
      /(?:^|⟧)[^⟦]/,
    );
    expect(other.offered.map(({ id, initial }) => [id, initial])).toEqual(
      english.offered.map(({ id, initial }) => [id, initial]),
    );
    // A rating is called what it is called in the fact check.
    const labels = other.offered.flatMap((option) => (option.kind === 'label' ? [] : [option.label]));
    expect(labels.filter((label) => !label.startsWith('⟦'))).toEqual([]);
  });
});

test('a backup is written the same whatever language the interface speaks', async () => {
  const factCheck = await sampleFactCheck();
  const [english, other] = await inBoth(() =>
    serialiseBackup(
      { factChecks: [factCheck], conflicts: [], removed: [], deleted: [], damaged: [] },
      CONTEXT,
    ),
  );
  expect(other).toEqual(english);
});

const SAMPLES = ['samples/', 'frozen/'].flatMap((folder) =>
  readdirSync(new URL(`testing/${folder}`, import.meta.url)).map((name) => `testing/${folder}${name}`),
);

/** All that becomes records; a place in a file is only shown. */
function contentOf(read: Awaited<ReturnType<typeof readText>>): unknown {
  if (!read.ok) return null;
  switch (read.kind) {
    case 'fact-check':
      return read.factCheck;
    case 'annotations':
      return { documents: read.documents, items: read.items.map((item) => ({ ...item, place: '' })) };
    case 'sources':
      return read.sources;
  }
}

function annotationAt(selector: object): string {
  return JSON.stringify({
    '@context': 'http://www.w3.org/ns/anno.jsonld',
    type: 'Annotation',
    target: { source: 'https://news.example/', selector },
  });
}

/** Places that only a person can find: what is said of them is kept with the annotation. */
const HINTS = [
  annotationAt({ type: 'FragmentSelector', value: 'page=3' }),
  annotationAt({ type: 'XPathSelector', value: '/html/p[3]' }),
  annotationAt({ type: 'RangeSelector', startSelector: { type: 'XPathSelector', value: '/p[1]' } }),
  annotationAt({}),
  JSON.stringify({ total: 1, rows: [{ id: 'a', target: [{ selector: [{ type: '' }] }] }] }),
  JSON.stringify([
    {
      data: { text: 'They are.' },
      annotations: [{ result: [{ type: 'labels', value: { start: 'a', end: 'b', labels: ['A'] } }] }],
    },
  ]),
];

test.each([
  ...SAMPLES.map((name) => [name, readFileSync(new URL(name, import.meta.url), 'utf8')] as const),
  ...HINTS.map((text, i) => [`hint ${i + 1}`, text] as const),
])('%s gives the same records whatever language the interface speaks', async (_, text) => {
  const [english, other] = await inBoth(() => readText(text));
  expect(contentOf(other)).toEqual(contentOf(english));
  const problems = other.ok ? other.problems : [other.problem];
  const sentences = problems.map((one) => (typeof one === 'string' ? one : one.problem));
  expect(sentences.filter((sentence) => !sentence.startsWith('⟦'))).toEqual([]);
});
