import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import type { LaidOutText } from '../../laid-out-text.ts';
import { buildDocx, listDocxFiles, packFiles, type DocxParts } from '../../testing/build-docx.ts';
import type { ReadArticleFile } from '../read-article-file.ts';
import { readDocument } from './read-document.ts';

const run = (words: string, properties = ''): string =>
  `<w:r><w:rPr>${properties}</w:rPr><w:t xml:space="preserve">${words}</w:t></w:r>`;
const paragraph = (inside: string, properties = ''): string =>
  `<w:p><w:pPr>${properties}</w:pPr>${inside}</w:p>`;
const styled = (style: string, words: string): string =>
  paragraph(run(words), `<w:pStyle w:val="${style}"/>`);
const style = (id: string, name: string, more = ''): string =>
  `<w:style w:type="paragraph" w:styleId="${id}"><w:name w:val="${name}"/>${more}</w:style>`;
const item = (words: string, list: number, depth = 0): string =>
  paragraph(run(words), `<w:numPr><w:ilvl w:val="${depth}"/><w:numId w:val="${list}"/></w:numPr>`);

async function draftOf(parts: DocxParts) {
  const read = await readDocument(buildDocx(parts));
  if (!read.ok) throw new Error(read.problem);
  if (read.draft.article.kind !== 'laid-out') throw new Error('A document is laid out.');
  const { content, ...details } = read.draft.article;
  return { ...read.draft, content, details };
}

/** Each block with its kind, the words outside of blocks left out. */
function blocksOf({ text, blocks }: LaidOutText): readonly string[] {
  return blocks.map(
    ({ kind, level, ordered, start, end }) =>
      `${kind}${level ?? ''}${ordered === true ? '#' : ''}: ${text.slice(start, end)}`,
  );
}

const problemOf = async (bytes: Uint8Array): Promise<string> => {
  const read = await readDocument(bytes);
  return read.ok ? 'none' : read.problem;
};

test('headings, quotations and captions are told by style, in any language and by what it is based on', async () => {
  const { content } = await draftOf({
    styles:
      style('Titel', 'Title') +
      style('berschrift1', 'heading 1') +
      style('Zwischentitel', 'Our heading', '<w:basedOn w:val="berschrift1"/>') +
      style('Zitat', 'Intense Quote') +
      style('Loop', 'Loop', '<w:basedOn w:val="Loop"/>') +
      style('Beschriftung', 'caption') +
      style('Tief', 'Deep', '<w:pPr><w:outlineLvl w:val="2"/></w:pPr>'),
    body:
      styled('Titel', 'The flood') +
      styled('Zwischentitel', 'In January') +
      styled('Tief', 'By night') +
      styled('Zitat', 'It came at night.') +
      styled('Loop', 'It rained.') +
      styled('Beschriftung', 'The old bridge') +
      styled('Missing', 'Nobody was hurt.'),
  });
  expect(blocksOf(content)).toEqual([
    'heading1: The flood',
    'heading1: In January',
    'heading3: By night',
    'quote: It came at night.',
    'paragraph: It rained.',
    'caption: The old bridge',
    'paragraph: Nobody was hurt.',
  ]);
});

test('lists keep their numbers and bullets, also one within another and one that goes on', async () => {
  const { content } = await draftOf({
    numbering:
      '<w:abstractNum w:abstractNumId="7"><w:lvl w:ilvl="0"><w:start w:val="3"/><w:numFmt w:val="decimal"/></w:lvl>' +
      '<w:lvl w:ilvl="1"><w:numFmt w:val="bullet"/></w:lvl></w:abstractNum>' +
      '<w:num w:numId="1"><w:abstractNumId w:val="7"/></w:num>',
    body: item('Water', 1) + item('cold', 1, 1) + item('Sand', 1) + paragraph(run('And.')) + item('Mud', 1),
  });
  expect(content.text).toBe('3. Water\n  • cold\n4. Sand\n\nAnd.\n\n5. Mud');
  expect(blocksOf(content)).toEqual([
    'list-item#: Water',
    'list-item: cold',
    'list-item#: Sand',
    'paragraph: And.',
    'list-item#: Mud',
  ]);
});

