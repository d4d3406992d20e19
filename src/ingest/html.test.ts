import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { createTextComposer } from './compose-text.ts';
import type { HtmlNode } from './html-node.ts';
import { writeHtml } from './html-walk.ts';
import type { LaidOutText } from './laid-out-text.ts';
import { parseHtml } from './parse-html.ts';

function read(html: string, page?: string): LaidOutText {
  const composer = createTextComposer();
  writeHtml(composer, parseHtml(html), page);
  return composer.finish();
}

function describe({ text, blocks }: LaidOutText): readonly string[] {
  return blocks.map(({ kind, level, ordered, start, end }) => {
    const tag = {
      heading: `h${level}`,
      paragraph: 'p',
      quote: 'quote',
      'list-item': ordered ? 'ol' : 'ul',
      caption: 'caption',
    };
    return `${tag[kind]} ${text.slice(start, end)}`;
  });
}

test.each<[title: string, html: string, blocks: readonly string[]]>([
  [
    'headings and paragraphs',
    '<h1>The <i>flood</i></h1><p>One\n  is.</p><h3>After</h3><p>Two is.',
    ['h1 The flood', 'p One is.', 'h3 After', 'p Two is.'],
  ],
  [
    'words outside of any element',
    'One is.<div>Two is.</div>Three is.',
    ['p One is.', 'p Two is.', 'p Three is.'],
  ],
  [
    'words beside blocks',
    '<section>One is.<p>Two is.</p>Three is.</section>',
    ['p One is.', 'p Two is.', 'p Three is.'],
  ],
  ['line breaks', '<p>One<br>two<br> three</p>', ['p One\ntwo\nthree']],
  [
    'double line breaks as the end of a paragraph',
    'One is.<br>\n<br>Two is.<br><br><br>Three is.<br>',
    ['p One is.', 'p Two is.', 'p Three is.'],
  ],
  [
    'non-breaking spaces inside, not around',
    '<p>&nbsp;One&nbsp;is.&nbsp;</p><p>&nbsp;</p>',
    ['p One\u00a0is.'],
  ],
  [
    'lists',
    '<ul><li>one<li><p>two</p><p>more</p></ul><ol start="4"><li>four<li value="9">nine<li>ten</ol>',
    ['ul one', 'ul two', 'p more', 'ol four', 'ol nine', 'ol ten'],
  ],
  ['lists in lists', '<ol><li>one<ul><li>inner</ul><li>two</ol>', ['ol one', 'ul inner', 'ol two']],
  [
    'quotes',
    '<blockquote><p>One is.</p>Two is.<ul><li>three</ul></blockquote>',
    ['quote One is.', 'quote Two is.', 'ul three'],
  ],
  [
    'captions',
    '<figure><img src="x.png" alt="A boat"><figcaption>A boat, 1953</figcaption></figure>',
    ['caption A boat, 1953'],
  ],
  [
    'tables by line',
    '<table><caption>Dead</caption><tr><th>Year</th>\n<th>Dead</th></tr>\n<tr><td><p>1953</p></td><td>13</td></tr></table>',
    ['caption Dead', 'p Year\tDead', 'p 1953\t13'],
  ],
  [
    'tables that are a layout',
    '<table><tr><td><p>One is.</p><p>Two is.</p></td><td><p>Three is.</p><p>Four is.</p></td></tr></table>',
    ['p One is.', 'p Two is.', 'p Three is.', 'p Four is.'],
  ],
  [
    'white space that is kept',
    '<pre>a\n  b</pre><p style="white-space: pre-wrap">c\nd <span style="white-space:normal">e\nf</span></p>',
    ['p a\n  b', 'p c\nd e f'],
  ],
  [
    'a line break in the source among characters without spaces',
    '<p>一行目は長い文章で\n  改行された。\n「次」も。Latin\nwords</p><p>한국어 문장\n둘</p>',
    ['p 一行目は長い文章で改行された。「次」も。Latin words', 'p 한국어 문장 둘'],
  ],
  ['quotation marks of q', '<p>She said <q>no</q>.</p>', ['p She said “no”.']],
  [
    'exponents',
    '<p>10<sup>6</sup> m<sup>2</sup>, 10<sup>-3</sup>, 1<sup>st</sup>, CO<sub>2</sub>, x<sup><a href="#n">1</a></sup></p>',
    ['p 10⁶ m², 10⁻³, 1st, CO2, x1'],
  ],
  [
    'readings of characters',
    '<p><ruby>駅<rp>(</rp><rt>えき</rt><rp>)</rp></ruby>です。</p>',
    ['p 駅（えき）です。'],
  ],
  ['pieces of words', '<p>un<wbr>be<b>liev</b>able <span>x</span><span>y</span></p>', ['p unbelievable xy']],
  [
    'words of Google Docs',
    '<meta charset="utf-8"><b style="font-weight:normal;" id="docs-internal-guid-1"><h1 dir="ltr"><span>The flood</span></h1><p dir="ltr"><span style="white-space:pre-wrap;">One is. </span><span>Two is.</span></p><br></b>',
    ['h1 The flood', 'p One is. Two is.'],
  ],
  [
    'lists of Word',
    `<p class=MsoNormal>Seen:<o:p></o:p></p>
     <p class=MsoListParagraph style='text-indent:-18pt;mso-list:l0 level1 lfo1'><![if !supportLists]><span style='mso-list:Ignore'>·<span>&nbsp;</span></span><![endif]>one</p>
     <p class=MsoListParagraph style='mso-list:l1 level1 lfo2'><span style='mso-list:Ignore'>3.<span>&nbsp;</span></span>two</p>`,
    ['p Seen:', 'ul one', 'ol two'],
  ],
  ['nothing', '', []],
])('reads %s', (_, html, blocks) => {
  expect(describe(read(html))).toEqual(blocks);
});

