import type { Block } from './article.ts';

/** Neighbouring blocks that belong into one element: the items of a list, or a single block of another kind. */
export interface BlockGroup {
  readonly list: 'ordered' | 'bulleted' | null;
  /** Indices into the blocks, in order. */
  readonly indices: readonly number[];
}

/** Gathers neighbouring list items of one kind, so that they are read out as one list. */
export function groupBlocks(blocks: readonly Block[]): readonly BlockGroup[] {
  const groups: { list: BlockGroup['list']; indices: number[] }[] = [];
  blocks.forEach((block, index) => {
    const list = block.kind === 'list-item' ? (block.ordered ? 'ordered' : 'bulleted') : null;
    const last = groups.at(-1);
    if (last && list !== null && last.list === list) last.indices.push(index);
    else groups.push({ list, indices: [index] });
  });
  return groups;
}

/** The number that the text gives to a list item, in the marker before it; the list may begin anywhere or have gaps. */
export function numberOf(
  { text, blocks }: { readonly text: string; readonly blocks: readonly Block[] },
  index: number,
): number | undefined {
  const block = blocks[index];
  if (block?.kind !== 'list-item' || !block.ordered) return undefined;
  const marker = text.slice(blocks[index - 1]?.end ?? 0, block.start);
  const digits = /(\d{1,6})\D*$/.exec(marker)?.[1];
  return digits === undefined ? undefined : Number(digits);
}
