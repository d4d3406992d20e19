import type { Clock } from '../domain/clock.ts';
import type { Id } from '../domain/record.ts';
import { createHolding, type Holding, type Taken } from './holding.ts';
import type { Kept } from './kept.ts';
import type { LocalShelf, Texts } from './local-shelf.ts';
import { quarantineEntry, type Damage } from './quarantine.ts';
import { prefixOf } from './storage-key.ts';
import type { Finding, Store } from './store.ts';
import { serialiseKept } from './written-value.ts';

/** What this tab knows of all fact checks; each is read from localStorage when it is first asked for. */
export interface Memory {
  readonly of: (id: Id) => Holding;
  readonly isLoaded: (id: Id) => boolean;
  readonly loadedIds: () => readonly Id[];
  /** Lets go of what is known, to be read again. */
  readonly forget: (id: Id) => void;
  readonly ids: () => ReadonlySet<Id>;
  /** The texts of all that this tab has read or made, but for what a newer version has a part in. */
  readonly textsKnown: () => Texts;
  /** Takes in texts of one fact check; those that can't be read go into quarantine. */
  readonly take: (id: Id, texts: Texts) => readonly Taken[];
  /**
   * Puts a version in the place of the same one in words that are damaged; the text that was found so goes into quarantine.
   * `taken` is null when something else stands; `isNews` is false when the damage was known.
   */
  readonly mend: (
    id: Id,
    damage: Damage,
    mended: Kept,
  ) => { readonly taken: Taken | null; readonly isNews: boolean };
  /** Takes note of what the person must be told. */
  readonly note: (found: readonly Finding[]) => void;
  /** True as long as that has not been taken. */
  readonly hasFindings: (id: Id) => boolean;
  readonly takeFindings: Store['takeFindings'];
}

export interface MemoryParts {
  readonly shelf: LocalShelf | null;
  readonly clock: Clock;
  /** Takes quarantine entries to wherever there is room, and says whether that was done at once. */
  readonly keepDamage: (entries: Texts) => boolean;
  /** Is told when it turns out that a newer version has saved something of a fact check that was read before. */
  readonly becameNewer: (id: Id) => void;
  /** Is told of all that localStorage had of a fact check and that can be read. */
  readonly wasRead: (id: Id, texts: Texts) => void;
}

export function createMemory({ shelf, clock, keepDamage, becameNewer, wasRead }: MemoryParts): Memory {
  const holdings = new Map<Id, Holding>();
  const findings: Finding[] = [];

  /** The damaged text leaves its place only when it has another. Returns how many are news. */
  const quarantine = (damages: readonly Damage[]): number => {
    let found = 0;
    for (const damage of damages) {
      const [key, text] = quarantineEntry(damage, clock.instant());
      // A copy that nothing heals is found damaged at each start: that was said.
      const known = shelf?.textAt(key) ?? null;
      if (known === null) found += 1;
      const isStillThere = shelf?.textAt(damage.key) === damage.text;
      if (keepDamage(new Map([[key, known ?? text]])) && isStillThere) shelf.remove(damage.key);
    }
    return found;
  };

  const quarantineAndTell = (id: Id, damages: readonly Damage[]): void => {
    const found = quarantine(damages);
    if (found > 0) findings.push({ kind: 'damaged', factCheckId: id, count: found });
  };

  const of = (id: Id): Holding => {
    const known = holdings.get(id);
    if (known) return known;
    let isRead = false;
    const holding = createHolding(clock, () => {
      if (isRead) becameNewer(id);
    });
    holdings.set(id, holding);
    if (shelf) {
      const texts = shelf.read(id);
      const { damages } = holding.takeTexts(texts);
      quarantineAndTell(id, damages);
      const damaged = new Set(damages.map(({ key }) => key));
      wasRead(id, damaged.size === 0 ? texts : new Map([...texts].filter(([key]) => !damaged.has(key))));
    }
    isRead = true;
    return holding;
  };

  return {
    of,
    isLoaded: (id) => holdings.has(id),
    loadedIds: () => [...holdings.keys()],
    forget: (id) => void holdings.delete(id),
    ids: () => new Set([...holdings.keys(), ...(shelf?.factChecks() ?? [])]),
    textsKnown: () => {
      const known = [...holdings.values()].filter(({ isNewer }) => !isNewer);
      const versions = known.flatMap(({ kept }) => [...kept]);
      return new Map(versions.map(([key, version]) => [key, serialiseKept(version)]));
    },
    take: (id, texts) => {
      const prefix = prefixOf(id);
      const own = new Map([...texts].filter(([key]) => key.startsWith(prefix)));
      const { taken, damages } = of(id).takeTexts(own);
      quarantineAndTell(id, damages);
      return taken;
    },
    mend: (id, damage, mended) => {
      const isNews = quarantine([damage]) > 0;
      return { taken: of(id).mend(mended), isNews };
    },
    note: (found) => void findings.push(...found),
    hasFindings: (id) => findings.some(({ factCheckId }) => factCheckId === id),
    takeFindings: () => findings.splice(0),
  };
}
