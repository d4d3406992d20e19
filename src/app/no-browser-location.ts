/*
 * In the place of wouter's own module of this kind (`vite.config.ts`), which follows the path that a server sees and puts
 * functions of its own in the place of the history's: here every router has `useAddress`.
 */

export function useBrowserLocation(): never {
  throw new Error('A router has no location hook.');
}

export function useSearch(): never {
  return useBrowserLocation();
}
