import { expect, test } from 'vitest';
import { readLines, type PageItem } from './pdf-lines.ts';

const SIZE = 10;
const TEXT =
  'The bridge over the Arle was closed on Thursday evening after an engineer found cracks in two of its nine supporting columns. It had been inspected twice since March, the council said, and nothing unusual was recorded on either occasion. About 14,300 people cross it on a weekday; most of them will now have to go round by Ostermoor, eleven kilometres further upstream. “We would rather disappoint everybody for a month than anybody for ever,” said the mayor, Ingrid Sandvoll, who had walked across it herself that afternoon. Reconstruction is expected to cost between three and four million, of which the insurance pays a third. The older crossing, a ferry, was given up in 1961, but its landing places are still there, and the rowing club has offered two of its boats. Whether the schoolchildren of Nether Arle can be brought over the water every morning was to be discussed at an extraordinary meeting. The railway bridge stands a little further down and is not affected. Heavy lorries had been forbidden to use the road since the autumn, though according to the drivers nobody had ever been stopped. A spokeswoman of the ministry answered that measurements of the remaining supports would be published without delay.';

/** As wide as letters are in print: no two words of a line are wide in whole steps. */
function widthOf(text: string): number {
  return Array.from(text).reduce(
    (sum, letter) =>
      sum + SIZE * (/[fijlrt.,;’“”I1 ]/.test(letter) ? 0.31 : /[mwA-Z]/.test(letter) ? 0.79 : 0.52),
    0,
  );
}

interface Justified {
  readonly items: readonly PageItem[];
  readonly lines: readonly string[];
}

/** The words stretched to lines of one width, each word by itself where the spaces are wide, and the whole line elsewhere. */
function justify(words: readonly string[], left: number, width: number, top = 700): Justified {
  const lines: string[][] = [[]];
  for (const word of words) {
    if (widthOf([...(lines.at(-1) ?? []), word].join(' ')) > width) lines.push([word]);
    else lines.at(-1)?.push(word);
  }
  const items = lines.flatMap((line, row): readonly PageItem[] => {
    const y = top - 12 * row;
    const natural = line.reduce((sum, word) => sum + widthOf(word), 0);
    const isLast = row === lines.length - 1;
    const space = isLast || line.length < 2 ? 0.31 * SIZE : (width - natural) / (line.length - 1);
    if (space < 0.5 * SIZE)
      return [{ text: line.join(' '), x: left, y, size: SIZE, width: natural + space * (line.length - 1) }];
    let x = left;
    return line.map((text) => {
      const item = { text, x, y, size: SIZE, width: widthOf(text) };
      x += item.width + space;
      return item;
    });
  });
  return { items, lines: lines.map((line) => line.join(' ')) };
}

const WORDS = TEXT.split(' ');

/** The words from each place on, so that the lines break elsewhere every time. */
const rotated = (at: number): readonly string[] => [...WORDS.slice(at), ...WORDS.slice(0, at)];

const STARTS = Array.from({ length: 60 }, (_, at) => at * 3);

const textsOf = (items: readonly PageItem[]): readonly string[] => readLines(items).map(({ text }) => text);

test.each([
  ['a page', 480],
  ['a narrow page', 300],
])('the lines of %s that are stretched to its edges stay whole', (_, width) => {
  for (const at of STARTS) {
    const { items, lines } = justify(rotated(at), 50, width);
    expect(textsOf(items)).toEqual(lines);
  }
});

test.each([
  ['two columns, 8 mm apart', 2, 22.7, 245],
  ['two columns, 5 mm apart', 2, 14.2, 245],
  ['three columns, 6 mm apart', 3, 17, 160],
])('%s, that are stretched to their edges are read one after the other', (_, count, gap, width) => {
  for (const at of STARTS) {
    const columns = Array.from({ length: count }, (__, column) =>
      justify(rotated(at + 7 * column), 50 + column * (width + gap), width),
    );
    expect(textsOf(columns.flatMap(({ items }) => items))).toEqual(columns.flatMap(({ lines }) => lines));
  }
});

test('a line of few words far apart between two lines of text stays whole', () => {
  const far = ['includes', 'extraordinary', 'reconstruction'].map((text, at) => ({
    text,
    x: [50, 122, 230][at] ?? 0,
    y: 688,
    size: SIZE,
    width: widthOf(text),
  }));
  const whole = (text: string, y: number): PageItem => ({ text, x: 50, y, size: SIZE, width: 250 });
  expect(
    textsOf([
      whole('The council said that what was planned there', 700),
      ...far,
      whole('of the older bridge, which was built in 1961', 676),
    ]),
  ).toEqual([
    'The council said that what was planned there',
    'includes extraordinary reconstruction',
    'of the older bridge, which was built in 1961',
  ]);
});

test('a table between two paragraphs stays one, whichever way its numbers are aligned', () => {
  const rows = [
    ['Nether Arle', '14,300'],
    ['Ostermoor', '960'],
    ['Sandvoll', '7'],
  ] as const;
  const whole = (text: string, y: number): PageItem => ({ text, x: 50, y, size: SIZE, width: 250 });
  const cells = rows.flatMap(([place, people], at): readonly PageItem[] => {
    const y = 670 - 12 * at;
    return [
      { text: place, x: 50, y, size: SIZE, width: widthOf(place) },
      { text: people, x: 300 - widthOf(people), y, size: SIZE, width: widthOf(people) },
    ];
  });
  const [above, below] = [
    'The people of the three villages were counted',
    'and nobody has counted them again since then',
  ];
  expect(textsOf([whole(above, 700), ...cells, whole(below, 618)])).toEqual([
    above,
    ...rows.map((row) => row.join('\t')),
    below,
  ]);
});
