import type { Target } from './annotation.ts';
import { digestOf, digestWords, readingOf, type Words } from './reading.ts';

/** The field that says it, for words that bear the name of others. */
export function namedAs(targets: readonly Target[], name: string): Pick<Words, 'reading'> {
  const here = digestOf(targets);
  return name === here ? {} : { reading: { here, name } };
}

/**
 * A name of their own for words that stand elsewhere than all of these places, though they may read like one of them, with
 * the same text around them, as in a refrain or the rows of a table. Null when their digest is one already.
 */
export function nameApart(targets: readonly Target[], places: readonly Words[]): string | null {
  const plain = digestOf(targets);
  if (!places.some((place) => readingOf(place) === plain)) return null;
  return digestWords(`${plain}@${targets.map(({ position }) => position.start).join()}`);
}
