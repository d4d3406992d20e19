import { expect, test } from 'vitest';
import { packText } from './pack-text.ts';

const AT_ONCE = (): Promise<void> => Promise.resolve();

test.each([
  ['nothing', ''],
  ['a short text', 'Zürich – “so”'],
  ['characters of two units wherever a part ends', '🛳'.repeat(600_000)],
  ['the same, one unit further', `x${'🛳'.repeat(600_000)}`],
])('a text is packed as one file: %s', async (_, text) => {
  const file = await packText('text/plain', text, AT_ONCE);
  expect(file.type).toBe('text/plain;charset=utf-8');
  expect(file.size).toBe(new TextEncoder().encode(text).length);
  expect((await file.text()) === text).toBe(true);
});

test('a long text gives way between its parts, and can be given up', async () => {
  const shares: number[] = [];
  await packText('text/plain', 'x'.repeat(1_200_000), (share) => {
    shares.push(share);
    return Promise.resolve();
  });
  expect(shares).toEqual([500_000 / 1_200_000, 1_000_000 / 1_200_000, 1]);
  await expect(packText('text/plain', 'x', () => Promise.reject(new Error('Given up')))).rejects.toThrow(
    'Given up',
  );
});
