/*
 * In the place of query-core's module of this kind (`vite.config.ts`), which every query brings along: there is no list here
 * that comes page by page.
 */

export function infiniteQueryBehavior(): never {
  throw new Error('Queries of many pages are left out of this build.');
}

export function hasNextPage(): never {
  return infiniteQueryBehavior();
}

export function hasPreviousPage(): never {
  return infiniteQueryBehavior();
}
