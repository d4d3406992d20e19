import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { layOutPages, type Page } from './pdf-layout.ts';
import { readLines, type PageItem } from './pdf-lines.ts';

const SIZE = 10;

/** A line of type, each character half as wide as high. */
function line(text: string, x: number, y: number, size = SIZE): PageItem {
  return { text, x, y, size, width: (text.length * size) / 2 };
}

/** Lines below each other, 12 points apart. */
function column(x: number, top: number, texts: readonly string[]): readonly PageItem[] {
  return texts.map((text, index) => line(text, x, top - 12 * index));
}

function alignRight(items: readonly PageItem[], edge: number): readonly PageItem[] {
  return items.map((item) => ({ ...item, x: edge - item.width }));
}

function page(...items: readonly (readonly PageItem[])[]): Page {
  return { width: 600, height: 800, items: items.flat() };
}

const blocksOf = (pages: readonly Page[]): readonly string[] => {
  const { text, blocks } = layOutPages(pages);
  return blocks.map(({ kind, level, start, end }) => `${kind}${level ?? ''}: ${text.slice(start, end)}`);
};

const LEFT = [
  'The river rose by four metres',
  'in one night and the town was',
  'under water in the morning of',
  'the next day, a Saturday.',
];
const RIGHT = [
  'Nobody was killed, but eleven',
  'people were taken to hospital',
  'and many more left their homes',
  'for a week.',
];

test('two columns are read one after the other, with the title first', () => {
  expect(
    blocksOf([page([line('Flood', 50, 700, 20)], column(50, 650, LEFT), column(320, 650, RIGHT))]),
  ).toEqual([
    'heading1: Flood',
    'paragraph: The river rose by four metres in one night and the town was under water in the morning of the next day, a Saturday.',
    'paragraph: Nobody was killed, but eleven people were taken to hospital and many more left their homes for a week.',
  ]);
});

test.each([0.8, 1, 1.3])('a gutter of %s letter heights parts columns whose lines fill them', (gutter) => {
  const left = [
    'The river rose by four metres',
    'in one night and the town was',
    'under water in the morning of',
    'the next day.',
  ];
  const right = column(50 + 145 + gutter * SIZE, 650, RIGHT);
  const read = readLines([...column(50, 650, left), ...right]);
  expect(read.map(({ text }) => text)).toEqual([...left, ...RIGHT]);
});

const LONG_LEFT = [
  'The river rose by four metres',
  'in one night and the town was',
  'under water in the morning of',
  'the next day. Those who lived',
  'close to the old bridge could',
  'not leave for two more weeks.',
  'The bridge itself stood firm.',
];
const LONG_RIGHT = [...RIGHT.slice(0, 3), ...RIGHT.slice(0, 3), 'for a week.'];

test.each([0.3, 0.45, 0.6])('a gutter of %s letter heights does so in a page of text', (gutter) => {
  const [first = '', ...rest] = LONG_RIGHT;
  const x = 50 + 145 + gutter * SIZE;
  const read = readLines([
    line('A heading across both of the columns of text', 50, 665),
    ...column(50, 650, LONG_LEFT),
    // The first line of a paragraph is indented.
    line(first, x + 8, 650),
    ...column(x, 638, rest),
    line('A line across both of the columns, at the end', 50, 540),
  ]);
  const texts = read.map(({ text }) => text);
  expect(texts.slice(1, -1)).toEqual([...LONG_LEFT, ...LONG_RIGHT]);
  expect(texts).toHaveLength(16);
});

test('columns with a narrow gutter whose lines do not stand at one height are columns all the same', () => {
  const read = readLines([...column(50, 650, LONG_LEFT), ...column(199, 644, LONG_RIGHT)]);
  expect(read.map(({ text }) => text)).toEqual([...LONG_LEFT, ...LONG_RIGHT]);
});

