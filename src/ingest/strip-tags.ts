import { decodeCharacterReferences } from './character-references.ts';

/** Elements whose content is never shown. */
const UNSEEN = /^(?:script|style|template|noscript|iframe|object|textarea|select|title|svg|head)$/;
const LINE = /^(?:br|tr)$/;
const INLINE =
  /^(?:a|abbr|b|bdi|bdo|cite|code|del|em|font|i|img|ins|kbd|mark|q|s|small|span|strong|sub|sup|time|u|var|wbr)$/;
const TAG = /<(\/?)([a-z][a-z0-9-]*)/iy;

/**
 * The text of a piece of HTML without a parser of it: tags and comments left out, with what is never shown between
 * them; a blank line where an element stands that is a block. What comes out is text, and is used as nothing else: a
 * tag that this misreads shows up as words and does nothing. Linear.
 */
export function stripTags(html: string): string {
  const parts: string[] = [];
  const find = createFinder(html);
  let at = 0;
  for (let open = html.indexOf('<'); open >= 0; open = html.indexOf('<', at)) {
    parts.push(html.slice(at, open));
    const [shown, next] = readTag(html, open, find);
    parts.push(shown);
    at = next;
  }
  parts.push(html.slice(at));
  return decodeCharacterReferences(parts.join(''));
}

/** Where a word ends for the first time at or after an offset; the length of the HTML when it does nowhere. */
type FindEnd = (word: string, from: number) => number;

/** What is shown in place of the tag or comment at `open`, and where to go on. */
function readTag(html: string, open: number, findEnd: FindEnd): readonly [shown: string, next: number] {
  if (html.startsWith('<!--', open)) return ['', findEnd('-->', open + 4)];
  TAG.lastIndex = open;
  const [, slash = '', written = ''] = TAG.exec(html) ?? [];
  const end = findEnd('>', open);
  if (written === '' || html[end - 1] !== '>') return ['<', open + 1];
  const name = written.toLowerCase();
  if (slash === '' && UNSEEN.test(name)) return ['', findEnd('>', findEnd(`</${name}`, end))];
  if (LINE.test(name)) return ['\n', end];
  return [INLINE.test(name) ? '' : '\n\n', end];
}

/** A word that was not found once is not looked for again: thousands of openings without an end stay linear. */
function createFinder(html: string): FindEnd {
  const lower = html.replaceAll(/[A-Z]+/g, (letters) => letters.toLowerCase());
  const missing = new Set<string>();
  return (word, from) => {
    const found = missing.has(word) ? -1 : lower.indexOf(word, from);
    if (found < 0) missing.add(word);
    return found < 0 ? html.length : found + word.length;
  };
}
