import { textsOf, type Taken } from './holding.ts';
import { areSameVersion } from './kept.ts';
import type { Texts } from './local-shelf.ts';
import type { Memory } from './memory.ts';
import type { Mirror } from './mirror.ts';
import { changesOf } from './standing.ts';
import { factCheckOf, factChecksOf } from './storage-key.ts';
import { newsIn, type Watchers } from './watchers.ts';
import { serialiseKept } from './written-value.ts';

export interface HearingParts {
  readonly memory: Memory;
  readonly watchers: Watchers;
  readonly mirror: Mirror;
  /** Takes in what stands in localStorage under these keys now. */
  readonly lookAround: (keys: readonly string[]) => void;
  /** Takes texts to the database, where there is one. */
  readonly secure: (texts: Texts) => void;
}

/**
 * Takes in what another tab wrote, tells who watches, and gives the texts that stand under these keys then. What did not
 * come from the database is taken there too: the other tab may die before it has done that, and from now on work in this
 * tab rests on it.
 */
export type Hear = (texts: Texts, from?: 'database') => Texts;

export function createHear({ memory, watchers, mirror, lookAround, secure }: HearingParts): Hear {
  let isLooking = false;
  /** What is heard may be old: what somebody has written since must not be written over. */
  const lookFirst = (keys: readonly string[]): void => {
    if (isLooking) return;
    isLooking = true;
    lookAround(keys);
    isLooking = false;
  };

  /** What stands now under the keys of these, copies first. */
  const textsNow = (taken: readonly Taken[]): Texts => {
    const keys = [...textsOf(taken).keys()];
    lookFirst(keys);
    return new Map(
      keys.flatMap((key) => {
        const version = memory.of(factCheckOf(key) ?? '').kept.get(key);
        return version ? [[key, serialiseKept(version)] as const] : [];
      }),
    );
  };

  return (texts, from) => {
    const ids = factChecksOf(texts.keys());
    const all = [...ids].flatMap((id) => {
      const taken = memory.take(id, texts);
      watchers.tell(id, changesOf(newsIn(taken), memory.of(id).kept), []);
      return taken;
    });
    const ours = all.filter(({ version }) => !memory.of(version.place.factCheckId).isNewer);
    const contested = ours.filter(({ version, stands }) => !areSameVersion(version, stands));
    if (contested.length > 0) mirror.write(textsNow(contested));
    const unsure = from === 'database' ? contested : ours;
    if (unsure.length > 0) secure(textsNow(unsure));
    watchers.tellList();
    return textsNow(all);
  };
}
