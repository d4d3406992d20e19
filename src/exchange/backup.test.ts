import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { recordsOf } from '../domain/fact-check.ts';
import { LAST_CREDIBLE_TIME } from '../domain/record.ts';
import { arbitraryFactCheck } from '../domain/testing/arbitrary-fact-check.ts';
import { parseBackup, recognisesBackup, serialiseBackup, type Backup } from './backup.ts';
import { CONTEXT, writeOwn } from './testing/at-once.ts';

const arbitraryUtf16 = fc.array(fc.nat(0xffff)).map((units) => String.fromCharCode(...units));

const arbitraryBackup: fc.Arbitrary<Backup> = fc
  .record({
    factChecks: fc.uniqueArray(arbitraryFactCheck(), { selector: ({ id }) => id, maxLength: 3 }),
    gone: fc.uniqueArray(arbitraryFactCheck(), { selector: ({ id }) => id, maxLength: 2 }),
    damaged: fc.array(
      fc.record({ key: arbitraryUtf16, raw: arbitraryUtf16, reason: fc.string(), at: fc.string() }),
      { maxLength: 3 },
    ),
  })
  .map(({ factChecks, gone, damaged }) => ({
    factChecks,
    damaged,
    deleted: gone.map((factCheck) => ({ factCheck, at: '2026-01-30T00:00:00Z' })),
    removed: factChecks.flatMap(({ id, tables }) =>
      [...tables.annotation.values()].slice(0, 2).map((annotation) => ({
        factCheckId: id,
        annotation,
        parts: [...tables.source.values()].slice(0, 2),
        at: '2026-01-31T00:00:00Z',
        by: null,
      })),
    ),
    conflicts: factChecks.flatMap((factCheck) =>
      recordsOf(factCheck)
        .slice(0, 2)
        .map((record) => ({ factCheckId: factCheck.id, record })),
    ),
  }));

test('all that a backup holds comes back as it was', async () => {
  await fc.assert(
    fc.asyncProperty(arbitraryBackup, async (backup) => {
      const { text } = await serialiseBackup(backup, CONTEXT);
      const bytes = new TextEncoder().encode(text);
      const read = await parseBackup(new TextDecoder().decode(bytes));
      expect(read).toEqual({ ok: true, backup, exportedAt: CONTEXT.exportedAt, problems: [] });
    }),
    { numRuns: 50 },
  );
});

test('a backup is told from the file of a fact check, whatever is in it', async () => {
  await fc.assert(
    fc.asyncProperty(arbitraryBackup, async (backup) => {
      expect(recognisesBackup((await serialiseBackup(backup, CONTEXT)).text)).toBe(true);
      for (const factCheck of backup.factChecks)
        expect(recognisesBackup(await writeOwn(factCheck))).toBe(false);
    }),
    { numRuns: 30 },
  );
  expect(recognisesBackup('{"text":"\\"format\\": \\"linecheck-backup\\""}')).toBe(false);
  expect(recognisesBackup('{"a":[{"format":"linecheck-backup"}]}')).toBe(false);
});

test('a fact check that is damaged costs no other, and is named', async () => {
  const [one, other] = fc.sample(arbitraryFactCheck(), { numRuns: 2, seed: 3 });
  if (!one || !other) throw new Error('No samples.');
  const { text } = await serialiseBackup(
    { factChecks: [one, other], conflicts: [], removed: [], deleted: [], damaged: [] },
    CONTEXT,
  );
  const file = JSON.parse(text) as { factChecks: { factCheck: { head: { id: unknown } } }[] };
  const [first] = file.factChecks;
  if (first) first.factCheck.head.id = '../..';
  const read = await parseBackup(JSON.stringify(file));
  expect(read.ok && read.backup.factChecks).toEqual([other]);
  expect(read.ok && read.problems.join('\n')).toMatch(/^Fact check 1 of 2 in the file can’t be read/);
});

test.each<[what: string, file: object | string, said: RegExp]>([
  ['no JSON', '{"format":"linecheck-backup",', /breaks off/],
  ['no list of fact checks', { format: 'linecheck-backup', version: '1.0' }, /damaged/],
  ['no version', { format: 'linecheck-backup', version: 'one', factChecks: [] }, /which version/],
  ['a newer version', { format: 'linecheck-backup', version: '2.0', factChecks: [] }, /newer Linecheck/],
  [
    'a harmful name',
    '{"format":"linecheck-backup","version":"1.0","factChecks":[],"__proto__":{"ok":true}}',
    /not allowed/,
  ],
])('a backup with %s is refused in a sentence', async (_, file, said) => {
  const read = await parseBackup(typeof file === 'string' ? file : JSON.stringify(file));
  expect(read.ok ? '' : read.problem).toMatch(said);
});

