import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Source } from '../domain/source.ts';
import { BIBTEX } from './bibtex.ts';
import { CONTEXT, readText } from './testing/at-once.ts';
import { sampleWithSource } from './testing/sample-fact-check.ts';

async function write(given: Partial<Source>): Promise<string> {
  const result = await BIBTEX.serialise(await sampleWithSource(given), CONTEXT);
  return result.ok ? result.files[0].text : '';
}

/** As BibTeX counts: a backslash changes nothing. */
function depthAtEnd(text: string): number {
  let depth = 0;
  for (const brace of text.match(/[{}]/g) ?? []) {
    depth += brace === '{' ? 1 : -1;
    if (depth < 0) return depth;
  }
  return depth;
}

test('what is a command or another character in TeX is written in words, and comes back', async () => {
  const words = fc
    .stringMatching(/^[a-z {}\\%~^<>|]{0,20}$/)
    .map((text) => `x${text.replaceAll(/\s+/g, ' ').trim()}`);
  await fc.assert(
    fc.asyncProperty(words, async (title) => {
      const text = await write({ title });
      expect(depthAtEnd(text)).toBe(0);
      expect(await readText(text)).toMatchObject({ problems: [], sources: [{ title }] });
    }),
    { numRuns: 50 },
  );
});

test('an organisation with "and" and a comma in its name stays one', async () => {
  const text = await write({ authors: ['Marks and Spencer, plc', 'Lund, Per-Erik'] });
  expect(text).toContain('author = {{Marks and Spencer, plc} and Lund, Per-Erik}');
  expect(await readText(text)).toMatchObject({
    sources: [{ authors: ['Marks and Spencer, plc', 'Lund, Per-Erik'] }],
  });
});

test('names go out as BibTeX takes them apart, and come back as they were', async () => {
  const authors = [
    'van der Berg, Anna',
    'King, Jr., Martin Luther',
    'Goethe, Johann Wolfgang von',
    'UNICEF',
    'others',
  ];
  const text = await write({ authors });
  expect(text).toContain(
    'author = {van der Berg, Anna and King, Jr., Martin Luther and Goethe, Johann Wolfgang von and {UNICEF} and others}',
  );
  expect(await readText(text)).toMatchObject({ sources: [{ authors }] });
  // Behind the given name it is the same suffix; so is what other programs call those who are not named.
  expect(await write({ authors: ['King, Martin Luther, Jr.', 'et al.'] })).toContain(
    'author = {King, Jr., Martin Luther and others}',
  );
});

test('a DOI stands as it is, as programs that cite expect it, and is read with or without backslashes', async () => {
  const url = 'https://doi.org/10.1000/a_b&c';
  expect(await write({ url })).toContain('  doi = {10.1000/a_b&c},');
  for (const doi of ['10.1000/a_b~c', String.raw`10.1000/a\_b\~c`])
    expect(await readText(`@misc{a, title = {T}, doi = {${doi}}}`)).toMatchObject({
      sources: [{ url: 'https://doi.org/10.1000/a_b~c' }],
    });
});
