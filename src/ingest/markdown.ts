import type { MarkedToken, Token, Tokens } from 'marked';
import { createTextComposer, type BlockStyle, type TextComposer } from './compose-text.ts';
import type { LaidOutText } from './laid-out-text.ts';
import { writeInline } from './markdown-inline.ts';
import { readMarkdownTokens } from './markdown-tokens.ts';
import { readPlainText } from './plain-text.ts';
import { stripTags } from './strip-tags.ts';
import { unifyLineEndings } from './text-lines.ts';

/** Where in the document a block stands. */
interface Place {
  readonly style: BlockStyle;
  /** How many lists it is in. */
  readonly depth: number;
}

const TOP: Place = { style: { kind: 'paragraph' }, depth: 0 };

/**
 * The words of a Markdown text, laid out. Signs of Markdown are gone, list items have their bullet or number before
 * their block; pictures and raw HTML tags are left out, and only http, https and mailto links are kept. The result
 * is plain text: nothing in it can run. Load this module on demand, it brings the lexer.
 */
export function readMarkdown(loaded: string): LaidOutText {
  const markdown = unifyLineEndings(loaded);
  const tokens = readMarkdownTokens(markdown);
  if (tokens === null) return readPlainText(loaded);
  const composer = createTextComposer();
  writeBlocks(composer, tokens, TOP);
  return composer.finish();
}

function writeBlocks(composer: TextComposer, tokens: readonly Token[], place: Place): void {
  const { style } = place;
  for (const token of tokens as readonly MarkedToken[]) {
    switch (token.type) {
      case 'heading':
        composer.beginBlock({ kind: 'heading', level: token.depth });
        writeInline(composer, token.tokens);
        break;
      case 'paragraph':
      case 'text':
        composer.beginBlock(style);
        writeInline(composer, token.tokens ?? [token]);
        break;
      case 'blockquote':
        writeBlocks(composer, token.tokens, { ...place, style: { kind: 'quote' } });
        break;
      case 'list':
        writeList(composer, token, place.depth);
        break;
      case 'table':
        writeTable(composer, token);
        break;
      case 'code':
        composer.beginBlock(style);
        composer.write(token.text, true);
        break;
      case 'html':
        writeHtml(composer, token.text, style);
        break;
      case 'br':
      case 'codespan':
      case 'del':
      case 'em':
      case 'escape':
      case 'image':
      case 'link':
      case 'list_item':
      case 'strong':
        composer.beginBlock(style);
        writeInline(composer, [token]);
        break;
      case 'checkbox':
      case 'def':
      case 'hr':
      case 'space':
        continue;
    }
  }
}

function writeList(composer: TextComposer, list: Tokens.List, depth: number): void {
  const first = list.start === '' ? 1 : list.start;
  const indent = '  '.repeat(depth);
  for (const [index, item] of list.items.entries()) {
    const marker = `${indent}${list.ordered ? `${first + index}.` : '•'} ${boxOf(item)}`;
    const style: BlockStyle = { kind: 'list-item', ordered: list.ordered, marker, isLine: true };
    writeBlocks(composer, item.tokens, { style, depth: depth + 1 });
  }
}

function boxOf({ task, checked }: Tokens.ListItem): string {
  if (!task) return '';
  return checked === true ? '☑ ' : '☐ ';
}

/** A row is a line, with tabs between its cells. */
function writeTable(composer: TextComposer, table: Tokens.Table): void {
  for (const row of [table.header, ...table.rows]) {
    composer.beginBlock({ kind: 'paragraph', isLine: true });
    for (const [index, cell] of row.entries()) {
      if (index > 0) composer.beginCell();
      writeInline(composer, cell.tokens);
    }
  }
}

function writeHtml(composer: TextComposer, html: string, style: BlockStyle): void {
  for (const paragraph of stripTags(html).split(/\n[ \t]*\n/)) {
    composer.beginBlock(style);
    composer.write(paragraph);
  }
}
