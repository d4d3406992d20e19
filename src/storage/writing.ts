import { say } from '../messages/say.ts';
import type { Id } from '../domain/record.ts';
import { textsOf } from './holding.ts';
import type { KeepingTexts } from './keep-texts.ts';
import { areSameVersion, type Kept } from './kept.ts';
import type { Texts } from './local-shelf.ts';
import type { Memory } from './memory.ts';
import { textsRestedOn } from './rests-on.ts';
import { NEWER } from './sentences.ts';
import { changesOf } from './standing.ts';
import { keyOf } from './storage-key.ts';
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
}

export interface Writing {
  /** Takes in versions that were made in this tab, and keeps what stands then. */
  readonly write: (id: Id, made: readonly Kept[]) => Promise<SaveResult>;
}

export function createWriting(parts: WritingParts): Writing {
  const { memory, watchers, lookAround, keepTexts, isSecured, secure } = parts;
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

  return { write };
}