test('links are kept as relations and as fields, those that are no web address as words', async () => {
  const field = (type: string): string => `<w:r><w:fldChar w:fldCharType="${type}"/></w:r>`;
  const code = (words: string): string => `<w:r><w:instrText>${words}</w:instrText></w:r>`;
  const { content } = await draftOf({
    links: { rId9: 'https://post.example/flood', rId8: 'javascript:alert(1)' },
    body:
      paragraph(
        `${run('See ')}<w:hyperlink r:id="rId9">${run('the report')}</w:hyperlink>${run(' and ')}<w:hyperlink r:id="rId8">${run('this')}</w:hyperlink>${run('.')}`,
      ) +
      paragraph(
        `${field('begin')}${code(' HYPERLINK "https://post.')}${code('example/dam" ')}${field('separate')}${run('The dam')}${field('end')}${run(' held on page ')}${field('begin')}${code(' PAGE ')}${field('separate')}${run('4')}${field('end')}${run('.')}`,
      ),
  });
  expect(content.text).toBe('See the report and this.\n\nThe dam held on page 4.');
  expect(content.links.map(({ start, end, href }) => [content.text.slice(start, end), href])).toEqual([
    ['the report', 'https://post.example/flood'],
    ['The dam', 'https://post.example/dam'],
  ]);
});

test('footnotes and endnotes come last, numbered in the order of the text', async () => {
  const { content } = await draftOf({
    footnotes: `<w:footnote w:id="-1"><w:p/></w:footnote><w:footnote w:id="2">${paragraph(`<w:r><w:footnoteRef/></w:r>${run(' Gauge at the old bridge.')}`)}</w:footnote>`,
    endnotes: `<w:endnote w:id="1">${paragraph(run('Archive of the town.'))}</w:endnote>`,
    body: paragraph(
      `${run('It rose')}<w:r><w:endnoteReference w:id="1"/></w:r>${run(' by 4 metres.')}<w:r><w:footnoteReference w:id="2"/></w:r>`,
    ),
  });
  expect(content.text).toBe('It rose¹ by 4 metres.²\n\n1. Archive of the town.\n2. Gauge at the old bridge.');
});

test('tracked changes count as accepted, and that is said', async () => {
  const { content, notes } = await draftOf({
    body:
      paragraph(
        `${run('It rose by ')}<w:del><w:r><w:delText>three</w:delText></w:r></w:del><w:ins>${run('four')}</w:ins>${run(' metres')}`,
        '<w:rPr><w:del w:id="1"/></w:rPr>',
      ) + paragraph(run(' in one night.')),
  });
  expect(blocksOf(content)).toEqual(['paragraph: It rose by four metres in one night.']);
  expect(notes).toEqual([expect.stringContaining('as if all of them were accepted')]);
});

test('rows of a table are lines, and a text box follows its paragraph once', async () => {
  const cell = (inside: string): string => `<w:tc><w:tcPr/>${inside}</w:tc>`;
  const box = `<w:txbxContent>${paragraph(run('Aside.'))}</w:txbxContent>`;
  const { content } = await draftOf({
    body: [
      `<w:tbl><w:tblPr/><w:tr>${cell(paragraph(run('Year')))}${cell(paragraph(run('Metres')))}</w:tr>`,
      `<w:sdt><w:sdtContent><w:tr>${cell(paragraph(run('1998')))}${cell(paragraph(run('4')))}</w:tr></w:sdtContent></w:sdt></w:tbl>`,
      paragraph(
        `${run('It ')}<w:r><mc:AlternateContent><mc:Choice><w:drawing>${box}</w:drawing></mc:Choice><mc:Fallback><w:pict>${box}</w:pict></mc:Fallback></mc:AlternateContent></w:r>${run('rained.')}`,
      ),
    ].join(''),
  });
  expect(content.text).toBe('Year\tMetres\n1998\t4\n\nIt rained.\n\nAside.');
});

