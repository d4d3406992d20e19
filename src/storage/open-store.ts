import type { Clock } from '../domain/clock.ts';
import type { FactCheckHead } from '../domain/fact-check.ts';
import { sayTheSame, type Id } from '../domain/record.ts';
import { assembleFactCheck } from './assemble.ts';
import type { DurablePlace } from './durable-shelf.ts';
import { createDurableSide, type DurableSide } from './durable-side.ts';
import { textsOf, type Taken } from './holding.ts';
import { areSameVersion, type Kept } from './kept.ts';
import { createLocalShelf, type StorageLike, type Texts } from './local-shelf.ts';
import { listQuarantine } from './list-quarantine.ts';
import { createMemory } from './memory.ts';
import { measureUsage } from './measure-usage.ts';
import { createMirror, type Channel } from './mirror.ts';
import { createOpening } from './opening.ts';
import { afterTimeout, atMost } from './patience.ts';
import { createPersistence, type StorageManagerLike } from './persistence.ts';
import { quarantineEntry } from './quarantine.ts';
import { conflictsKnown, listKnown } from './read-memory.ts';
import { readMessage } from './read-message.ts';
import type { After } from './saver.ts';
import { FULL, MIRROR_FULL, NEWER, NO_LOCAL_STORAGE, NOT_HERE, NOTHING_KEPT, ONE_COPY } from './sentences.ts';
import { factCheckOf, headKeyOf, keyOf, QUARANTINE_PREFIX } from './storage-key.ts';
import { changesOf, releasedBy } from './standing.ts';
import type { SaveResult, Store } from './store.ts';
import {
  versionOfConflict,
  versionOfDismissed,
  versionOfRemoved,
  versionOfRestored,
  versionsOfChange,
  versionsOfNew,
} from './versions.ts';
import { createWatchers, newsIn } from './watchers.ts';

/** What another tab did to one key of localStorage, as the browser's `storage` event says it. */
export interface StorageSignal {
  readonly key: string | null;
  readonly newValue: string | null;
}

export interface StoreParts {
  /** Null where the browser blocks it. */
  readonly localStorage: StorageLike | null;
  readonly clock: Clock;
  /** Subscribes to what other tabs do to localStorage. */
  readonly listen: (listener: (signal: StorageSignal) => void) => void;
  /** Where the copy is kept that "Saved" rests on. Where there is none, localStorage has to do. */
  readonly durable?: DurablePlace | null;
  /** Carries to other tabs what localStorage has no room for. */
  readonly channel?: Channel | null;
  /** Tells how much room there is, and can be asked to keep what is there. */
  readonly manager?: StorageManagerLike | null;
  readonly after?: After;
}

/** Far enough below the browsers' 5,242,880 that two tabs which fill it at once do not overrun it. */
const MOST_MIRRORED = 4_000_000;
/** Longer values, which are articles, are kept in the database alone. */
const LONGEST_MIRRORED = 400_000;
/** Who asks is answered with what is known when the database has not answered for so long (milliseconds). */
const PATIENCE = 5000;

/**
 * Opens the store of this browser. localStorage is what the page is painted from and what tabs share; the durable copy is
 * what "Saved" rests on; once per start the two are compared in the background, and each heals the other.
 */
