import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { arbitraryFactCheck } from '../domain/testing/arbitrary-fact-check.ts';
import { createFileSchema } from './json-schema.ts';
import { FIELD_ORDER } from './linecheck-layout.ts';
import { CONTEXT, readText, writeOwn } from './testing/at-once.ts';
import handMade from './testing/hand-made.linecheck.json?raw';

const schema = createFileSchema();
const ajv = new Ajv2020({ strict: true, strictTypes: false });
addFormats(ajv);
const validate = ajv.compile(schema);

test('the schema that is shipped is the one that the record schemas make', async () => {
  await expect(`${JSON.stringify(schema, null, 2)}\n`).toMatchFileSnapshot(
    '../../public/schema/fact-check-1.json',
  );
});

test('a third-party validator accepts every export', async () => {
  await fc.assert(
    fc.asyncProperty(arbitraryFactCheck(), async (factCheck) => {
      const text = await writeOwn(factCheck);
      expect(errorsIn(JSON.parse(text))).toEqual([]);
    }),
  );
});

test('a file made by hand before there was a history is accepted by the validator, opened, and written back in the present version', async () => {
  expect(errorsIn(JSON.parse(handMade))).toEqual([]);
  const read = await readText(handMade);
  expect(read).toMatchObject({ ok: true, problems: [] });
  const written = read.ok && read.kind === 'fact-check' ? await writeOwn(read.factCheck) : '';
  const file = JSON.parse(handMade) as { readonly factCheck: object };
  expect(JSON.parse(written)).toEqual({
    ...file,
    version: '1.7',
    factCheck: { ...file.factCheck, history: [] },
    exportedAt: CONTEXT.exportedAt,
    generator: 'Linecheck',
    integrity: expect.stringMatching(/^sha256-[0-9a-f]{64}$/) as unknown,
  });
});

describe('what the validator refuses, we refuse', () => {
  test.each<[path: string, value: unknown]>([
    ['format', 'another-format'],
    ['version', '2.0'],
    ['version', 1],
    ['factCheck', []],
    ['factCheck.head', null],
    ['factCheck.head.articleId', 'not an id'],
    ['factCheck.articles', []],
    ['factCheck.ratingScales', []],
    ['factCheck.annotations', {}],
    ['factCheck.verdicts', undefined],
    ['factCheck.articles.0.type', 'source'],
    ['factCheck.articles.0.url', 'javascript:alert(1)'],
    ['factCheck.articles.0.url', ' jAva\tScript:alert(1)'],
    ['factCheck.articles.0.links.0.href', 'data:text/html,x'],
    ['factCheck.articles.0.retrievedAt', 'yesterday'],
    ['factCheck.articles.0.retrievedAt', '2026-01-01T25:00:00Z'],
    ['factCheck.articles.0.blocks.0.level', 7],
    ['factCheck.articles.0.blocks.0.start', -1],
    ['factCheck.articles.0.sentences.0.end', 1.5],
    ['factCheck.articles.0.sha256', 'abc'],
    ['factCheck.articles.0.direction', 'up'],
    ['factCheck.articles.0.language', ''],
    ['factCheck.ratingScales.0.ratings', []],
    ['factCheck.ratingScales.0.ratings.0.ordinal', '1'],
    ['factCheck.ratingScales.0.ratings.0.colour', 'red'],
  ])('%s = %j', async (path, value) => {
    const text = refusedText(path, value);
    expect(await readText(text)).toMatchObject({ ok: false });
  });

  test.each<[path: string, value: unknown]>([
    ['factCheck.annotations.0.targets', []],
    ['factCheck.annotations.0.targets.0.quote.exact', 13],
    ['factCheck.annotations.0.claim.kind', 'rumour'],
    ['factCheck.annotations.0.claim.claimant.name', null],
    ['factCheck.annotations.0.tags', 'figures'],
    ['factCheck.annotations.0.status', 'done'],
    ['factCheck.annotations.0.priority', null],
    ['factCheck.annotations.0.rev', [1]],
    ['factCheck.annotations.0.rev', ['1', 'a']],
    ['factCheck.verdicts.0.scaleVersion', 0],
    ['factCheck.verdicts.0.ratingId', undefined],
    ['factCheck.verdicts.0.confidence', 'very'],
    ['factCheck.sources.0.authors', [1]],
    ['factCheck.sources.0.archives.0.url', 'file:///etc/passwd'],
    ['factCheck.sources.0.accessedAt', ''],
    ['factCheck.evidence.0.stance', 'true'],
    ['factCheck.reviewers.0.id', ''],
    ['factCheck.reviewers.0.updatedBy', undefined],
  ])('of that record alone, by its place: %s = %j', async (path, value) => {
    const text = refusedText(path, value);
    const place = path.replace(/\.0\..*$/, '[0]');
    const problem = expect.stringMatching(/It is left out\.$/) as string;
    const read = await readText(text);
    expect(read).toMatchObject({ ok: true });
    const problems = read.ok ? read.problems : [];
    const told = problems.filter((one) => typeof one === 'string' && one.startsWith(`${place} `));
    expect(told).toEqual([problem]);
  });
});

test('every field that the schema knows has its place in the order of writing', () => {
  const known = new Set<string>();
  collectNames(schema, known);
  expect([...known].filter((name) => !FIELD_ORDER.some((ordered) => ordered === name))).toEqual([]);
});

test('no field stands twice in the order of writing', () => {
  expect(FIELD_ORDER).toHaveLength(new Set(FIELD_ORDER).size);
});

/** The file made by hand with one value that the validator does not accept. */
function refusedText(path: string, value: unknown): string {
  const file = JSON.parse(handMade) as object;
  replaceAt(file, path.split('.'), value);
  const text = JSON.stringify(file);
  expect(errorsIn(JSON.parse(text))).not.toEqual([]);
  return text;
}

function errorsIn(file: unknown): readonly unknown[] {
  validate(file);
  return validate.errors ?? [];
}

function replaceAt(root: object, steps: readonly string[], value: unknown): void {
  const [step, ...rest] = steps;
  if (step === undefined) return;
  if (rest.length === 0) {
    Object.assign(root, { [step]: value });
    return;
  }
  const next: unknown = Object.entries(root).find(([name]) => name === step)?.[1];
  if (typeof next !== 'object' || next === null) throw new Error(`There is no ${step}.`);
  replaceAt(next, rest, value);
}

/** The names under every `properties` of a schema. */
function collectNames(node: unknown, names: Set<string>): void {
  if (typeof node !== 'object' || node === null) return;
  for (const [keyword, value] of Object.entries(node)) {
    if (keyword === 'properties') for (const name of Object.keys(value as object)) names.add(name);
    collectNames(value, names);
  }
}
