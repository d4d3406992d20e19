import type { Block } from '../../domain/article.ts';
import { groupBlocks, type BlockGroup } from '../../domain/group-blocks.ts';

/** Neighbouring blocks that the browser lays out together, once they come near the view. */
export interface Stretch {
  readonly groups: readonly BlockGroup[];
  /** Whether it waits for that. What is seen first does not, nor does a list of more than `BLOCKS`: its items do. */
  readonly waits: boolean;
  /** About how many lines it takes in a wide window, with the air below its blocks. */
  readonly lines: number;
}

/** What is in view when an article is opened. */
const FIRST_BLOCKS = 12;
export const BLOCKS = 16;
/** UTF-16 units a line, and the air below a block in lines. */
const UNITS = 58;
const AIR = 0.7;

/**
 * Parts an article into stretches: the browser looks at each one of what waits after every change of the layout, so that
 * a book must not be thousands of them.
 */
export function stretchesOf(blocks: readonly Block[]): readonly Stretch[] {
  const stretches: { groups: BlockGroup[]; waits: boolean; lines: number; room: number }[] = [];
  for (const group of groupBlocks(blocks)) {
    const count = group.indices.length;
    const lines = group.indices.reduce((sum, index) => sum + linesOf(blocks[index]), 0);
    // A heading keeps its distance to what is above it only where both are laid out together.
    const beyond = blocks[group.indices[0] ?? 0]?.kind === 'heading' ? BLOCKS : 0;
    const last = stretches.at(-1);
    if (last && count <= last.room + beyond) {
      last.groups.push(group);
      last.lines += lines;
      last.room -= count;
    } else {
      const isLong = count > BLOCKS;
      const room = isLong ? 0 : (last ? BLOCKS : FIRST_BLOCKS) - count;
      stretches.push({ groups: [group], waits: last !== undefined && !isLong, lines, room });
    }
  }
  return stretches;
}

function linesOf(block: Block | undefined): number {
  return block ? Math.ceil((block.end - block.start) / UNITS) + AIR : 0;
}