export function openStore(parts: StoreParts): Store {
  const { clock, listen, channel = null, manager = null, after = afterTimeout } = parts;
  const watchers = createWatchers();

  // These know of each other: the shelf's limit depends on whether there is a second copy, which is read through memory.
  const isDurable = (): boolean => durable.isInUse();
  const shelf =
    parts.localStorage &&
    createLocalShelf(parts.localStorage, () => (isDurable() ? MOST_MIRRORED : Infinity));
  const mirror = createMirror(shelf, channel, (text) => text.length <= LONGEST_MIRRORED || !isDurable());
  const memory = createMemory(shelf, clock, (entries) => {
    void durable.save(entries);
    return shelf?.write(entries) ?? false;
  });
  const durable: DurableSide = createDurableSide({
    place: parts.durable ?? null,
    after,
    clock,
    shelf,
    memory,
    mirror,
    heard: (overruled) => void mirror.write(textsOf(hear(overruled))),
    recovered: (id, { taken, notices }) => {
      watchers.tell(id, changesOf(taken, memory.of(id).kept), opening.isOpened(id) ? notices : []);
      if (!opening.isOpened(id)) for (const notice of notices) memory.leaveNotice(id, notice);
      if (taken.length > 0) watchers.tellList();
    },
    changed: watchers.tellState,
  });

  const opening = createOpening({ memory, durable, clock, after, patience: PATIENCE });
  const persistence = createPersistence({ manager, place: parts.durable ?? null, shelf, clock });

  /** Takes in what another tab wrote, tells who watches, and says what came of it. */
  const hear = (texts: Texts): readonly Taken[] => {
    const ids = new Set([...texts.keys()].flatMap((key) => factCheckOf(key) ?? []));
    const all = [...ids].flatMap((id) => {
      const wasNewer = memory.of(id).isNewer;
      const taken = memory.take(id, texts);
      const isNowNewer = !wasNewer && memory.of(id).isNewer;
      watchers.tell(id, changesOf(newsIn(taken), memory.of(id).kept), isNowNewer ? [NEWER] : []);
      return taken;
    });
    const overruled = textsOf(all.filter(({ version, stands }) => !areSameVersion(version, stands)));
    if (overruled.size > 0) {
      mirror.write(overruled);
      void durable.save(overruled);
    }
    watchers.tellList();
    return all;
  };

  const acknowledge = async (texts: Texts, isMirrored: boolean): Promise<SaveResult> => {
    if (isDurable()) {
      const saved = await durable.save(texts);
      if (saved.ok && isMirrored) return saved;
      if (saved.ok) return { ok: true, note: shelf ? MIRROR_FULL : NO_LOCAL_STORAGE };
      if (isDurable()) return saved;
    }
    if (!shelf) return { ok: false, problem: NOTHING_KEPT };
    // Without a second copy everything has to go into localStorage, long texts too.
    return mirror.write(new Map()) ? { ok: true, note: ONE_COPY } : { ok: false, problem: FULL };
  };

  const write = (id: Id, made: readonly Kept[]): Promise<SaveResult> => {
    const holding = memory.of(id);
    if (holding.isNewer) return Promise.resolve({ ok: false, problem: NEWER });
    const taken = made.map((version) => holding.take(version));
    const contested = taken.filter(
      ({ version, stands, copies }) => copies.length > 0 || !areSameVersion(version, stands),
    );
    const { changed, removed } = changesOf(newsIn(contested), holding.kept);
    const released = releasedBy(taken, holding.kept);
    watchers.tell(id, { changed, removed: [...removed, ...released] }, []);
    if (contested.length > 0) watchers.tellList();
    const texts = textsOf(taken);
    return acknowledge(texts, mirror.write(texts));
  };

  /** Writes a version of the title record; when that can't be read, of the one that was made in its place. */
  const writeHead = (
    id: Id,
    make: (head: FactCheckHead, held: Kept | undefined, clock: Clock) => Kept,
  ): Promise<SaveResult> => {
    const { kept } = memory.of(id);
    const held = kept.get(headKeyOf(id));
    const known = assembleFactCheck(id, kept.values(), clock);
    const head = held?.record ?? (known.ok ? known.factCheck.tables['fact-check'].get(id) : undefined);
    if (head?.type !== 'fact-check') return Promise.resolve({ ok: false, problem: NOT_HERE });
    return write(id, [make(head, held, clock)]);
  };

  listen(({ key, newValue }) => {
    if (key === null) return;
    shelf?.note(key, newValue);
    const id = factCheckOf(key);
    // Absence never means removed, and what nobody has asked for yet will be read when somebody does.
    if (newValue !== null && id !== null && memory.isLoaded(id)) hear(new Map([[key, newValue]]));
    else if (id !== null) watchers.tellList();
  });
  channel?.listen((message) => void hear(readMessage(message)));
  void durable.reconcileAll();
  persistence.renew();

  return {
    list: async () => {
      const painted = listKnown(memory, clock);
      // What can't be read here may be whole in the other copy.
      const isComplete = painted.length > 0 && painted.every(({ language }) => language !== '');
      if (!isComplete) await atMost(PATIENCE, durable.reconcileAll(), after);
      return isComplete ? painted : listKnown(memory, clock);
    },
    open: opening.open,
    read: opening.read,
    create: (factCheck) => write(factCheck.id, versionsOfNew(factCheck)),
    save: (id, change) => {
      const heldAt = (key: string): Kept | undefined => memory.of(id).kept.get(key);
      const saved = write(id, versionsOfChange(id, change, heldAt, clock));
      if (change.added.some(({ type }) => type === 'annotation')) persistence.askOnce();
      return saved;
    },
    remove: (id) => writeHead(id, versionOfRemoved),
    restore: (id) => writeHead(id, versionOfRestored),
    conflicts: (id) => Promise.resolve(conflictsKnown(memory, id)),
    dismissConflict: ({ factCheckId, record: { type, id, rev } }) => {
      const copy = memory.of(factCheckId).kept.get(keyOf({ factCheckId, type, id, version: rev }));
      return copy
        ? write(factCheckId, [versionOfDismissed(copy, clock)])
        : Promise.resolve({ ok: false, problem: NOT_HERE });
    },
    keepConflict: ({ factCheckId, record }) => {
      const stands = memory
        .of(factCheckId)
        .kept.get(keyOf({ factCheckId, type: record.type, id: record.id }));
      const isKnown = stands !== undefined && sayTheSame(stands.record, record);
      return isKnown
        ? Promise.resolve({ ok: true })
        : write(factCheckId, [versionOfConflict(factCheckId, record)]);
    },
    keepQuarantined: (entries) => {
      const texts = new Map(
        entries.map(({ key, raw, reason, at }) => quarantineEntry({ key, text: raw, problem: reason }, at)),
      );
      return acknowledge(texts, mirror.write(texts));
    },
    quarantine: async () => {
      await atMost(PATIENCE, durable.reconcileAll(), after);
      const durableEntries = await atMost(PATIENCE, durable.readAll(QUARANTINE_PREFIX), after);
      return listQuarantine({ shelf, memory, clock, durableEntries: durableEntries ?? new Map() });
    },
    usage: () => {
      const isMirrored = mirror.write(new Map());
      const mostMirrored = MOST_MIRRORED;
      return measureUsage({ shelf, manager, persistence, mostMirrored, isMirrored, isDurable: isDurable() });
    },
    watch: watchers.watch,
    watchList: watchers.watchList,
    state: durable.state,
    watchState: watchers.watchState,
  };
}
