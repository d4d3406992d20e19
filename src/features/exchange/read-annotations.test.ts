import { expect, test } from 'vitest';
import { createSmallDesk } from '../../domain/testing/small-fact-check.ts';
import { articleOf } from '../../domain/fact-check.ts';
import { importAnnotations } from '../../domain/import-annotations.ts';
import { readAnnotations, type ReadAnnotations } from './read-annotations.ts';

const desk = createSmallDesk();
const { text } = articleOf(desk.factCheck());
const [first = '', second = ''] = text.split(/(?<=\.)\s/);

test('finds each annotation of a file, and says what it left out and why', async () => {
  const read = await readRows([
    row('a', { exact: first }),
    row('b', { exact: second, position: text.indexOf(second) }),
    row('c', { exact: 'Nobody ever wrote this in the report at all.' }),
    row('a', { exact: second }),
    { ...row('d', { exact: '' }), target: [{ source: 'https://example.org/' }] },
  ]);
  expect(read.placed.map(({ item, targets }) => [item.originalId, targets[0]?.quote.exact])).toEqual([
    ['a', first],
    ['b', second],
  ]);
  expect(read.findings.get('orphaned')).toBe(1);
  expect(read.findings.get('page-note')).toBe(1);
  expect(read.problems.filter(({ problem }) => problem.includes('same id'))).toEqual([
    expect.objectContaining({ place: 'item 4' }),
  ]);
});

test('never chooses between places where the words alone can’t tell', async () => {
  const letter = [...text].find((unit) => /\w/.test(unit) && text.split(unit).length > 3) ?? 'e';
  const read = await readRows([row('a', { exact: letter, position: text.lastIndexOf(letter) })]);
  expect(read.placed).toEqual([]);
  expect(read.findings.get('ambiguous')).toBe(1);
});

test('knows what is here already', async () => {
  const rows = [row('a', { exact: first })];
  const { placed, ratings } = await readRows(rows);
  const own = createSmallDesk();
  own.apply((now, hand) => importAnnotations(now, placed, ratings, hand));
  expect(await readRows(rows, own)).toMatchObject({ placed: [], alreadyHere: 1 });
});

type Read = Extract<ReadAnnotations, { readonly ok: true }>;

async function readRows(rows: readonly object[], { factCheck } = desk): Promise<Read> {
  const file = new File([JSON.stringify({ total: rows.length, rows })], 'search.json');
  const read = await readAnnotations(file, factCheck(), new AbortController().signal);
  if (!read.ok) throw new Error(read.problem);
  return read;
}

function row(
  id: string,
  { exact, position = 0 }: { readonly exact: string; readonly position?: number },
): object {
  return {
    id,
    created: '2026-11-20T09:00:00.000000+00:00',
    user: 'acct:somebody@example.org',
    uri: 'https://example.org/',
    text: 'A note.',
    tags: ['verdict:false'],
    target: [
      {
        source: 'https://example.org/',
        selector: [
          { type: 'TextPositionSelector', start: position, end: position + exact.length },
          { type: 'TextQuoteSelector', exact, prefix: '', suffix: '' },
        ],
      },
    ],
  };
}
