import type { DurableSide } from './durable-side.ts';
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
  readonly durable: Pick<DurableSide, 'save'>;
}

/** Takes in what another tab wrote, tells who watches, and says what came of it. */
export type Hear = (texts: Texts) => readonly Taken[];

export function createHear({ memory, watchers, mirror, durable }: HearingParts): Hear {
  return (texts) => {
    const ids = factChecksOf(texts.keys());
    const all = [...ids].flatMap((id) => {
      const taken = memory.take(id, texts);
      watchers.tell(id, changesOf(newsIn(taken), memory.of(id).kept), []);
      return taken;
    });
    const contested = all.filter(({ version, stands }) => !areSameVersion(version, stands));
    const overruled = textsOf(
      contested.filter(({ version }) => !memory.of(version.place.factCheckId).isNewer),
    );
    if (overruled.size > 0) {
      mirror.write(overruled);
      void durable.save(overruled);
    }
    watchers.tellList();
    return all;
  };
}
