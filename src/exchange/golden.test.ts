import { expect, test } from 'vitest';
import type { ExportContext, Writer } from './format.ts';
import { FORMATS } from './formats.ts';
import { CONTEXT } from './testing/at-once.ts';
import { sampleFactCheck } from './testing/sample-fact-check.ts';

/** What a person would have set. */
const SET: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  'report-html': { 'report-readers': 'editors' },
  'claim-review': {
    publisher: 'Example Desk',
    'publisher-address': 'https://desk.example/',
    'report-address/ferry': 'https://desk.example/ferry',
  },
  'report-markdown': { 'report-readers': 'editors', 'citation-style': 'chicago' },
};

const WRITTEN = FORMATS.flatMap(({ id, out }) => (out ? [{ id, load: out.load }] : []));

test.each(WRITTEN)(
  '$id writes the sample as it was looked at, and says what is lost',
  async ({ id, load }) => {
    const result = await write(await load(), SET[id] ?? {});
    for (const { fileName, text } of result.files)
      await expect(text).toMatchFileSnapshot(`testing/golden/${id}/${fileName.replaceAll(' ', '-')}`);
    await expect(`${result.loss.join('\n')}\n`).toMatchFileSnapshot(`testing/golden/${id}/loss.txt`);
  },
);

test.each(WRITTEN)('$id tells how far it is, and never less than before', async ({ id, load }) => {
  const shares: number[] = [];
  await write(await load(), SET[id] ?? {}, (share) => {
    shares.push(share);
    return Promise.resolve();
  });
  expect(shares).toEqual(shares.toSorted((a, b) => a - b));
  expect(shares.filter((share) => share < 0 || share > 1)).toEqual([]);
});

async function write(
  { options = () => [], serialise }: Writer,
  set: Readonly<Record<string, string>>,
  pace: ExportContext['pace'] = CONTEXT.pace,
): Promise<Extract<Awaited<ReturnType<Writer['serialise']>>, { readonly ok: true }>> {
  const factCheck = await sampleFactCheck();
  const initial = options(factCheck, {}).map(({ id, initial: value }): [string, string] => [id, value]);
  const context: ExportContext = {
    ...CONTEXT,
    reviewerId: 'ana',
    pace,
    options: { ...Object.fromEntries(initial), ...set },
  };
  const result = await serialise(factCheck, context);
  if (!result.ok) throw new Error(result.problems.join(' '));
  return result;
}
