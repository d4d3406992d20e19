import * as fc from 'fast-check';
import { crc32 } from 'node:zlib';
import { expect, test } from 'vitest';
import { checksumOf } from './checksum.ts';
import { arbitraryUtf16 } from './testing/arbitrary-text.ts';

test('the checksum is the CRC-32 that everybody else computes', () => {
  fc.assert(
    fc.property(arbitraryUtf16, (text) => {
      const expected = crc32(Buffer.from(text, 'utf16le')).toString(16).padStart(8, '0');
      expect(checksumOf(text)).toBe(expected);
    }),
  );
});

test('lone surrogates and an empty text have a checksum too', () => {
  expect(checksumOf('')).toBe('00000000');
  expect(checksumOf('\ud800')).not.toBe(checksumOf('\udc00'));
});
