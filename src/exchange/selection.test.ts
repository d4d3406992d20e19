import { describe, expect, test } from 'vitest';
import { numberClaims } from '../domain/number-claims.ts';
import { selectAnnotations } from '../domain/select-annotations.ts';
import { FORMATS } from './formats.ts';
import type { ExportedFile } from './format.ts';
import { CONTEXT } from './testing/at-once.ts';
import { sampleFactCheck } from './testing/sample-fact-check.ts';

/** The files of a format that holds the third claim of the sample alone. */
async function exportThird(id: string): Promise<readonly ExportedFile[]> {
  const whole = await sampleFactCheck();
  const writer = await FORMATS.find((format) => format.id === id)?.out?.load();
  const result = await writer?.serialise(selectAnnotations(whole, new Set(['a3'])), {
    ...CONTEXT,
    options: { publisher: 'Desk', 'report-address/ferry': 'https://desk.example/ferry' },
    leftOut: whole.tables.annotation.size - 1,
    numbers: numberClaims(whole),
  });
  if (!result?.ok) throw new Error(result?.problems.join(' ') ?? `There is no format ${id}.`);
  return result.files;
}

describe('a claim that is exported alone', () => {
  test.each([
    ['claim-review', '"https://desk.example/ferry#claim-3"'],
    ['csv', '"a3",3,'],
    ['fever', '{"id":3,'],
    ['report-html', 'id="claim-3"'],
    ['report-markdown', '### 3. '],
  ])('keeps the number that it has in the whole fact check: %s', async (id, words) => {
    const files = await exportThird(id);
    expect(files[0]?.text).toContain(words);
  });

  test.each(FORMATS.filter(({ out }) => out).map(({ id }) => id))(
    'is in a file whose name says that it holds a part: %s',
    async (id) => {
      const names = (await exportThird(id)).map(({ fileName }) => fileName);
      expect(names.filter((name) => !name.includes('-selection.'))).toEqual([]);
    },
  );
});
