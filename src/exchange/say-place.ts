import { say } from '../messages/say.ts';

/** "line 12", as an editor counts: from 1, and without a mark in thousands. */
export function sayLine(line: number): string {
  return say('line {line}', { line: String(line) });
}

/** "item 3": the name of a member of a list by its index. */
export function sayItem(index: number): string {
  return say('item {n, number}', { n: index + 1 });
}
