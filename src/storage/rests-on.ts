import { pointersOf, type RecordName } from '../domain/pointers.ts';
import type { Id } from '../domain/record.ts';
import type { Kept } from './kept.ts';
import type { Texts } from './local-shelf.ts';
import { keyOf } from './storage-key.ts';
import { serialiseKept } from './written-value.ts';

/**
 * What these versions can't be shown without: the title record, and all that they point at, directly or through others;
 * copies of versions that lost come before those that have seen them.
 */
export function textsRestedOn(
  factCheckId: Id,
  made: readonly Kept[],
  kept: ReadonlyMap<string, Kept>,
): Texts {
  const texts = new Map<string, string>();
  const isMade = new Set(made.map(({ place }) => keyOf(place)));
  const follow = (names: readonly RecordName[]): void => {
    for (const { type, id } of names) {
      const key = keyOf({ factCheckId, type, id });
      const version = kept.get(key);
      if (!version || texts.has(key) || isMade.has(key)) continue;
      texts.set(key, serialiseKept(version));
      follow(pointersOf(version.record));
    }
  };
  follow([{ type: 'fact-check', id: factCheckId }, ...made.flatMap(({ record }) => pointersOf(record))]);
  const copies = [...kept].filter(
    ([
      ,
      {
        place: { version, ...place },
      },
    ]) => version && texts.has(keyOf(place)),
  );
  return new Map([...copies.map(([key, copy]) => [key, serialiseKept(copy)] as const), ...texts]);
}
