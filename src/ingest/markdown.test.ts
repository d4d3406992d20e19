import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { readMarkdown } from './markdown.ts';

const sliced = (markdown: string) => {
  const { text, blocks, links } = readMarkdown(markdown);
  return {
    text,
    blocks: blocks.map(({ kind, level, ordered, start, end }) => {
      const tag = {
        heading: `h${level}`,
        paragraph: 'p',
        quote: 'quote',
        'list-item': ordered ? 'ol' : 'ul',
        caption: '',
      };
      return `${tag[kind]} ${text.slice(start, end)}`;
    }),
    links: links.map(({ start, end, href }) => `${text.slice(start, end)} -> ${href}`),
  };
};

test.each<[title: string, markdown: string, blocks: readonly string[]]>([
  [
    'headings of both kinds',
    '# The *flood*\n\nPart one\n---\n\n### 1953 ###',
    ['h1 The flood', 'h2 Part one', 'h3 1953'],
  ],
  ['paragraphs, their line breaks made spaces', 'One\nis.\r\n\r\nTwo is.', ['p One is.', 'p Two is.']],
  ['Japanese line breaks made nothing', '駅舎の改修が\n終わった。', ['p 駅舎の改修が終わった。']],
  ['line breaks that are meant', 'One  \ntwo\\\nthree<br>four', ['p One\ntwo\nthree\nfour']],
  [
    'emphasis, code and escapes',
    '**One** _is_ ~~not~~ `a*b` \\*here\\* snake_case',
    ['p One is not a*b *here* snake_case'],
  ],
  [
    'character references',
    'Caf&eacute;&nbsp;&#8211; &#x41; AT&T &bogus; `&amp;`',
    ['p Café\u00a0– A AT&T &bogus; &amp;'],
  ],
  ['lists', '- one\n- two\n\n1. first\n2. second', ['ul one', 'ul two', 'ol first', 'ol second']],
  [
    'items of several paragraphs and lists in lists',
    '1. one\n\n   more\n\n   - inner\n2. two',
    ['ol one', 'p more', 'ul inner', 'ol two'],
  ],
  ['tasks', '- [x] one\n- [ ] two', ['ul one', 'ul two']],
  ['quotes', '> One is.\n>\n> > Two is.\n\nThree is.', ['quote One is.', 'quote Two is.', 'p Three is.']],
  ['tables as lines', '| a | b |\n|---|---|\n| 1 | 2 |', ['p a\tb', 'p 1\t2']],
  ['code as it is', '```\nlet a;\n  b\n```', ['p let a;\n  b']],
  ['pictures left out', 'One ![a boat](https://example.org/a.png) is.\n\n![x](y)', ['p One is.']],
  [
    'HTML without its tags',
    '<div class="x">One <b>is</b>.<p>Two &amp; three.</div>',
    ['p One is.', 'p Two & three.'],
  ],
  [
    'what HTML hides left out',
    'One <script>alert(1)</script><!-- x -->is.\n\n<style>\np {}\n</style>\n\n<!-- a\n\nb -->',
    ['p One is.'],
  ],
  ['less-than signs', 'a < b and 3<4 <', ['p a < b and 3<4 <']],
  ['footnotes of one word', 'One.[^1]\n\n[^1]: Ibid.', ['p One.[^1]', 'p [^1]: Ibid.']],
  ['a rule and blank lines as nothing', '\n\n---\n\n***\n', []],
])('reads %s', (_, markdown, blocks) => {
  expect(sliced(markdown).blocks).toEqual(blocks);
});

test('items have their bullet or number before their block, lists in lists are indented', () => {
  expect(sliced('Seen:\n\n- one\n  - two\n\n5. five\n6. six').text).toBe(
    'Seen:\n\n• one\n  • two\n5. five\n6. six',
  );
});

test.each<[markdown: string, links: readonly string[]]>([
  ['See [the *map*](https://example.org/a?b=1&amp;c=2 "Map").', ['the map -> https://example.org/a?b=1&c=2']],
  [
    '<https://example.org/> and <ada@example.org>',
    ['https://example.org/ -> https://example.org/', 'ada@example.org -> mailto:ada@example.org'],
  ],
  [
    '[one][r] and [r]\n\n[r]: http://example.org/',
    ['one -> http://example.org/', 'r -> http://example.org/'],
  ],
  ['[ spaced ](https://example.org/)', ['spaced -> https://example.org/']],
  ['[![pic](a.png)](https://example.org/)', []],
  [
    '[a](javascript:alert(1)) [b](JaVa&#10;Script:x) [c](data:text/html,x) [d](/relative) [e](file:///etc) [f](//host/x)',
    [],
  ],
])('links of %s', (markdown, links) => {
  expect(sliced(markdown).links).toEqual(links);
});

test.each<[title: string, markdown: string, shown: string]>([
  ['thousands of quote marks', '> '.repeat(5000), ''],
  ['thousands of lists in lists', `${'- '.repeat(5000)}a`, 'a'],
  ['thousands of emphasis marks', '_a'.repeat(20_000), '_a_a'],
  ['a word of a hundred thousand letters', `${'a'.repeat(100_000)}@`, 'aaa@'],
  ['tags without an end', '<div\n'.repeat(20_000), '<div'],
  ['comments without an end', '<!-- a\n'.repeat(20_000), ''],
])('%s are read as they are, without much time', (_, markdown, shown) => {
  expect(readMarkdown(markdown).text).toContain(shown);
});

const piece = fc.oneof(
  fc.constantFrom(
    '# ',
    '- ',
    '1. ',
    '> ',
    '\n',
    '\n\n',
    '    ',
    '`',
    '**',
    '_',
    '[',
    '](https://a.b)',
    '<b>',
    '<!--',
    '&amp;',
    '| ',
    '|-|',
  ),
  fc.string({ unit: 'binary', maxLength: 6 }),
  fc.lorem({ maxCount: 3 }),
);

test('blocks of any Markdown are in order and trimmed, and each link lies in one', () => {
  fc.assert(
    fc.property(
      fc.array(piece, { maxLength: 30 }).map((pieces) => pieces.join('')),
      (markdown) => {
        const { text, blocks, links } = readMarkdown(markdown);
        let reached = 0;
        for (const { start, end } of blocks) {
          expect(start).toBeGreaterThanOrEqual(reached);
          expect(end).toBeGreaterThan(start);
          expect(text.slice(start, end).trim()).toBe(text.slice(start, end));
          reached = end;
        }
        expect(reached).toBeLessThanOrEqual(text.length);
        for (const link of links) {
          expect(blocks.filter(({ start, end }) => start <= link.start && link.end <= end)).toHaveLength(1);
          expect(link.end).toBeGreaterThan(link.start);
        }
      },
    ),
  );
});
