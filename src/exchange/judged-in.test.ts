import { expect, test } from 'vitest';
import { gatherFactCheck, recordsOf, type AnyRecord, type FactCheck } from '../domain/fact-check.ts';
import { FORMATS } from './formats.ts';
import { CONTEXT } from './testing/at-once.ts';
import { sampleFactCheck } from './testing/sample-fact-check.ts';

/** A second version is under check: the first claim, and where nothing is to be checked, were judged in the first one. */
async function withNewDraft(): Promise<FactCheck> {
  const factCheck = await sampleFactCheck();
  return gatherFactCheck(
    factCheck.id,
    recordsOf(factCheck).flatMap((record): readonly AnyRecord[] => {
      if (record.type === 'article')
        return [
          { ...record, replaces: 'older' },
          { ...record, id: 'older', text: `${record.text} More.`, retrievedAt: '2025-12-24T18:00:00Z' },
        ];
      if (record.type !== 'annotation') return [record];
      if (record.id !== 'a1' && record.checkability === 'claim') return [record];
      const targets = record.targets.map((target) => ({ ...target, judgedIn: 'older' }));
      return [{ ...record, targets, earlier: [{ articleId: 'older', targets: record.targets }] }];
    }),
  );
}

async function write(id: string): Promise<{ readonly text: string; readonly loss: string }> {
  const writer = await FORMATS.find((format) => format.id === id)?.out?.load();
  const factCheck = await withNewDraft();
  const initial = Object.fromEntries(
    writer?.options?.(factCheck, {}).map((option) => [option.id, option.initial]) ?? [],
  );
  const options = { ...initial, publisher: 'Desk', 'report-address/ferry': 'https://desk.example/ferry' };
  const result = await writer?.serialise(factCheck, { ...CONTEXT, options });
  if (!result?.ok) throw new Error(`${id} was not written.`);
  return { text: result.files.map(({ text }) => text).join('\n'), loss: result.loss.join('\n') };
}

test('a Linecheck file says of each target in which draft it was judged', async () => {
  const { text } = await write('linecheck-json');
  expect(text.match(/"judgedIn": ?"older"/g)?.length).toBeGreaterThan(1);
});

test.each(['report-html', 'report-markdown'])(
  'the %s says so under the claim, and of what is none',
  async (id) => {
    const { text, loss } = await write(id);
    expect(text.match(/Judged in version 1 \(read on 24 December 2025\) of the article/g)).toHaveLength(2);
    expect(loss).not.toContain('judged in another version');
  },
);

test('the CSV has the version and when it was loaded in columns of their own', async () => {
  const { text, loss } = await write('csv');
  expect(text).toContain(',Judged in version,That version loaded at,');
  expect(text.match(/,"1","2025-12-24T18:00:00Z",/g)).toHaveLength(2);
  expect(loss).not.toContain('judged in another version');
});

test('a Web Annotation names the older version under a name of our own', async () => {
  const { text, loss } = await write('w3c');
  const { items } = JSON.parse(text) as { readonly items: readonly Record<string, unknown>[] };
  expect(items.map((item) => item['urn:linecheck:judged-in']).filter((told) => told !== undefined)).toEqual([
    [{ id: 'urn:linecheck:article:older', created: '2025-12-24T18:00:00Z' }],
    [{ id: 'urn:linecheck:article:older', created: '2025-12-24T18:00:00Z' }],
  ]);
  expect(loss).not.toContain('judged in another version');
});

test.each(['claim-review', 'averitec', 'fever', 'label-studio', 'doccano'])(
  '%s can’t hold it, and says so',
  async (id) => {
    const { loss } = await write(id);
    expect(loss).toContain('2 notes that something was judged in another version');
  },
);
