import type { ArticleDetails } from '../../make-article.ts';
import { LONGEST_TEXT } from '../../trouble.ts';
import type { ReadArticleFile } from '../read-article-file.ts';
import { say } from '../../../messages/say.ts';
import { createListCounter } from './list-numbers.ts';
import { readParagraphStyles } from './paragraph-styles.ts';
import {
  linksOf,
  openFiles,
  readRelations,
  readXmlPart,
  type Files,
  type ReadXml,
  type Relation,
} from './open-package.ts';
import { DAMAGED, OTHER } from './sentences.ts';
import { createDocumentWriter, type Counted } from './write-document.ts';
import type { NoteReference } from './write-runs.ts';
import { childOf, childrenOf, scanXml, wordsIn, type XmlElement } from './xml.ts';

/** Bytes that the text may have when it is unpacked. */
const LARGEST_TEXT = 100_000_000;

/** Share of the time that goes by before the first word is read. */
const UNPACKING = 0.3;

/**
 * The text of a Word document (`.docx`, ISO/IEC 29500 in both forms): headings, lists, quotations, captions, tables by
 * line, links, footnotes and endnotes at its end. What is unpacked is bounded, whatever the file claims. `problem` is a
 * sentence for the person. Pure but for the browser's decompressor, so that it can run in a worker.
 */
export async function readDocument(
  bytes: Uint8Array,
  onProgress?: (share: number) => void,
): Promise<ReadArticleFile> {
  const files = openFiles(bytes);
  if (files === null) return fail(say(DAMAGED));
  const root = await readRelations(files, '');
  if (!root.ok) return root;
  const path = [...root.relations.values()].find(({ type }) => type === 'officeDocument')?.target;
  if (path === undefined) return fail(say(OTHER));
  const text = await files(path, LARGEST_TEXT, (share) => onProgress?.(share * UNPACKING));
  if (!text.ok) return text;
  if (text.bytes === null) return fail(say(DAMAGED));
  const parts = await readParts(files, path, root.relations);
  return parts.ok ? write(text.bytes, parts, onProgress) : parts;
}

type Parts = Extract<Awaited<ReturnType<typeof readParts>>, { readonly ok: true }>;

function write(
  text: Uint8Array,
  parts: Parts,
  onProgress: ((share: number) => void) | undefined,
): ReadArticleFile {
  const writer = createDocumentWriter(
    {
      styleOf: readParagraphStyles(parts.styles),
      countItem: createListCounter(parts.numbering),
      noteOf: ({ kind, id }) => {
        const { notes, links } = parts[kind];
        const element = notes.get(id);
        return element ? { element, links } : null;
      },
    },
    parts.links,
  );
  let isWord = false;
  const isSound = scanXml(
    text,
    2,
    (element) => {
      isWord ||= element.name.startsWith('w:');
      if (writer.length() <= LONGEST_TEXT) writer.write(element);
    },
    (share) => onProgress?.(UNPACKING + share * (1 - UNPACKING)),
  );
  if (!isSound) return fail(say(DAMAGED));
  if (writer.length() > LONGEST_TEXT)
    return fail(
      say('This document is too long: it has more than the {most, number} characters that Linecheck takes.', {
        most: LONGEST_TEXT,
      }),
    );
  if (!isWord) return fail(say(OTHER));
  const { content, counts } = writer.finish();
  const { details } = parts;
  return {
    ok: true,
    draft: {
      article: { kind: 'laid-out', content, ...details },
      dropped: DROPPED.flatMap(([what, name]) => {
        const n = counts.get(what) ?? 0;
        return n === 0 ? [] : [name(n)];
      }),
      notes: [
        ...(counts.has('tracked change')
          ? [say('Changes were tracked in this document. They were read as if all of them were accepted.')]
          : []),
        ...(counts.has('formula')
          ? [say('The formulas were written in a line: look whether they are right.')]
          : []),
        ...(details.publishedAt === undefined
          ? []
          : [say('The date is the one on which the document was made, as it says itself.')]),
      ],
    },
  };
}

async function readParts(files: Files, path: string, root: ReadonlyMap<string, Relation>) {
  const own = await readRelations(files, path);
  if (!own.ok) return own;
  const partAt = async (relations: ReadonlyMap<string, Relation>, wanted: string): Promise<ReadXml> => {
    const target = [...relations.values()].find(({ type }) => type === wanted)?.target;
    return target === undefined ? { ok: true, path: '', xml: null } : readXmlPart(files, target);
  };
  const notesOf = async (kind: NoteReference['kind']) => {
    const part = await partAt(own.relations, `${kind}s`);
    if (!part.ok) return part;
    const linked = await readRelations(files, part.path);
    if (!linked.ok) return linked;
    const found = childrenOf(part.xml ?? undefined, `w:${kind}`);
    return {
      ok: true,
      links: linksOf(linked.relations),
      notes: new Map(found.map((note) => [note.attributes['w:id'] ?? '', note])),
    } as const;
  };
  const styles = await partAt(own.relations, 'styles');
  if (!styles.ok) return styles;
  const numbering = await partAt(own.relations, 'numbering');
  if (!numbering.ok) return numbering;
  const footnote = await notesOf('footnote');
  if (!footnote.ok) return footnote;
  const endnote = await notesOf('endnote');
  if (!endnote.ok) return endnote;
  const core = await partAt(root, 'core-properties');
  return {
    ok: true,
    links: linksOf(own.relations),
    styles: styles.xml,
    numbering: numbering.xml,
    footnote,
    endnote,
    // What the document says of itself is no reason to refuse it.
    details: core.ok ? readProperties(core.xml ?? undefined) : {},
  } as const;
}

function readProperties(core: XmlElement | undefined): ArticleDetails {
  const valueAt = (name: string): string =>
    wordsIn(childOf(core, name)).replaceAll(/\s+/g, ' ').trim().slice(0, 500);
  const [title, byline, publishedAt] = [
    valueAt('dc:title'),
    valueAt('dc:creator'),
    valueAt('dcterms:created'),
  ];
  return {
    ...(title === '' ? {} : { title }),
    ...(byline === '' ? {} : { byline }),
    ...(/^\d{4}-\d\d-\d\d/.test(publishedAt) ? { publishedAt: publishedAt.slice(0, 10) } : {}),
  };
}

const DROPPED: readonly (readonly [Counted, name: (n: number) => string])[] = [
  ['picture', (n) => say('{n, plural, one {# picture} other {# pictures}}', { n })],
  ['comment', (n) => say('{n, plural, one {# comment} other {# comments}}', { n })],
  ['hidden passage', (n) => say('{n, plural, one {# hidden passage} other {# hidden passages}}', { n })],
  ['embedded file', (n) => say('{n, plural, one {# embedded file} other {# embedded files}}', { n })],
  [
    'sign of a symbol font',
    (n) => say('{n, plural, one {# sign of a symbol font} other {# signs of symbol fonts}}', { n }),
  ],
  [
    'line of the table of contents',
    (n) =>
      say('{n, plural, one {# line of the table of contents} other {# lines of the table of contents}}', {
        n,
      }),
  ],
];

function fail(problem: string): ReadArticleFile {
  return { ok: false, problem };
}
