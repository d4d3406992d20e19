import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { readPlainText } from './plain-text.ts';
import { hasVisibleCharacter } from './visible.ts';

const LONG =
  'The committee that looked into the flood of 1953 heard 212 witnesses and took two years to write its report.';

/** Each block as its kind and its words: h1, h2, p, quote, ul, ol. */
function describe(loaded: string): readonly string[] {
  const { text, blocks } = readPlainText(loaded);
  return blocks.map(({ kind, level, ordered, start, end }) => {
    const tag = {
      heading: `h${level}`,
      paragraph: 'p',
      quote: 'quote',
      'list-item': ordered ? 'ol' : 'ul',
      caption: '',
    };
    return `${tag[kind]} ${text.slice(start, end)}`;
  });
}

test.each<[title: string, text: string, blocks: readonly string[]]>([
  [
    'blank lines part paragraphs',
    'One is.\n\nTwo is.\n \t\n\n\nThree is.',
    ['p One is.', 'p Two is.', 'p Three is.'],
  ],
  ['white space around is outside', '\n\n  One is. \n\n', ['p One is.']],
  [
    'line endings of all systems are the same',
    'One is.\r\n\r\nTwo is.\r\rThree is.',
    ['p One is.', 'p Two is.', 'p Three is.'],
  ],
  ['a single break parts long lines', `${LONG}\n${LONG}`, [`p ${LONG}`, `p ${LONG}`]],
  [
    'a page break and the separators of Unicode are line breaks',
    'One is.\u2029\u2029Two is.\f\fThree is.',
    ['p One is.', 'p Two is.', 'p Three is.'],
  ],
  [
    'a hard-wrapped paragraph is one block',
    'The committee that looked into the flood of 1953 heard\n212 witnesses. It took two years to write the report\nthat nobody read.\n\nEnd of it.',
    [
      'p The committee that looked into the flood of 1953 heard\n212 witnesses. It took two years to write the report\nthat nobody read.',
      'p End of it.',
    ],
  ],
  [
    'a short last line ends a wrapped paragraph that no blank line ends',
    'The committee that looked into the flood of 1953 heard\n212 witnesses. It took two years to write the report\nthat nobody read.\nThe ministry that had asked for it had other worries by\nthen.',
    [
      'p The committee that looked into the flood of 1953 heard\n212 witnesses. It took two years to write the report\nthat nobody read.',
      'p The ministry that had asked for it had other worries by\nthen.',
    ],
  ],
  [
    'a wrapped paragraph whose only break stands before a name is joined when its neighbours are wrapped',
    'The committee that looked into the flood of 1953 heard\nmany witnesses, some of them from the other shore.\n\nThe longest of the statements was made by Sir Edward\nHenderson.',
    [
      'p The committee that looked into the flood of 1953 heard\nmany witnesses, some of them from the other shore.',
      'p The longest of the statements was made by Sir Edward\nHenderson.',
    ],
  ],
  [
    'wrapped Japanese is one block',
    `${'駅'.repeat(30)}\n${'舎'.repeat(30)}\n${'町'.repeat(9)}。`,
    [`p ${'駅'.repeat(30)}\n${'舎'.repeat(30)}\n${'町'.repeat(9)}。`],
  ],
  [
    'headlines of one length are not a wrapped paragraph',
    'Ministers meet in Vienna to talk about the price of oil\nStorm closes four harbours on the coast of Galicia now\nTen more trains a day between Porto and Lisbon in May',
    [
      'p Ministers meet in Vienna to talk about the price of oil',
      'p Storm closes four harbours on the coast of Galicia now',
      'p Ten more trains a day between Porto and Lisbon in May',
    ],
  ],
  [
    'sentences that each have their line stay apart',
    `${LONG}\nIt was never printed. Few people saw it.\n${LONG}`,
    [`p ${LONG}`, 'p It was never printed. Few people saw it.', `p ${LONG}`],
  ],
  [
    'verse keeps its lines',
    'A fly sat on the wall,\nit had no plan at all.',
    ['p A fly sat on the wall,', 'p it had no plan at all.'],
  ],
  ['a short first line is the title', `The flood\n\n${LONG}`, ['h1 The flood', `p ${LONG}`]],
  [
    'a title may stand over a byline',
    `The flood\nBy Ada Moss\n\n${LONG}`,
    ['h1 The flood', 'p By Ada Moss', `p ${LONG}`],
  ],
  [
    'a title in Arabic',
    `الفيضان الكبير\n\nانتهى التقرير بعد عامين.`,
    ['h1 الفيضان الكبير', 'p انتهى التقرير بعد عامين.'],
  ],
  [
    'a short line between paragraphs is a heading',
    `${LONG}\n\nWhat came after\n\n${LONG}`,
    [`p ${LONG}`, 'h2 What came after', `p ${LONG}`],
  ],
  [
    'a heading needs no blank line',
    `${LONG}\nWhat came after\n${LONG}`,
    [`p ${LONG}`, 'h2 What came after', `p ${LONG}`],
  ],
  [
    'a short sentence is a paragraph',
    `${LONG}\n\nIt failed.\n\n${LONG}`,
    [`p ${LONG}`, 'p It failed.', `p ${LONG}`],
  ],
  [
    'a byline and a date are paragraphs',
    `${LONG}\n\nBy Ada Moss\n\n26 August 2021, 14:05\n\n${LONG}`,
    [`p ${LONG}`, 'p By Ada Moss', 'p 26 August 2021, 14:05', `p ${LONG}`],
  ],
  ['a short last line is a paragraph', `${LONG}\n\nAda Moss`, [`p ${LONG}`, 'p Ada Moss']],
  ['a short line alone is a paragraph', 'The flood', ['p The flood']],
  [
    'lines without an end are paragraphs',
    'Milk\nBread\nThirteen eggs',
    ['p Milk', 'p Bread', 'p Thirteen eggs'],
  ],
  [
    'bullets are outside their items',
    'We saw:\n- one boat\n* two  boats\n\t• three',
    ['p We saw:', 'ul one boat', 'ul two  boats', 'ul three'],
  ],
  [
    'the dot of Japanese is a bullet without a space, and others may have a wide one',
    '退避した人数\n・米国人　5000人\n・ジョー・バイデン氏の発表\n●　英国人',
    ['h1 退避した人数', 'ul 米国人　5000人', 'ul ジョー・バイデン氏の発表', 'ul 英国人'],
  ],
  [
    'an item goes on under its text',
    '- one boat\n  with a sail\n- two',
    ['ul one boat\n  with a sail', 'ul two'],
  ],
  ['numbers from 1 are a list', '1. One boat\n2. Two\n3. Three', ['ol One boat', 'ol Two', 'ol Three']],
  ['numbers with blank lines between are a list', '(1) One boat\n\n(2) Two', ['ol One boat', 'ol Two']],
  [
    'a number that begins no list is text',
    '3. Oktober 1990 war es so weit.\n4. Oktober 1990 auch.',
    ['p 3. Oktober 1990 war es so weit.', 'p 4. Oktober 1990 auch.'],
  ],
  ['a lonely number is text', '1. Mai 2021 war es so weit.', ['p 1. Mai 2021 war es so weit.']],
  [
    'numbered lines with a gap are text',
    '1. One boat.\n3. Three boats.',
    ['p 1. One boat.', 'p 3. Three boats.'],
  ],
  [
    'a dash of dialogue is text',
    '— Bonjour, dit-il.\n– Adieu, dit-elle.',
    ['p — Bonjour, dit-il.', 'p – Adieu, dit-elle.'],
  ],
  [
    'a dash at the head of a wrapped line is text',
    'The committee that looked into the flood of 1953 heard\n- so the minutes of the meeting say - only those who\ncame.',
    [
      'p The committee that looked into the flood of 1953 heard\n- so the minutes of the meeting say - only those who\ncame.',
    ],
  ],
  ['a minus sign is text', '-5 degrees were measured.', ['p -5 degrees were measured.']],
  ['a rule is text', 'One is.\n\n* * *\n\nTwo is.', ['p One is.', 'p * * *', 'p Two is.']],
  [
    'a line with > is a quotation',
    '> They left.\n> Nobody came.\n\nOne is.',
    ['quote They left.', 'quote Nobody came.', 'p One is.'],
  ],
  [
    'a bare > parts quotations',
    '>> They left.\n>\n> Nobody came.',
    ['quote They left.', 'quote Nobody came.'],
  ],
  [
    'a comparison is text',
    '> 50 % of them fell ill.\n>=3 did not.',
    ['p > 50 % of them fell ill.', 'p >=3 did not.'],
  ],
  ['nothing at all has no block', '\ufeff \n\u200b\n\u2060\u00ad', []],
])('%s', (_, text, blocks) => {
  expect(describe(text)).toEqual(blocks);
});

