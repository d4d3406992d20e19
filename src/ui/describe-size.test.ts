import { expect, test } from 'vitest';
import { describeSize } from './describe-size.ts';

test.each([
  [0, '0 bytes'],
  [999, '999 bytes'],
  [1000, '1 kB'],
  [999_499, '999 kB'],
  [999_500, '1.0 MB'],
  [9_949_999, '9.9 MB'],
  [10_000_000, '10 MB'],
  [999_499_999, '999 MB'],
  [999_500_000, '1.0 GB'],
  [10_737_586_176, '11 GB'],
])('%d bytes are said as %s', (bytes, said) => {
  expect(describeSize(bytes)).toBe(said);
});
