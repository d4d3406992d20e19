import { textsOf, type Taken } from './holding.ts';
import { areSameVersion } from './kept.ts';
import type { Texts } from './local-shelf.ts';
import type { Memory } from './memory.ts';
import type { Mirror } from './mirror.ts';
import { changesOf } from './standing.ts';
import { factChecksOf } from './storage-key.ts';
import { newsIn, type Watchers } from './watchers.ts';

export interface HearingParts {
  readonly memory: Memory;
  readonly watchers: Watchers;
  readonly mirror: Mirror;
  /** Takes texts to the database, where there is one. */
  readonly secure: (texts: Texts) => void;
}

/**
 * Takes in what another tab wrote, tells who watches, and says what came of it. What did not come from the database is
 * taken there too: the other tab may die before it has done that, and from now on work in this tab rests on it.
 */
export type Hear = (texts: Texts, from?: 'database') => readonly Taken[];

export function createHear({ memory, watchers, mirror, secure }: HearingParts): Hear {
  return (texts, from) => {
    const ids = factChecksOf(texts.keys());
    const all = [...ids].flatMap((id) => {
      const taken = memory.take(id, texts);
      watchers.tell(id, changesOf(newsIn(taken), memory.of(id).kept), []);
      return taken;
    });
    const ours = all.filter(({ version }) => !memory.of(version.place.factCheckId).isNewer);
    const contested = ours.filter(({ version, stands }) => !areSameVersion(version, stands));
    if (contested.length > 0) mirror.write(textsOf(contested));
    const unsure = from === 'database' ? contested : ours;
    if (unsure.length > 0) secure(textsOf(unsure));
    watchers.tellList();
    return all;
  };
}