test('items have their bullet or number before their block, paragraphs a blank line', () => {
  const html =
    '<p>Seen:<ul><li>one<ol start=5><li>a<li>b</ol></ul><p>End.<table><tr><td>1<td>2<tr><td>3</table>';
  expect(read(html).text).toBe('Seen:\n\n• one\n  5. a\n  6. b\n\nEnd.\n\n1\t2\n3');
});

test.each<[title: string, html: string]>([
  [
    'scripts',
    '<script>alert(1)</script><noscript><p>x</p></noscript><svg><script>x</script><text>x</text></svg>',
  ],
  ['styles', '<style>p{}</style><link rel=stylesheet href=x><head><title>x</title></head>'],
  [
    'frames and objects',
    '<iframe src=x>x</iframe><object data=x>x</object><embed src=x><template><p>x</p></template>',
  ],
  [
    'media',
    '<img src=x onerror=alert(1) alt=x><video src=x>x</video><picture><source srcset=x><img src=x></picture>',
  ],
  [
    'forms',
    '<form><p>Your mail<input value=x><button>Go</button></form><select><option>x</select><textarea>x</textarea>',
  ],
  [
    'what is hidden',
    '<p hidden>x</p><p style="color:red; display : none">x</p><p style="visibility:hidden">x</p><dialog>x</dialog>',
  ],
  ['comments', '<!-- x --><!--[if mso]><p>x</p><![endif]-->'],
])('leaves out %s', (_, html) => {
  expect(read(`<p>One is.</p>${html}<p>Two is.</p>`).text).toBe('One is.\n\nTwo is.');
});

test('a page that is all one form keeps its paragraphs, not its controls', () => {
  expect(read('<form><p>One.</p><p>Two.</p><p>Three.</p><button>Go</button></form>').text).toBe(
    'One.\n\nTwo.\n\nThree.',
  );
});

test.each<[html: string, links: readonly string[]]>([
  ['<p>See <a href=" https://example.org/a ">the <b>map</b> </a>.', ['the map -> https://example.org/a']],
  [
    '<a href="http://example.org"><h2>One</h2><p>Two</p></a>',
    ['One -> http://example.org/', 'Two -> http://example.org/'],
  ],
  [
    '<a href="mailto:ada@example.org">mail</a> <a href="/b?c">b</a> <a href="#d">d</a>',
    ['mail -> mailto:ada@example.org', 'b -> https://example.org/b?c'],
  ],
  [
    '<a href="javascript:alert(1)">a</a> <a href=" jav&#9;ascript:x">b</a> <a href="data:text/html,x">c</a> <a>d</a>',
    [],
  ],
  ['<a href="https://example.org/"><img src="x.png"></a>', []],
])('links of %s', (html, links) => {
  const { text, links: found } = read(html, 'https://example.org/a/');
  expect(found.map(({ start, end, href }) => `${text.slice(start, end)} -> ${href}`)).toEqual(links);
});

test('relative links of an unknown page are plain text', () => {
  expect(read('<a href="/b">b</a> <a href="//example.org/">c</a>').links).toEqual([]);
});

test('ten thousand elements in each other are read without recursion', () => {
  let node: HtmlNode = { nodeType: 3, nodeName: '#text', nodeValue: 'One is.', childNodes: [] };
  for (let depth = 0; depth < 10_000; depth += 1) {
    node = { nodeType: 1, nodeName: 'DIV', nodeValue: null, childNodes: [node] };
  }
  const composer = createTextComposer();
  writeHtml(composer, node);
  expect(composer.finish().text).toBe('One is.');
});

const piece = fc.oneof(
  fc.constantFrom(
    ...'p h2 ul ol li blockquote table tr td a br pre q sup b div form ruby rt figcaption script'
      .split(' ')
      .flatMap((tag) => [`<${tag} href="https://a.b/" style="white-space:pre">`, `<${tag}>`, `</${tag}>`]),
    ' ',
    '\n',
    '&nbsp;',
    '&#8203;',
  ),
  fc.string({ unit: 'binary', maxLength: 6 }),
);

test('blocks of any HTML are in order and trimmed, and each link lies in one', () => {
  fc.assert(
    fc.property(
      fc.array(piece, { maxLength: 40 }).map((pieces) => pieces.join('')),
      (html) => {
        const { text, blocks, links } = read(html);
        let reached = 0;
        for (const { start, end } of blocks) {
          expect(start).toBeGreaterThanOrEqual(reached);
          expect(end).toBeGreaterThan(start);
          expect(text.slice(start, end).trim()).toBe(text.slice(start, end));
          reached = end;
        }
        expect(reached).toBeLessThanOrEqual(text.length);
        let linked = 0;
        for (const link of links) {
          expect(link.start).toBeGreaterThanOrEqual(linked);
          expect(blocks.filter(({ start, end }) => start <= link.start && link.end <= end)).toHaveLength(1);
          linked = link.end;
        }
      },
    ),
    { numRuns: 300 },
  );
});
