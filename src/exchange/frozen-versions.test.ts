import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { expect, test } from 'vitest';
import { recordsOf } from '../domain/fact-check.ts';
import { selectAnnotations } from '../domain/select-annotations.ts';
import { createFileSchema } from './json-schema.ts';
import { FORMAT_VERSION } from './linecheck-layout.ts';
import { readText, writeOwn } from './testing/at-once.ts';
import { sampleFactCheck } from './testing/sample-fact-check.ts';

/** Files as each version wrote them, and the schema that each declared. Nothing ever writes them again. */
const FILES = import.meta.glob<string>('./testing/frozen/*.linecheck.json', {
  query: '?raw',
  import: 'default',
  eager: true,
});
const SCHEMAS = import.meta.glob<string>('./testing/frozen/*.schema.json', {
  query: '?raw',
  import: 'default',
  eager: true,
});

interface FrozenFile {
  readonly version: string;
  readonly factCheck: Record<string, object>;
  readonly selection?: { readonly leftOut: number };
}

test.each(Object.entries(FILES))(
  '%s opens record for record, and says no more than it holds',
  async (_, text) => {
    const read = await readText(text);
    if (!read.ok || read.kind !== 'fact-check') throw new Error('It does not open.');
    const file = JSON.parse(text) as FrozenFile;
    const isPart = (problem: string): boolean => problem.startsWith('The file holds a selection');
    expect(read.problems.filter((problem) => !isPart(problem))).toEqual([]);
    expect(read.problems.some(isPart)).toBe(file.selection !== undefined);
    const { head, ...lists } = file.factCheck;
    // Files of version 1.3 say it beside the head, where it was lost when they were opened.
    const isTold = file.version === '1.3' && file.selection;
    const told = isTold ? { ...head, leftOut: { annotations: [], unnamed: file.selection.leftOut } } : head;
    expect(new Set(recordsOf(read.factCheck))).toEqual(new Set([told, ...Object.values(lists).flat()]));
  },
);

test.each(Object.keys(SCHEMAS))('what is written now is a file for whoever goes by %s', async (name) => {
  const ajv = new Ajv2020({ strict: true, strictTypes: false });
  addFormats(ajv);
  const validate = ajv.compile(JSON.parse(SCHEMAS[name] ?? 'null') as object);
  const factCheck = await sampleFactCheck();
  for (const part of [factCheck, selectAnnotations(factCheck, new Set(['a1', 'a3']))]) {
    validate(JSON.parse(await writeOwn(part)));
    expect(validate.errors).toBeNull();
  }
});

test('no record and no list of the file changes without a new version of the format', () => {
  const { major, minor } = FORMAT_VERSION;
  const frozen = SCHEMAS[`./testing/frozen/${major}.${minor}.schema.json`];
  // Whoever comes here by changing a schema: add a rung to FILE_LADDER (and to VALUE_LADDER of the storage, when what is
  // kept already does not fit any longer), freeze a file and the schema of the new version, and leave the old ones alone.
  expect(createFileSchema()).toEqual(JSON.parse(frozen ?? 'null'));
});
