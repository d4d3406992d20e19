import { parseSync } from 'vite';

/** A node of a syntax tree (ESTree, with TypeScript and JSX). */
export type Node = Readonly<Record<string, unknown>>;

/** The syntax tree of a TypeScript source. Throws where it has none. */
export function parseSource(file: string, source: string): unknown {
  const { program, errors } = parseSync(file, source, { lang: file.endsWith('x') ? 'tsx' : 'ts' });
  const [error] = errors;
  if (error) throw new Error(`${file}: ${error.message}`);
  return program;
}

export function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null && 'type' in value;
}

/** False for a source that imports nothing which says messages: it need not be parsed. */
export function mayHaveMessages(source: string): boolean {
  return /\/say(?:-parts)?\.ts'/.test(source);
}

const SAYING = new Set(['say', 'sayParts', 'message', 'inData']);

/** True for a call that says a message, or marks one. */
export function isSaying(node: Node): boolean {
  const { callee } = node;
  return (
    node['type'] === 'CallExpression' &&
    isNode(callee) &&
    callee['type'] === 'Identifier' &&
    SAYING.has(callee['name'] as string)
  );
}