test('numbers stay numbers: raised ones, fractions and powers', async () => {
  const { content, notes } = await draftOf({
    body: paragraph(
      `${run('10')}${run('6', '<w:vertAlign w:val="superscript"/>')}${run(' or ')}<m:oMath><m:f><m:num><m:r><m:t>1</m:t></m:r></m:num><m:den><m:r><m:t>a+b</m:t></m:r></m:den></m:f></m:oMath>`,
    ),
  });
  expect(content.text).toBe('10⁶ or 1/(a+b)');
  expect(notes).toEqual([expect.stringContaining('formulas')]);
});

test('a root keeps its degree, however deep roots stand in degrees', async () => {
  const root = (degree: string, under: string): string =>
    `<m:rad><m:deg>${degree}</m:deg><m:e><m:r><m:t>${under}</m:t></m:r></m:e></m:rad>`;
  const three = '<m:r><m:t>3</m:t></m:r>';
  const cube = await draftOf({ body: paragraph(`<m:oMath>${root(three, 'x')}</m:oMath>`) });
  expect(cube.content.text).toBe('³√x');
  let nested = three;
  for (let depth = 0; depth < 100; depth += 1) nested = root(nested, 'x');
  const deep = await draftOf({ body: paragraph(`<m:oMath>${nested}</m:oMath>`) });
  expect(deep.content.text.match(/√/g)).toHaveLength(100);
});

test('what is not kept is counted, and the properties of the document are read', async () => {
  const { content, dropped, details } = await draftOf({
    core: '<dc:title>The flood</dc:title><dc:creator>Ada  Moss</dc:creator><dcterms:created>2026-01-31T10:00:00Z</dcterms:created>',
    styles: style('Verzeichnis1', 'toc 1'),
    body:
      styled('Verzeichnis1', 'In January 1') +
      paragraph(
        `${run('It rained.')}${run('Secret.', '<w:vanish/>')}<w:r><w:drawing/></w:r><w:r><w:drawing/></w:r><w:r><w:commentReference w:id="0"/></w:r>`,
      ),
  });
  expect(content.text).toBe('It rained.');
  expect(dropped).toEqual(['2 pictures', '1 comment', '1 hidden passage', '1 line of the table of contents']);
  expect(details).toEqual({
    kind: 'laid-out',
    title: 'The flood',
    byline: 'Ada Moss',
    publishedAt: '2026-01-31',
  });
});

test('white space is that of the document', async () => {
  const { content } = await draftOf({
    body: paragraph(
      `<w:r><w:t> It\n</w:t><w:tab/><w:t>rained,</w:t><w:br/><w:t xml:space="preserve"> at  night</w:t><w:br w:type="page"/><w:t>long.</w:t></w:r>`,
    ),
  });
  expect(content.text).toBe('It\trained,\nat  night long.');
});

const DOCUMENT: DocxParts = { body: paragraph(run('It rained for a week.')) };

test.each<[name: string, bytes: Uint8Array, problem: RegExp]>([
  ['nothing but a signature', new Uint8Array([0x50, 0x4b, 3, 4]), /is damaged/],
  ['a file that is cut off', buildDocx(DOCUMENT).slice(0, 300), /is damaged/],
  ['an archive of something else', packFiles([{ name: 'a.txt', content: 'Hello' }]), /no Word document/],
  [
    'words that do not fit their checksum',
    packFiles(listDocxFiles(DOCUMENT).map((file) => ({ ...file, crc: 7 }))),
    /is damaged/,
  ],
  [
    'a locked archive',
    packFiles(listDocxFiles(DOCUMENT).map((file) => ({ ...file, flags: 1 }))),
    /protected by a password/,
  ],
  [
    'a bomb, which says that it is small',
    packFiles(
      listDocxFiles(DOCUMENT).map((file) =>
        file.name === 'word/document.xml'
          ? { ...file, content: Buffer.alloc(101_000_000, ' '), size: 100 }
          : file,
      ),
    ),
    /unpacks to far more/,
  ],
  ['a document too deep', buildDocx({ body: '<w:sdt>'.repeat(500) + '</w:sdt>'.repeat(500) }), /is damaged/],
  [
    'entities that grow',
    packFiles(
      listDocxFiles(DOCUMENT).map((file) =>
        file.name === 'word/document.xml'
          ? { ...file, content: '<!DOCTYPE a [<!ENTITY b "bb">]><a>&b;</a>' }
          : file,
      ),
    ),
    /is damaged/,
  ],
  [
    'more words than an article has',
    buildDocx({ body: paragraph(run('It rained. '.repeat(10_000))).repeat(60) }),
    /too long/,
  ],
])('%s gets its sentence', async (_, bytes, problem) => {
  expect(await problemOf(bytes)).toMatch(problem);
});

