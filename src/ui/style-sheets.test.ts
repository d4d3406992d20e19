import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

test('no rule asks what is anywhere in the page: with each element that comes the browser would look through a whole book', () => {
  const sheets = readdirSync('src', { recursive: true, encoding: 'utf8' }).filter((file) =>
    file.endsWith('.css'),
  );
  expect(sheets.length).toBeGreaterThan(10);
  const asking = sheets.filter((sheet) =>
    /(?::root|html|body)\)?:has\(/.test(readFileSync(`src/${sheet}`, 'utf8')),
  );
  expect(asking).toEqual([]);
});
