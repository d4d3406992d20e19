import { say } from '../messages/say.ts';
import type { Clock } from '../domain/clock.ts';
import type { FactCheckHead } from '../domain/fact-check.ts';
import type { Id } from '../domain/record.ts';
import { assembleFactCheck } from './assemble.ts';
import { textsOf } from './holding.ts';
import type { KeepingTexts } from './keep-texts.ts';
import { areSameVersion, type Kept } from './kept.ts';
import type { Texts } from './local-shelf.ts';
import type { Memory } from './memory.ts';
import { textsRestedOn } from './rests-on.ts';
import { NEWER, NOT_HERE } from './sentences.ts';
import { changesOf } from './standing.ts';
import { headKeyOf, keyOf } from './storage-key.ts';
import type { SaveResult } from './store.ts';
import { newsIn, type Watchers } from './watchers.ts';

export interface WritingParts {
  readonly memory: Memory;
  readonly watchers: Watchers;
  /** Takes in what other tabs have written under these keys, though the word of it has not come yet. */
  readonly lookAround: (keys: readonly string[]) => void;
  readonly keepTexts: KeepingTexts['keepTexts'];
  /** True when all that this tab knows of the fact check is in a database, or handed over to be. */
  readonly isSecured: (id: Id) => boolean;
  /** Takes texts to the database, where there is one. */
  readonly secure: (texts: Texts) => void;
  readonly clock: Clock;
}

export interface Writing {
  /** Takes in versions that were made in this tab, and keeps what stands then. */
  readonly write: (id: Id, made: readonly Kept[]) => Promise<SaveResult>;
  /** Writes a version of the title record; when that can't be read, of the one that was made in its place. */
  readonly writeHead: (
    id: Id,
    make: (head: FactCheckHead, held: Kept | undefined, clock: Clock) => Kept,
  ) => Promise<SaveResult>;
}

export function createWriting(parts: WritingParts): Writing {
  const { memory, watchers, lookAround, keepTexts, isSecured, secure, clock } = parts;
  const write: Writing['write'] = (id, made) => {
    const holding = memory.of(id);
    const known = holding.state();
    lookAround(made.map(({ place }) => keyOf(place)));
    const hasHeard = holding.state() !== known;
    if (holding.isNewer) return Promise.resolve({ ok: false, problem: say(NEWER) });
    const taken = made.map((version) => holding.take(version));
    const contested = taken.filter(
      ({ version, stands, copies }) => copies.length > 0 || !areSameVersion(version, stands),
    );
    const { changed, heldUp = [], removed } = changesOf(newsIn(taken), holding.kept);
    // What was made is shown already, unless something that was heard just now has come over it.
    const unlikeShown = new Set((hasHeard ? taken : contested).map(({ stands }) => stands.record));
    watchers.tell(id, { changed: changed.filter((record) => unlikeShown.has(record)), heldUp, removed });
    if (contested.length > 0) watchers.tellList();
    if (!isSecured(id)) secure(textsRestedOn(id, made, holding.kept));
    return keepTexts(textsOf(taken));
  };

  return {
    write,
    writeHead: (id, make) => {
      const { kept } = memory.of(id);
      const held = kept.get(headKeyOf(id));
      const known = assembleFactCheck(id, kept, clock);
      const head = held?.record ?? (known.ok ? known.factCheck.tables['fact-check'].get(id) : undefined);
      if (head?.type !== 'fact-check') return Promise.resolve({ ok: false, problem: say(NOT_HERE) });
      return write(id, [make(head, held, clock)]);
    },
  };
}