/** Each word by itself, as some programs write them, with gaps of so many letter heights between them. */
function inWords(texts: readonly string[], gap: number): readonly PageItem[] {
  return texts.flatMap((text, row) => {
    let x = 50;
    return text.split(' ').map((word) => {
      const item = line(word, x, 650 - 12 * row);
      x += item.width + gap * SIZE;
      return item;
    });
  });
}

test('a gutter narrower than the word spaces beside it parts columns that the file holds one after the other', () => {
  const right = inWords(LONG_RIGHT, 0.5).map((item) => ({ ...item, x: item.x + 200 }));
  const left = inWords(LONG_LEFT, 0.5);
  const shift = 250 - 3 - Math.max(...left.map(({ x, width }) => x + width));
  const texts = readLines([...left.map((item) => ({ ...item, x: item.x + shift })), ...right]).map(
    ({ text }) => text,
  );
  expect(texts).toEqual([...LONG_LEFT, ...LONG_RIGHT]);
});

test('words that stand below each other are no columns where words are as far apart everywhere', () => {
  // In type of one width.
  const texts = Array.from({ length: 9 }, () => 'twelve years later they found the bridge again');
  expect(readLines(inWords(texts, 0.5)).map(({ text }) => text)).toEqual(texts);
});

test('numbers before the items of a list are no column', () => {
  const items = LONG_LEFT.map((text, at) => [
    line(`${at + 1}.`, 50, 650 - 12 * at),
    line(text, 64, 650 - 12 * at),
  ]);
  expect(readLines(items.flat()).map(({ text }) => text)).toEqual(
    LONG_LEFT.map((text, at) => `${at + 1}. ${text}`),
  );
});

test('words that are set wide apart are no columns', () => {
  expect(readLines(inWords(LEFT, 0.7)).map(({ text }) => text)).toEqual(LEFT);
});

test('columns whose lines do not stand at one height are columns all the same', () => {
  const read = readLines([...column(50, 650, LEFT), ...column(320, 645, RIGHT)]);
  expect(read.map(({ text }) => text)).toEqual([...LEFT, ...RIGHT]);
});

test('a page from right to left has its first column on the right', () => {
  const right = ['ارتفع منسوب نهر السدر أربعة', 'أمتار في ليلة واحدة من شهر', 'يناير وغمرت المياه الحي كله'];
  const left = ['واضطر نحو ألف شخص إلى مغادرة', 'منازلهم في المدينة القديمة', 'كما قالت فرق الإطفاء أمس.'];
  const [, text = ''] =
    /^paragraph: (.*)/s.exec(
      blocksOf([page(alignRight(column(50, 650, left), 250), alignRight(column(320, 650, right), 520))])[0] ??
        '',
    ) ?? [];
  expect(text).toBe([...right, ...left].join(' '));
});

test('rows of a table are lines with tabs', () => {
  const rows = [
    ['Year', 'Dead'],
    ['1953', '13'],
    ['1976', '4'],
    ['2026', '0'],
  ];
  const items = rows.flatMap(([a = '', b = ''], index) => [
    line(a, 50, 600 - 12 * index),
    line(b, 200, 600 - 12 * index),
  ]);
  expect(blocksOf([page(items)])).toEqual(rows.map((cells) => `paragraph: ${cells.join('\t')}`));
});

test.each([
  [
    'a hyphen at the end of a line goes',
    ['The river rose by four me-', 'tres in one night of rain.'],
    'The river rose by four metres in one night of rain.',
  ],
  [
    'one before a capital stays',
    ['The dam was built by Moss-', 'Lang in the sixties of that'],
    'The dam was built by Moss-Lang in the sixties of that',
  ],
  [
    'one of a word that has it elsewhere stays',
    ['A well-known fact it is, well-', 'known to all of the people'],
    'A well-known fact it is, well-known to all of the people',
  ],
  [
    'Japanese lines are joined without a space',
    ['市の消防によると一晩で川の', '水位が四メートル上がった'],
    '市の消防によると一晩で川の水位が四メートル上がった',
  ],
])('%s', (_, texts, text) => {
  expect(blocksOf([page(column(50, 500, texts))])).toEqual([`paragraph: ${text}`]);
});

