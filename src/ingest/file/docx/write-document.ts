import { createTextComposer, type BlockStyle } from '../../compose-text.ts';
import type { LaidOutText } from '../../laid-out-text.ts';
import type { ListItem } from './list-numbers.ts';
import type { ParagraphStyle } from './paragraph-styles.ts';
import { insideOf } from './wrappers.ts';
import { createRunWriter, type NoteReference } from './write-runs.ts';
import { childOf, elementsIn, findAll, type XmlElement } from './xml.ts';

/** What the words of a document refer to. */
export interface DocumentParts {
  readonly styleOf: (properties: XmlElement | undefined) => ParagraphStyle;
  readonly countItem: (id: string, depth: number) => ListItem | null;
  /** The paragraphs of a footnote or endnote, and the addresses of the links in it. */
  readonly noteOf: (reference: NoteReference) => Note | null;
}

export interface Note {
  readonly element: XmlElement;
  readonly links: Links;
}

/** Addresses by the id of their relationship. */
export type Links = ReadonlyMap<string, string>;

/** What a document holds and its text does not. */
export type Counted =
  | 'picture'
  | 'formula'
  | 'comment'
  | 'tracked change'
  | 'hidden passage'
  | 'embedded file'
  | 'sign of a symbol font'
  | 'line of the table of contents';

export interface WrittenDocument {
  readonly content: LaidOutText;
  readonly counts: ReadonlyMap<Counted, number>;
}

interface DocumentWriter {
  /** Writes a child of the body; `links` are those of the part that it stands in. */
  readonly write: (element: XmlElement) => void;
  /** UTF-16 units so far, more or less. */
  readonly length: () => number;
  /** Footnotes and endnotes come last, as a numbered list. */
  readonly finish: () => WrittenDocument;
}

const PARAGRAPH: BlockStyle = { kind: 'paragraph' };

/** Lays out the body of a document (WordprocessingML), child by child. Changes that were tracked count as accepted. */
export function createDocumentWriter(parts: DocumentParts, links: Links): DocumentWriter {
  const composer = createTextComposer();
  const counts = new Map<Counted, number>();
  const count = (what: Counted): void => void counts.set(what, (counts.get(what) ?? 0) + 1);
  const notes: NoteReference[] = [];
  let isJoined = false;
  let runs = createRunWriter({ composer, count, links, notes });
  let length = 0;

  function writeBlocks(elements: readonly XmlElement[]): void {
    for (const element of elements) writeBlock(element);
  }

  function writeBlock(element: XmlElement): void {
    switch (element.name) {
      case 'w:p':
        writeParagraph(element);
        break;
      case 'w:tbl':
        for (const row of rowsOf(element)) writeRow(row);
        composer.beginBlock(PARAGRAPH);
        break;
      case 'w:altChunk':
        count('embedded file');
        break;
      default:
        writeBlocks(insideOf(element));
    }
  }

  function writeParagraph(paragraph: XmlElement): void {
    const properties = childOf(paragraph, 'w:pPr');
    const style = parts.styleOf(properties);
    if (style.role === 'contents') {
      count('line of the table of contents');
      return;
    }
    if (!isJoined) composer.beginBlock(blockStyleOf(style));
    writeWords(paragraph);
    // A mark that was deleted in a tracked change joins the paragraph to the next one.
    isJoined = childOf(childOf(properties, 'w:rPr'), 'w:del') !== undefined;
    if (!isJoined) composer.beginBlock(PARAGRAPH);
    writeBlocks(runs.takeTextBoxes());
  }

  function writeWords(paragraph: XmlElement): void {
    length += runs.write(elementsIn(paragraph));
  }

  function blockStyleOf({ role, list }: ParagraphStyle): BlockStyle {
    if (typeof role === 'object') return { kind: 'heading', level: role.headingLevel };
    const item = list && parts.countItem(list.id, list.depth);
    if (!list || !item) return { kind: role === 'contents' ? 'paragraph' : role };
    const bullet = item.isOrdered ? `${item.number}.` : '•';
    const marker = `${'  '.repeat(list.depth)}${bullet} `;
    return { kind: 'list-item', ordered: item.isOrdered, marker, isLine: true };
  }

  /** A row is a line; what has several paragraphs in a cell falls into them. */
  function writeRow(row: XmlElement): void {
    const cells = findAll(row, 'w:tc');
    if (cells.length === 1) {
      writeBlocks(insideOf(cells[0]));
      return;
    }
    composer.beginBlock({ kind: 'paragraph', isLine: true });
    for (const [index, cell] of cells.entries()) {
      if (index > 0) composer.beginCell();
      const blocks = elementsIn(cell).filter(({ name }) => name !== 'w:tcPr');
      const [only] = blocks;
      if (blocks.length === 1 && only?.name === 'w:p') writeWords(only);
      else writeBlocks(blocks);
    }
    writeBlocks(runs.takeTextBoxes());
  }

  function writeNotes(): void {
    for (const [index, reference] of notes.entries()) {
      const note = parts.noteOf(reference);
      if (!note) continue;
      runs = createRunWriter({ composer, count, links: note.links, notes: [] });
      const [first, ...others] = elementsIn(note.element);
      composer.beginBlock({ kind: 'list-item', ordered: true, marker: `${index + 1}. `, isLine: true });
      if (first?.name === 'w:p') writeWords(first);
      else if (first) writeBlock(first);
      writeBlocks(others);
    }
  }

  return {
    write: writeBlock,
    length: () => length,
    finish() {
      writeNotes();
      return { content: composer.finish(), counts };
    },
  };
}

/** Rows, as cells, may stand in content controls and tracked changes. */
function rowsOf(table: XmlElement): readonly XmlElement[] {
  return findAll(table, 'w:tr').filter((row) => !childOf(childOf(row, 'w:trPr'), 'w:del'));
}
