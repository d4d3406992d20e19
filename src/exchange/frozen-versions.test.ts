import { expect, test } from 'vitest';
import { recordsOf } from '../domain/fact-check.ts';
import { createFileSchema } from './json-schema.ts';
import { FORMAT_VERSION } from './linecheck-layout.ts';
import { readText } from './testing/at-once.ts';

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

test.each(Object.entries(FILES))(
  '%s opens record for record, and says no more than it holds',
  async (_, text) => {
    const read = await readText(text);
    if (!read.ok || read.kind !== 'fact-check') throw new Error('It does not open.');
    const file = JSON.parse(text) as {
      readonly factCheck: Record<string, object>;
      readonly selection?: object;
    };
    const isPart = (problem: string): boolean => problem.startsWith('The file holds a selection');
    expect(read.problems.filter((problem) => !isPart(problem))).toEqual([]);
    expect(read.problems.some(isPart)).toBe(file.selection !== undefined);
    const { head, ...lists } = file.factCheck;
    expect(new Set(recordsOf(read.factCheck))).toEqual(new Set([head, ...Object.values(lists).flat()]));
  },
);

test('no record and no list of the file changes without a new version of the format', () => {
  const { major, minor } = FORMAT_VERSION;
  const frozen = SCHEMAS[`./testing/frozen/${major}.${minor}.schema.json`];
  // Whoever comes here by changing a schema: add a rung to FILE_LADDER (and to VALUE_LADDER of the storage, when what is
  // kept already does not fit any longer), freeze a file and the schema of the new version, and leave the old ones alone.
  expect(createFileSchema()).toEqual(JSON.parse(frozen ?? 'null'));
});