test('an indented line and a wider gap begin a paragraph', () => {
  expect(
    blocksOf([
      page([
        ...column(50, 600, LEFT),
        line('It rained all of the week long', 65, 552),
        line('and then it did not.', 50, 540),
        line('That was all of it in the end.', 50, 510),
      ]),
    ]),
  ).toHaveLength(3);
});

test('running heads and page numbers are dropped, and a paragraph goes on across the pages', () => {
  const make = (number: number, texts: readonly string[]): Page =>
    page([line('The Ilvern Post', 50, 780)], column(50, 600, texts), [line(String(number), 300, 20)]);
  expect(blocksOf([make(1, LEFT.slice(0, 2)), make(2, LEFT.slice(2)), make(3, RIGHT)])).toEqual([
    `paragraph: ${LEFT.join(' ')}`,
    `paragraph: ${RIGHT.join(' ')}`,
  ]);
});

const anyItem = fc.record({
  text: fc.string({ minLength: 1, maxLength: 12 }),
  x: fc.integer({ min: 0, max: 600 }),
  y: fc.integer({ min: 0, max: 800 }),
  width: fc.integer({ min: 0, max: 300 }),
  size: fc.integer({ min: 1, max: 30 }),
});

test('of any items every character is on one line, once', () => {
  // Raised digits and signs count as the plain ones that they were.
  const count = (text: string): string =>
    Array.from(text.normalize('NFKD').replaceAll('\u2212', '-').replaceAll(/\s/g, '')).toSorted().join('');
  fc.assert(
    fc.property(fc.array(anyItem, { maxLength: 40 }), (items) => {
      const shown = readLines(items)
        .map(({ text }) => text)
        .join('');
      expect(count(shown)).toBe(count(items.map(({ text }) => text).join('')));
    }),
  );
});

test('blocks of any pages are in order', () => {
  fc.assert(
    fc.property(
      fc.array(
        fc.array(anyItem, { maxLength: 20 }).map((items) => page(items)),
        { maxLength: 4 },
      ),
      (pages) => {
        let reached = 0;
        for (const { start, end } of layOutPages(pages).blocks) {
          expect(start).toBeGreaterThanOrEqual(reached);
          reached = end;
        }
      },
    ),
  );
});

/** The words of a line, stretched over a column as justified type is. */
function stretch(text: string, x: number, y: number, width: number): readonly PageItem[] {
  const words = text.split(' ').map((word) => line(word, x, y));
  const gap = (width - words.reduce((sum, word) => sum + word.width, 0)) / Math.max(1, words.length - 1);
  let next = x;
  return words.map((word) => {
    const placed = { ...word, x: next };
    next += word.width + gap;
    return placed;
  });
}

test.each([0, 5])(
  'justified columns stay columns where the gaps between words are wider than the one between them, begun %s points apart',
  (apart) => {
    const story = (name: string): readonly string[] =>
      Array.from({ length: 4 }, (_, index) => [
        `${name}${index}: The municipal`,
        'administration announced it',
        'notwithstanding considerable',
        'opposition of communities.',
      ]).flat();
    const [left, right] = [story('L'), story('R')].map((texts, side) =>
      texts.flatMap((text, index) =>
        stretch(text, side === 0 ? 60 : 271, 640 + (side === 0 ? 0 : apart) - 13 * index, 200),
      ),
    );
    const text = layOutPages([page([line('Flood', 60, 700, 20)], left ?? [], right ?? [])]).text;
    expect(text).not.toContain('\t');
    const order = [...text.matchAll(/[LR]\d/g)].map(([name]) => name);
    expect(order).toEqual(['L0', 'L1', 'L2', 'L3', 'R0', 'R1', 'R2', 'R3']);
    expect(text.replaceAll(/\s+/g, ' ')).toContain(
      'L0: The municipal administration announced it notwithstanding considerable opposition of communities.',
    );
  },
);