test('the text is the one that was loaded, but for line endings and the byte order mark', () => {
  expect(readPlainText('\ufeff  A \u00a0e\u0301\r\n\r\n\tB\rC ').text).toBe('  A \u00a0e\u0301\n\n\tB\nC ');
});

const line = fc.oneof(
  fc.constantFrom(
    '',
    ' ',
    '- ',
    '> ',
    '>',
    '1. ',
    '2. ',
    '* one',
    '-',
    '> 5',
    '\u200f',
    'Title',
    LONG,
    '。',
    '駅'.repeat(40),
  ),
  fc.string({ unit: 'binary' }),
  fc.string({
    unit: fc.constantFrom('a', 'B', ' ', '.', '-', '>', '1', '\t', '駅', '\u0301', '\ud83d', 'א'),
    maxLength: 90,
  }),
);
const loaded = fc.array(line, { maxLength: 12 }).map((lines) => lines.join('\n'));

test('blocks are in order, begin and end in ink or a mark, and only markers stand outside them', () => {
  fc.assert(
    fc.property(loaded, (input) => {
      const { text, blocks } = readPlainText(input);
      let reached = 0;
      for (const { start, end } of blocks) {
        expect(start).toBeGreaterThanOrEqual(reached);
        expect(end).toBeGreaterThan(start);
        expect(text.slice(start, end)).toBe(text.slice(start, end).trim());
        expect(outside(text.slice(reached, start))).toBe('');
        reached = end;
      }
      expect(reached).toBeLessThanOrEqual(text.length);
      expect(outside(text.slice(reached))).toBe('');
    }),
    { numRuns: 500 },
  );
});

/** What is left of the text between two blocks without markers and what cannot be seen. */
function outside(gap: string): string {
  const rest = gap.replaceAll(/[>*•‣◦▪●○·⁃∙-]|\(?\d{1,3}[.)]/g, '');
  return hasVisibleCharacter(rest) ? rest : '';
}
