import { parseSync } from 'vite';

/** A message that stands in a piece of source: its English, and where its literal is, in UTF-16 units. */
export interface FoundMessage {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

const SAYING = new Set(['say', 'sayParts', 'message']);

/** The messages in a TypeScript source, in their order. Each is a literal, or one of two that a condition chooses from. */
export function findMessages(file: string, source: string): readonly FoundMessage[] {
  const { program, errors } = parseSync(file, source, { lang: file.endsWith('x') ? 'tsx' : 'ts' });
  const [error] = errors;
  if (error) throw new Error(`${file}: ${error.message}`);
  const messages: FoundMessage[] = [];
  visit(program, (node) => {
    if (node['type'] !== 'CallExpression' || !isSaying(node['callee'])) return;
    const [first] = node['arguments'] as readonly unknown[];
    messages.push(...literalsOf(first));
  });
  return messages.toSorted((a, b) => a.start - b.start);
}

type Node = Readonly<Record<string, unknown>>;

function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null && 'type' in value;
}

function visit(value: unknown, see: (node: Node) => void): void {
  if (Array.isArray(value)) for (const one of value) visit(one, see);
  else if (isNode(value)) {
    see(value);
    for (const part of Object.values(value)) if (typeof part === 'object') visit(part, see);
  }
}

function isSaying(callee: unknown): boolean {
  return isNode(callee) && callee['type'] === 'Identifier' && SAYING.has(callee['name'] as string);
}

function literalsOf(node: unknown): readonly FoundMessage[] {
  if (!isNode(node)) return [];
  if (node['type'] === 'ConditionalExpression')
    return [...literalsOf(node['consequent']), ...literalsOf(node['alternate'])];
  const place = { start: node['start'] as number, end: node['end'] as number };
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
