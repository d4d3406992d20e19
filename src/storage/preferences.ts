import type { StorageLike } from './local-shelf.ts';

/** Short texts by name, such as the theme, that may be kept or not. Never throws. */
export interface Preferences {
  readonly getItem: (name: string) => string | null;
  readonly setItem: (name: string, value: string) => void;
}

/**
 * Keeps preferences in localStorage and never throws: where the browser blocks it (`null`) or has no room, they last as
 * long as the tab. Of records that is said to the person; of a theme it is worth no warning.
 */
export function preferencesIn(storage: Pick<StorageLike, 'getItem' | 'setItem'> | null): Preferences {
  return {
    getItem: (name) => attempt(() => storage?.getItem(name)) ?? null,
    setItem: (name, value) => void attempt(() => storage?.setItem(name, value)),
  };
}

function attempt<T>(access: () => T): T | null {
  try {
    return access();
  } catch {
    return null;
  }
}
