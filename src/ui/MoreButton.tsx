import type { ReactNode } from 'react';
import { flushSync } from 'react-dom';
import { say } from '../messages/say.ts';
import { Button } from './Button.tsx';

interface MoreButtonProps {
  /** How many are not drawn. */
  readonly left: number;
  /** Draws some more. */
  readonly onMore: () => void;
}

/**
 * Stands right behind a list or a table of which only a part is drawn, since all of it would hold the page up. Whoever asks
 * for more has the focus on the first of them.
 */
export function MoreButton({ left, onMore }: MoreButtonProps): ReactNode {
  if (left <= 0) return null;
  return (
    <Button
      look="quiet"
      onClick={({ currentTarget: { previousElementSibling: list } }) => {
        const drawn = itemsOf(list).length;
        flushSync(onMore);
        itemsOf(list)[drawn]?.querySelector<HTMLElement>('button, a')?.focus();
      }}
    >
      {say('{n, number} more', { n: left })}
    </Button>
  );
}

function itemsOf(list: Element | null): readonly Element[] {
  return [...(list?.querySelectorAll(':scope > li, :scope > tbody > tr') ?? [])];
}
