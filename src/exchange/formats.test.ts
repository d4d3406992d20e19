import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { arbitraryFactCheck } from '../domain/testing/arbitrary-fact-check.ts';
import { findFormat, FORMATS, parseFile } from './formats.ts';

const context = { exportedAt: '2026-01-31T12:00:00.000Z' };

test('every format is found by its id, which no other has', () => {
  for (const format of FORMATS) expect(findFormat(format.id)).toBe(format);
  expect(findFormat('no-such-format')).toBeUndefined();
});

test('no fact check makes any format fail, and each gives a file with its extension', () => {
  fc.assert(
    fc.property(arbitraryFactCheck(), fc.constantFrom(...FORMATS), (factCheck, format) => {
      const { text, fileName } = format.serialise(factCheck, context);
      expect(text).not.toBe('');
      expect(fileName.endsWith(format.extension)).toBe(true);
    }),
  );
});

test('any text at all gets an answer', async () => {
  await fc.assert(
    fc.asyncProperty(fc.oneof(fc.string({ unit: 'binary' }), fc.json()), async (text) => {
      expect((await parseFile(text)).ok).toBe(false);
    }),
  );
});