test('what is no conflict and no damaged record is counted and left out; clocks far ahead are set back', async () => {
  const reviewer = {
    type: 'reviewer',
    id: 'r1',
    name: 'Ana',
    updatedAt: CONTEXT.exportedAt,
    updatedBy: null,
  };
  const ahead = { ...reviewer, rev: [LAST_CREDIBLE_TIME + 5, 'x'] };
  const file = {
    format: 'linecheck-backup',
    version: '1.9',
    factChecks: [{}, null],
    conflicts: [
      { factCheckId: 'f1', record: ahead },
      { factCheckId: '../f', record: ahead },
      { factCheckId: 'f1' },
    ],
    deleted: [{ at: CONTEXT.exportedAt, factCheck: {} }, null],
    damaged: [{ key: 'k', raw: 'r', reason: '', at: '' }, 'x', null],
  };
  const read = await parseBackup(JSON.stringify(file));
  expect(read).toMatchObject({
    ok: true,
    exportedAt: '',
    backup: {
      factChecks: [],
      conflicts: [{ factCheckId: 'f1', record: { rev: [LAST_CREDIBLE_TIME, 'x'] } }],
      damaged: [{ key: 'k' }],
    },
  });
  expect(read.ok && read.problems.slice(2)).toEqual([
    '2 of 2 deleted fact checks in the file can’t be read.',
    '2 of 3 conflicts in the file can’t be read.',
    '2 of 3 damaged records in the file can’t be read.',
  ]);
});

test('any text at all gets an answer', async () => {
  await fc.assert(
    fc.asyncProperty(fc.oneof(fc.string({ unit: 'binary' }), fc.json()), async (text) => {
      expect((await parseBackup(text)).ok).toBe(false);
    }),
  );
});

test('a removed annotation that can’t be read costs no other, and a file from before there were any opens', async () => {
  const factCheck = fc
    .sample(arbitraryFactCheck(), { numRuns: 50, seed: 3 })
    .find(({ tables }) => tables.annotation.size > 0);
  const [annotation] = factCheck?.tables.annotation.values() ?? [];
  if (!factCheck || !annotation) throw new Error('No sample.');
  const gone = { factCheckId: factCheck.id, annotation, parts: [], at: '2026-01-31T00:00:00Z', by: null };
  const backup = { factChecks: [factCheck], conflicts: [], removed: [gone], deleted: [], damaged: [] };
  const { text } = await serialiseBackup(backup, CONTEXT);
  const file = JSON.parse(text) as { removed?: unknown[] };
  file.removed?.unshift({ ...gone, annotation: { ...annotation, targets: 'none' } });
  expect(await parseBackup(JSON.stringify(file))).toMatchObject({
    ok: true,
    backup: { removed: [gone] },
    problems: ['1 of 2 removed annotations in the file can’t be read.'],
  });
  delete file.removed;
  const older = JSON.stringify(file).replace('"version":"1.2"', '"version":"1.0"');
  expect(await parseBackup(older)).toMatchObject({ ok: true, backup: { removed: [] }, problems: [] });
});

test('a deleted fact check that can’t be read costs no other, and a file from before there were any opens', async () => {
  const [factCheck, other] = fc.sample(arbitraryFactCheck(), { numRuns: 2, seed: 3 });
  if (!factCheck || !other) throw new Error('No samples.');
  const at = '2026-01-31T00:00:00Z';
  const deleted = [factCheck, other].map((one) => ({ factCheck: one, at }));
  const backup = { factChecks: [], conflicts: [], removed: [], deleted, damaged: [] };
  const { text } = await serialiseBackup(backup, CONTEXT);
  const file = JSON.parse(text) as { deleted?: { at: string }[] };
  const [first] = file.deleted ?? [];
  if (first) first.at = 'yesterday';
  expect(await parseBackup(JSON.stringify(file))).toEqual({
    ok: true,
    exportedAt: CONTEXT.exportedAt,
    backup: { ...backup, deleted: deleted.slice(1) },
    problems: ['1 of 2 deleted fact checks in the file can’t be read.'],
  });
  delete file.deleted;
  expect(await parseBackup(JSON.stringify(file))).toMatchObject({ backup: { deleted: [] }, problems: [] });
});