test('progress reaches the end', async () => {
  const shares: number[] = [];
  await readDocument(buildDocx({ body: paragraph(run('It rained. ')).repeat(2000) }), (share) =>
    shares.push(share),
  );
  expect(shares.length).toBeGreaterThan(2);
  expect(shares).toEqual(shares.toSorted((a, b) => a - b));
  expect(shares.at(-1)).toBe(1);
});

test('whatever bytes are changed, the answer is a document in order or a sentence', async () => {
  const whole = buildDocx({
    ...DOCUMENT,
    styles: style('A', 'heading 1'),
    core: '<dc:title>The flood</dc:title>',
    links: { rId9: 'https://post.example/' },
  });
  const edits = fc.array(fc.tuple(fc.nat(whole.length - 1), fc.integer({ min: 0, max: 255 })), {
    minLength: 1,
    maxLength: 8,
  });
  await fc.assert(
    fc.asyncProperty(edits, fc.nat(whole.length), async (changed, cut) => {
      const bytes = whole.slice(0, cut < 20 ? cut : whole.length);
      for (const [at, byte] of changed) if (at < bytes.length) bytes[at] = byte;
      const read = await readDocument(bytes);
      expect(findFault(read)).toBe(null);
    }),
    { numRuns: 500 },
  );
});

test('whatever elements a document is made of, its text is in order', async () => {
  const { nested } = fc.letrec<{ nested: string }>((tie) => ({
    nested: fc.oneof(
      { depthSize: 'medium' },
      fc.constantFrom(
        run('It rained. '),
        run('A 😀 b', '<w:vanish/>'),
        '<w:br/>',
        '<w:r><w:tab/></w:r>',
        'words',
      ),
      fc
        .tuple(
          fc.constantFrom(
            ...'w:p w:tbl w:tr w:tc w:sdt w:sdtContent w:hyperlink w:ins w:del w:r w:ruby m:f m:num mc:AlternateContent mc:Choice w:txbxContent w:drawing'.split(
              ' ',
            ),
          ),
          fc.array(tie('nested'), { maxLength: 4 }),
        )
        .map(([name, inside]) => `<${name}>${inside.join('')}</${name}>`),
    ),
  }));
  await fc.assert(
    fc.asyncProperty(fc.array(nested, { maxLength: 8 }), async (body) => {
      expect(findFault(await readDocument(buildDocx({ body: `<w:p/>${body.join('')}` })))).toBe(null);
    }),
  );
});

/** What is wrong with an answer: a problem that is no sentence, or ranges out of order. */
function findFault(read: ReadArticleFile): string | null {
  if (!read.ok) return read.problem.endsWith('.') ? null : read.problem;
  if (read.draft.article.kind !== 'laid-out') return 'not laid out';
  const { text, blocks, links } = read.draft.article.content;
  for (const ranges of [blocks, links]) {
    let reached = 0;
    for (const { start, end } of ranges) {
      if (start < reached || end <= start || end > text.length) return `${start}–${end} after ${reached}`;
      reached = end;
    }
  }
  return null;
}
