import type { Range } from './article.ts';
import { firstEndingAfter } from './coverage.ts';

/** True when one block holds the whole stretch; UTF-16 units. */
export function isInOneBlock(blocks: readonly Range[], start: number, end: number): boolean {
  const block = blocks[firstEndingAfter(blocks, start)];
  return block !== undefined && block.start <= start && end <= block.end;
}
