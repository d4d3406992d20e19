import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { arbitraryFactCheck } from '../domain/testing/arbitrary-fact-check.ts';
import { say } from '../messages/say.ts';
import { FORMATS } from './formats.ts';
import { CONTEXT, readText } from './testing/at-once.ts';

test('no two formats share an id or a label', () => {
  expect(new Set(FORMATS.map(({ id }) => id)).size).toBe(FORMATS.length);
  expect(new Set(FORMATS.map(({ label }) => say(label).toLowerCase())).size).toBe(FORMATS.length);
});

describe.each(FORMATS.flatMap((format) => (format.out ? [{ ...format, out: format.out }] : [])))(
  '$id',
  ({ extensions, mediaType, out }) => {
    test('takes every fact check: a file with its extension, or sentences that say why there is none', async () => {
      const { serialise, options = () => [] } = await out.load();
      await fc.assert(
        fc.asyncProperty(arbitraryFactCheck(), async (factCheck) => {
          const values = options(factCheck, {}).map(({ id, initial }): [string, string] => [id, initial]);
          const result = await serialise(factCheck, { ...CONTEXT, options: Object.fromEntries(values) });
          const files = result.ok ? result.files : [];
          const sentences = result.ok ? result.loss : result.problems;
          expect(files.length + sentences.length).toBeGreaterThan(0);
          expect(sentences.filter((sentence) => !sentence.endsWith('.'))).toEqual([]);
          expect(new Set(sentences).size).toBe(sentences.length);
          expect(files.slice(0, 1).filter((file) => file.mediaType !== mediaType)).toEqual([]);
          expect(files.slice(0, 1).filter(({ fileName }) => !fileName.endsWith(extensions[0]))).toEqual([]);
          expect(new Set(files.map(({ fileName }) => fileName)).size).toBe(files.length);
          expect(files.filter(({ text }) => text === '')).toEqual([]);
        }),
      );
    });
  },
);

test('any text at all gets an answer', async () => {
  await fc.assert(
    fc.asyncProperty(fc.oneof(fc.string({ unit: 'binary' }), fc.json()), async (text) => {
      expect((await readText(text)).ok).toBe(false);
    }),
  );
});
