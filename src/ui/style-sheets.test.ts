import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

const sheets = readdirSync('src', { recursive: true, encoding: 'utf8' }).filter((file) =>
  file.endsWith('.css'),
);

test('no rule asks what is anywhere in the page: with each element that comes the browser would look through a whole book', () => {
  expect(sheets.length).toBeGreaterThan(10);
  const asking = sheets.filter((sheet) =>
    /(?::root|html|body)\)?:has\(/.test(readFileSync(`src/${sheet}`, 'utf8')),
  );
  expect(asking).toEqual([]);
});

test('no box has another inside or outside on its left than on its right: where the interface runs from right to left it is mirrored', () => {
  const uneven = sheets.flatMap((sheet) => {
    const rules = readFileSync(`src/${sheet}`, 'utf8');
    const sides = [...rules.matchAll(/(?:padding|margin): ([^;]+);/g)].filter(([, values = '']) => {
      // `calc(…)` and its like are one value.
      const [, right, , left] = values
        .replaceAll(/\([^()]*(?:\([^()]*\)[^()]*)*\)/g, (inside) => inside.replaceAll(/\s/g, ''))
        .split(/\s+/);
      return left !== undefined && left !== right;
    });
    return sides.map(([rule]) => `${sheet}: ${rule}`);
  });
  expect(uneven).toEqual([]);
});
