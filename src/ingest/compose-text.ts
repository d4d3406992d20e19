import type { ArticleLink, Block } from '../domain/article.ts';
import { collapseSpace } from './collapse-space.ts';
import type { LaidOutText } from './laid-out-text.ts';
import { hasVisibleCharacter } from './visible.ts';

/** What the next words belong to. */
export interface BlockStyle {
  readonly kind: Block['kind'];
  readonly level?: number;
  readonly ordered?: boolean;
  /** Written before the block and left outside its range, such as `2. `. */
  readonly marker?: string;
  /** List items and rows of a table: one of them after another has no blank line between. */
  readonly isLine?: boolean;
}

/** Writes the canonical text of a marked-up document, block by block. Blocks that show nothing come to nothing. */
export interface TextComposer {
  /**
   * Ends the block that is open; the next words begin one of this style. A marker is written once: what else is begun
   * with the same style object becomes paragraphs.
   */
  readonly beginBlock: (style: BlockStyle) => void;
  /**
   * White space (not the non-breaking space) is made single, as a browser does, and a line break between characters of
   * Chinese or Japanese is none; kept as it is on demand.
   */
  readonly write: (text: string, keepsWhiteSpace?: boolean) => void;
  /** A line break inside the block; two of them end it. */
  readonly breakLine: () => void;
  /** A tab between two cells of a row, in place of the white space there. */
  readonly beginCell: () => void;
  /** What is written until `endLink` is a link, in as many ranges as there are blocks. */
  readonly beginLink: (href: string) => void;
  readonly endLink: () => void;
  readonly finish: () => LaidOutText;
}

const PARAGRAPH: BlockStyle = { kind: 'paragraph' };

export function createTextComposer(): TextComposer {
  const parts: string[] = [];
  const blocks: Block[] = [];
  const links: ArticleLink[] = [];
  const spent = new Set<BlockStyle>();
  let length = 0;
  let style = PARAGRAPH;
  let lastStyle: BlockStyle | null = null;
  let block: { readonly start: number; readonly firstPart: number; links: ArticleLink[] } | null = null;
  let pending = '';
  let link: { readonly href: string; start: number | null } | null = null;

  function put(text: string): void {
    parts.push(text);
    length += text.length;
  }

  function openBlock(): { links: ArticleLink[] } {
    if (block !== null) return block;
    if (lastStyle !== null) put(lastStyle.isLine === true && style.isLine === true ? '\n' : '\n\n');
    if (style.marker !== undefined) {
      put(style.marker);
      spent.add(style);
    }
    lastStyle = style;
    block = { start: length, firstPart: parts.length, links: [] };
    return block;
  }

  function closeLink(): void {
    if (typeof link?.start !== 'number') return;
    if (block !== null && length > link.start)
      block.links.push({ start: link.start, end: length, href: link.href });
    link.start = null;
  }

  function closeBlock(): void {
    closeLink();
    pending = '';
    if (block === null) return;
    const text = parts.slice(block.firstPart).join('');
    const end = block.start + text.trimEnd().length;
    if (hasVisibleCharacter(text)) {
      blocks.push({ ...describeStyle(style), start: block.start, end });
      for (const { start, end: linkEnd, href } of block.links) {
        if (start < end) links.push({ start, end: Math.min(linkEnd, end), href });
      }
    }
    block = null;
  }

  function writeVisible(text: string): void {
    openBlock();
    put(pending);
    pending = '';
    if (link !== null) link.start ??= length;
    put(text);
  }

  return {
    beginBlock(next) {
      closeBlock();
      style = spent.has(next) ? PARAGRAPH : next;
    },
    write(text, keepsWhiteSpace = false) {
      const collapsed = keepsWhiteSpace ? text : collapseSpace(text);
      const words = block === null ? collapsed.trimStart() : collapsed;
      const trimmed = words.trim();
      if (trimmed === '') {
        if (block !== null && words !== '' && (pending === '' || keepsWhiteSpace)) pending += words;
        return;
      }
      const from = words.indexOf(trimmed);
      const space = words.slice(0, from);
      if (pending === '' || space !== ' ') pending += space;
      writeVisible(trimmed);
      pending = words.slice(from + trimmed.length);
    },
    breakLine() {
      if (block === null) return;
      if (!pending.includes('\n')) {
        pending = '\n';
        return;
      }
      closeBlock();
      if (spent.has(style) || style.kind === 'heading') style = PARAGRAPH;
    },
    beginCell() {
      if (block !== null) pending = '\t';
    },
    beginLink(href) {
      closeLink();
      link = { href, start: null };
    },
    endLink() {
      closeLink();
      link = null;
    },
    finish() {
      closeBlock();
      return { text: parts.join(''), blocks, links };
    },
  };
}

function describeStyle({ kind, level, ordered }: BlockStyle): Pick<Block, 'kind' | 'level' | 'ordered'> {
  return {
    kind,
    ...(level === undefined ? {} : { level }),
    ...(ordered === undefined ? {} : { ordered }),
  };
}
