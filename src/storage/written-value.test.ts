import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { checksumOf } from './checksum.ts';
import { keyOf } from './storage-key.ts';
import { arbitraryVersions } from './testing/arbitrary-kept.ts';
import { parseKept, SCHEMA, serialiseKept } from './written-value.ts';

const KEY = 'linecheck/f1/reviewer/r1';

function write(json: string, schema = SCHEMA): string {
  return `${schema}|${checksumOf(`${KEY}|${schema}|${json}`)}|${json}`;
}

test('what is written is read back equal', () => {
  fc.assert(
    fc.property(arbitraryVersions, (versions) => {
      for (const kept of versions) {
        expect(parseKept(keyOf(kept.place), serialiseKept(kept))).toEqual({ ok: true, kept, isNewer: false });
      }
    }),
  );
});

test('any damage to one stretch of the text is noticed', () => {
  fc.assert(
    fc.property(
      arbitraryVersions,
      fc.nat(),
      fc.nat(3),
      fc.string({ maxLength: 3 }),
      ([kept], at, length, stuff) => {
        if (!kept) return;
        const text = serialiseKept(kept);
        const start = at % text.length;
        const damagedText = text.slice(0, start) + stuff + text.slice(start + length);
        fc.pre(damagedText !== text);
        expect(parseKept(KEY, damagedText).ok).toBe(false);
      },
    ),
    { numRuns: 500 },
  );
});

const RECORD = {
  type: 'reviewer',
  id: 'r1',
  name: 'Ines',
  rev: [1, 't'],
  updatedAt: '2026-01-31T00:00:00Z',
  updatedBy: null,
};

test.each([
  ['an empty text', ''],
  ['a text of another app', '{"theme":"dark"}'],
  ['half a value', write(JSON.stringify({ lineage: [], record: RECORD })).slice(0, 80)],
  ['no JSON', write('{"lineage":[')],
  ['JSON that is no saved record', write('[1,2]')],
  ['a record that lacks a field', write(JSON.stringify({ lineage: [], record: { ...RECORD, name: 1 } }))],
  ['a record of another id', write(JSON.stringify({ lineage: [], record: { ...RECORD, id: 'r2' } }))],
  ['a lineage of words', write(JSON.stringify({ lineage: ['first'], record: RECORD }))],
])('%s is damage', (_, text) => {
  expect(parseKept(KEY, text)).toMatchObject({ ok: false, isNewer: false });
});

test('a value of another record, moved here, is damage', () => {
  const text = write(JSON.stringify({ lineage: [], record: RECORD }));
  expect(parseKept('linecheck/f2/reviewer/r1', text)).toMatchObject({ ok: false, isNewer: false });
});

test('a value that names no version is damage', () => {
  const key = 'linecheck/f1/reviewer/r1';
  const json = '{"lineage":[],"record":{}}';
  const text = `0|${checksumOf(`${key}|0|${json}`)}|${json}`;
  expect(parseKept(key, text)).toEqual({
    ok: false,
    isNewer: false,
    problem: 'It names no version of Linecheck.',
  });
});

test('a value of a newer version is told apart from damage', () => {
  expect(parseKept(KEY, write('{"anything":[]}', SCHEMA + 1))).toMatchObject({ ok: false, isNewer: true });
});

test('what a newer version wrote is read as far as this one understands it', () => {
  const text = write(JSON.stringify({ lineage: [], record: { ...RECORD, mood: 'curious' } }), SCHEMA + 1);
  expect(parseKept(KEY, text)).toMatchObject({
    ok: true,
    isNewer: true,
    kept: { record: { mood: 'curious' } },
  });
});

test('a field that this version does not know is kept and written back', () => {
  const read = parseKept(KEY, write(JSON.stringify({ lineage: [], record: { ...RECORD, shoeSize: 38 } })));
  expect(read.ok && serialiseKept(read.kept)).toContain('"shoeSize":38');
});

test('a name that would reach into objects stays data', () => {
  const read = parseKept(
    KEY,
    write(`{"lineage":[],"record":${JSON.stringify(RECORD).slice(0, -1)},"__proto__":{"isAdmin":true}}}`),
  );
  expect(read.ok).toBe(true);
  expect(read.ok && 'isAdmin' in read.kept.record).toBe(false);
});
