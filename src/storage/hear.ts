import { pointersOf } from '../domain/pointers.ts';
import type { Id } from '../domain/record.ts';
import { textsOf, type Taken } from './holding.ts';
import { areSameVersion } from './kept.ts';
import type { Texts } from './local-shelf.ts';
import type { Memory } from './memory.ts';
import type { Mirror } from './mirror.ts';
import { textsRestedOn } from './rests-on.ts';
import { changesOf } from './standing.ts';
import { factCheckOf, factChecksOf, keyOf } from './storage-key.ts';
import { newsIn, type Watchers } from './watchers.ts';

export interface HearingParts {
  readonly memory: Memory;
  readonly watchers: Watchers;
  readonly mirror: Mirror;
  /** Takes in what stands in localStorage under these keys now. */
  readonly lookAround: (keys: readonly string[]) => void;
  /** True when all that this tab knows of the fact check is in a database, or handed over to be. */
  readonly isSecured: (id: Id) => boolean;
  /** Takes texts to the database, where there is one. */
  readonly secure: (texts: Texts) => void;
}

/**
 * Takes in what another tab wrote, tells who watches, and gives the texts that stand under these keys then. What did not
 * come from the database is taken there too: the other tab may die before it has done that, and from now on work in this
 * tab rests on it.
 */
export type Hear = (texts: Texts, from?: 'database') => Texts;

export function createHear(parts: HearingParts): Hear {
  const { memory, watchers, mirror, lookAround, isSecured, secure } = parts;
  let isLooking = false;
  /** What is heard may be old: what somebody has written since must not be written over. */
  const lookFirst = (keys: readonly string[]): void => {
    if (isLooking) return;
    isLooking = true;
    lookAround(keys);
    isLooking = false;
  };

  /**
   * Takes in what belongs to these and is not known here. What stands has seen the versions that lost: taken to the database
   * without their copies it would make them be forgotten there. And without what it hangs on it could not be shown.
   */
  const lookBeside = (taken: readonly Taken[]): void => {
    const beside = taken.flatMap(({ stands: { place, record, lost = [] } }) => [
      ...lost.map((version) => keyOf({ ...place, version })),
      ...pointersOf(record).map(({ type, id }) => keyOf({ factCheckId: place.factCheckId, type, id })),
    ]);
    const unknown = beside.filter((key) => !memory.of(factCheckOf(key) ?? '').kept.has(key));
    if (unknown.length > 0) lookAround(unknown);
  };

  /** What these rest on, as long as it may be in this tab and in localStorage only. */
  const restOf = (taken: readonly Taken[]): Texts => {
    const ids = factChecksOf(taken.map(({ stands }) => keyOf(stands.place)));
    const texts = [...ids]
      .filter((id) => !isSecured(id))
      .flatMap((id) => {
        const own = taken.map(({ stands }) => stands).filter(({ place }) => place.factCheckId === id);
        return [...textsRestedOn(id, own, memory.of(id).kept)];
      });
    return new Map(texts);
  };

  /**
   * What stands now under the keys of these, and first the copies of versions that lost against it: without them it would
   * make them be forgotten.
   */
  const textsNow = (taken: readonly Taken[]): Texts => {
    const keys = [...textsOf(taken).keys()];
    lookFirst(keys);
    return textsOf(
      keys.flatMap((key) => {
        const { kept } = memory.of(factCheckOf(key) ?? '');
        const stands = kept.get(key);
        if (!stands) return [];
        const copies = stands.lost?.flatMap((version) => kept.get(keyOf({ ...stands.place, version })) ?? []);
        return [{ stands, copies: copies ?? [] }];
      }),
    );
  };

  return (texts, from) => {
    const ids = factChecksOf(texts.keys());
    const all = [...ids].flatMap((id) => {
      const taken = memory.take(id, texts);
      watchers.tell(id, changesOf(newsIn(taken), memory.of(id).kept));
      lookBeside(taken);
      return taken;
    });
    const ours = all.filter(({ version }) => !memory.of(version.place.factCheckId).isNewer);
    const contested = ours.filter(({ version, stands }) => !areSameVersion(version, stands));
    if (contested.length > 0) mirror.write(textsNow(contested));
    const unsure = from === 'database' ? contested : ours;
    if (unsure.length > 0) {
      const now = textsNow(unsure);
      mirror.replace(now);
      secure(new Map([...restOf(unsure), ...now]));
    }
    watchers.tellList();
    return textsNow(all);
  };
}
