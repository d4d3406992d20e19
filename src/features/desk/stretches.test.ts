import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Block } from '../../domain/article.ts';
import { BLOCKS, stretchesOf } from './stretches.ts';

function blocksOf(kinds: readonly Block['kind'][]): readonly Block[] {
  return kinds.map((kind, index) => ({ kind, start: index * 100, end: index * 100 + 99 }));
}

const anyBlocks = fc
  .array(fc.constantFrom<Block['kind'][]>('paragraph', 'heading', 'list-item', 'quote', 'caption'), {
    maxLength: 200,
  })
  .map(blocksOf);

test('each block is in one stretch, in order', () => {
  fc.assert(
    fc.property(anyBlocks, (blocks) => {
      const indices = stretchesOf(blocks).flatMap(({ groups }) => groups.flatMap((group) => group.indices));
      expect(indices).toEqual(blocks.map((_, index) => index));
    }),
  );
});

test('what is seen first waits for nothing, and nothing is laid out in pieces of more than two stretches', () => {
  fc.assert(
    fc.property(anyBlocks, (blocks) => {
      const [first, ...others] = stretchesOf(blocks);
      expect(first?.waits ?? false).toBe(false);
      const sizes = others.map(({ groups, waits }) => {
        const counts = groups.map(({ indices }) => indices.length);
        expect(waits).toBe((counts[0] ?? 0) <= BLOCKS);
        return waits ? counts.reduce((sum, count) => sum + count, 0) : 0;
      });
      expect(Math.max(0, ...sizes)).toBeLessThanOrEqual(2 * BLOCKS);
    }),
  );
});

test('a heading stands with what is above it, so that their distances overlap as anywhere', () => {
  const text = Array.from<Block['kind']>({ length: 60 }).fill('paragraph');
  for (let at = 1; at < text.length; at += 1) {
    const stretches = stretchesOf(blocksOf(text.toSpliced(at, 0, 'heading')));
    expect(stretches.filter(({ groups }) => groups[0]?.indices[0] === at)).toEqual([]);
  }
});

test('a book of a thousand blocks is some sixty stretches', () => {
  const blocks = blocksOf(Array.from({ length: 1000 }, () => 'paragraph' as const));
  expect(stretchesOf(blocks)).toHaveLength(1 + Math.ceil((1000 - 12) / BLOCKS));
});
