import type { MarkedToken, Token, Tokens } from 'marked';
import { decodeCharacterReferences } from './character-references.ts';
import type { TextComposer } from './compose-text.ts';
import { readWebAddress } from './web-address.ts';

/** Line breaks between characters of scripts that do not part words by spaces. */
const BREAK_IN_EAST_ASIAN =
  /(?<=[\u2e80-\u9fff\uf900-\ufaff\uff00-\uff60])\n(?=[\u2e80-\u9fff\uf900-\ufaff\uff00-\uff60])/g;

/** Writes the words of a paragraph into the block that was begun. */
export function writeInline(composer: TextComposer, tokens: readonly Token[]): void {
  let unseen: string | null = null;
  for (const token of tokens as readonly MarkedToken[]) {
    if (token.type === 'html') {
      unseen = unseenAfter(token.text, unseen);
      if (/^<br\b/i.test(token.text)) composer.breakLine();
    } else if (unseen === null) {
      writeInlineToken(composer, token);
    }
  }
}

function writeInlineToken(composer: TextComposer, token: MarkedToken): void {
  switch (token.type) {
    case 'text':
      if (token.tokens === undefined) composer.write(proseOf(token.text));
      else writeInline(composer, token.tokens);
      break;
    case 'escape':
    case 'codespan':
      composer.write(token.text);
      break;
    case 'br':
      composer.breakLine();
      break;
    case 'strong':
    case 'em':
    case 'del':
      writeInline(composer, token.tokens);
      break;
    case 'link':
      writeLink(composer, token);
      break;
    case 'blockquote':
    case 'checkbox':
    case 'code':
    case 'def':
    case 'heading':
    case 'hr':
    case 'html':
    case 'image':
    case 'list':
    case 'list_item':
    case 'paragraph':
    case 'space':
    case 'table':
  }
}

function writeLink(composer: TextComposer, { href, tokens }: Tokens.Link): void {
  const address = readWebAddress(decodeCharacterReferences(href));
  if (address !== null) composer.beginLink(address);
  writeInline(composer, tokens);
  if (address !== null) composer.endLink();
}

function proseOf(text: string): string {
  return decodeCharacterReferences(text).replaceAll(BREAK_IN_EAST_ASIAN, '');
}

/** The element whose content is not shown and that is still open after a tag. */
function unseenAfter(tag: string, unseen: string | null): string | null {
  const [, slash, name = ''] =
    /^<(\/?)(script|style|template|noscript|iframe|textarea|title)\b/i.exec(tag) ?? [];
  if (name === '') return unseen;
  if (slash === '') return unseen ?? name.toLowerCase();
  return unseen === name.toLowerCase() ? null : unseen;
}
