import { IN_DATA } from '../in-data.ts';
import { isNode, isSaying, parseSource, type Node } from './parse-source.ts';

/** A message that stands in a piece of source: its English, and where its literal is, in UTF-16 units. */
export interface FoundMessage {
  readonly text: string;
  /** Which meaning of the words it is, where they have two; empty otherwise. */
  readonly context: string;
  readonly start: number;
  readonly end: number;
}

/** What marks words before the language is known. */
const MARKING = new Set(['message', 'inData']);

/**
 * The messages in a TypeScript source, in their order. Each is a literal, or one of two that a condition chooses from.
 * Throws where a message can't be translated: put together, or said before the language is known.
 */
export function findMessages(file: string, source: string): readonly FoundMessage[] {
  const messages: FoundMessage[] = [];
  visit(parseSource(file, source), false, (node, isInFunction) => {
    if (!isSaying(node)) return;
    const [first, second] = node['arguments'] as readonly unknown[];
    const name = (node['callee'] as Node)['name'] as string;
    const found = literalsOf(first, name === 'inData' ? IN_DATA : contextOf(second));
    messages.push(...found);
    if (!isInFunction && !MARKING.has(name) && found[0])
      throw new Error(`${file}: ${found[0].text}: what is said later is marked by message(…) until then`);
  });
  return messages.toSorted((a, b) => a.start - b.start);
}

function visit(
  value: unknown,
  isInFunction: boolean,
  see: (node: Node, isInFunction: boolean) => void,
): void {
  if (Array.isArray(value)) for (const one of value) visit(one, isInFunction, see);
  else if (isNode(value)) {
    see(value, isInFunction);
    const isInside = isInFunction || (value['type'] as string).includes('Function');
    for (const part of Object.values(value)) if (typeof part === 'object') visit(part, isInside, see);
  }
}

/** Of `message('Open', 'the state')`; what `say` is given beside its words is no literal. */
function contextOf(node: unknown): string {
  return isNode(node) && node['type'] === 'Literal' && typeof node['value'] === 'string' ? node['value'] : '';
}

function literalsOf(node: unknown, context: string): readonly FoundMessage[] {
  if (!isNode(node)) return [];
  if (node['type'] === 'ConditionalExpression')
    return [...literalsOf(node['consequent'], context), ...literalsOf(node['alternate'], context)];
  const place = { context, start: node['start'] as number, end: node['end'] as number };
  if (node['type'] === 'Literal' && typeof node['value'] === 'string')
    return [{ text: node['value'], ...place }];
  if (node['type'] === 'TemplateLiteral') {
    const quasis = node['quasis'] as readonly { readonly value: { readonly cooked: string } }[];
    if (quasis.length === 1) return quasis.map(({ value }) => ({ text: value.cooked, ...place }));
    throw new Error(
      `A message is one literal, with {names} for what changes: ${JSON.stringify(quasis[0]?.value.cooked)}`,
    );
  }
  return [];
}
