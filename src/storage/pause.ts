import type { After } from './saver.ts';

/** A wait before something is tried again. */
export interface Pause {
  /** Ends it soon, and not as late as it would: once, for a disk that is full is not asked without a break. */
  readonly shorten: () => void;
  /** Ends it now. */
  readonly end: () => void;
}

/** So soon, in milliseconds, when there may be room again. */
export const SOON = 500;

/** Acts when the milliseconds are over, or earlier when the pause is shortened or ended. */
export function startPause(milliseconds: number, act: () => void, after: After): Pause {
  let isOver = false;
  let isShort = false;
  const finish = (): void => {
    isOver = true;
    act();
  };
  let cancel = after(milliseconds, finish);
  return {
    shorten: () => {
      if (isOver || isShort) return;
      isShort = true;
      cancel();
      cancel = after(SOON, finish);
    },
    end: () => {
      if (isOver) return;
      cancel();
      finish();
    },
  };
}
