import { isNode, isSaying, parseSource, type Node } from './parse-source.ts';

/**
 * The English in a TypeScript source that a person seems to read and that no message says: text in JSX, attributes and
 * properties that are for people, whole sentences, and words put into the holes of a message.
 */
export function findUnsaid(file: string, source: string): readonly string[] {
  const found: string[] = [];
  look(parseSource(file, source), found);
  return [...new Set(found)];
}

/** Attributes of JSX that are read or heard. */
const ATTRIBUTES = new Set([
  'alt',
  'aria-description',
  'aria-label',
  'aria-roledescription',
  'aria-valuetext',
  'description',
  'hint',
  'label',
  'legend',
  'placeholder',
  'title',
]);

/** Properties that hold words for a person wherever they stand. */
const PROPERTIES = new Set(['description', 'group', 'hint', 'label', 'problem']);

function look(value: unknown, found: string[]): void {
  if (Array.isArray(value)) for (const one of value) look(one, found);
  else if (isNode(value) && !isElsewhere(value)) {
    if (isSaying(value)) {
      const [, ...holes] = value['arguments'] as readonly unknown[];
      for (const hole of holes)
        if (isNode(hole) && hole['type'] === 'ObjectExpression') lookInHoles(hole, found);
      return;
    }
    const words = unsaidAt(value);
    if (words !== null) found.push(words);
    for (const part of Object.values(value)) if (typeof part === 'object') look(part, found);
  }
}

/** Types, imports, and what broken assumptions throw: for programmers. */
function isElsewhere(node: Node): boolean {
  const type = node['type'] as string;
  if (type === 'NewExpression') return nameOf(node['callee']).endsWith('Error');
  return /^(?:Import|TSType|TSInterface|TSLiteral)/.test(type);
}

function unsaidAt(node: Node): string | null {
  switch (node['type']) {
    case 'JSXText':
      return withLetters((node['value'] as string).trim());
    case 'JSXAttribute':
      return ATTRIBUTES.has(nameOf(node['name'])) ? withLetters(textOf(node['value'])) : null;
    case 'Property':
      return PROPERTIES.has(nameOf(node['key'])) ? withLetters(textOf(node['value'])) : null;
    default: {
      const text = textOf(node);
      return text !== null && SENTENCE.test(text) ? text : null;
    }
  }
}

/** Three words or more, the second of them small, and an end. */
const SENTENCE = /\p{L}+ \p{Ll}+.* \S+[.?!:…]\s*$/su;

function withLetters(text: string | null): string | null {
  return text !== null && /\p{L}{2}/u.test(text) ? text : null;
}

/** What stands in the holes of a message is told, and never English of our own: halves of a sentence can't be translated. */
function lookInHoles(value: unknown, found: string[]): void {
  if (Array.isArray(value)) for (const one of value) lookInHoles(one, found);
  else if (isNode(value)) {
    if (value['type'] === 'ConditionalExpression')
      for (const branch of [value['consequent'], value['alternate']]) {
        const words = withLetters(textOf(branch));
        if (words !== null) found.push(words);
      }
    if (isSaying(value)) look(value, found);
    else for (const part of Object.values(value)) if (typeof part === 'object') lookInHoles(part, found);
  }
}

function nameOf(node: unknown): string {
  if (!isNode(node)) return '';
  const name = node['name'] ?? node['value'];
  return typeof name === 'string' ? name : '';
}

/** A literal as a text, with an empty place for what is put into it; null for everything else. */
function textOf(node: unknown): string | null {
  if (!isNode(node)) return null;
  if (node['type'] === 'JSXExpressionContainer') return textOf(node['expression']);
  if (node['type'] === 'Literal') return typeof node['value'] === 'string' ? node['value'] : null;
  if (node['type'] !== 'TemplateLiteral') return null;
  const quasis = node['quasis'] as readonly { readonly value: { readonly cooked: string } }[];
  return quasis.map(({ value }) => value.cooked).join('…');
}
