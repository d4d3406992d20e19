import { say } from '../messages/say.ts';
import type { Clock } from '../domain/clock.ts';
import type { DurablePlace } from './durable-shelf.ts';
import { createDurableSide, type DurableSide } from './durable-side.ts';
import { createHear } from './hear.ts';
import { createKeepingTexts } from './keep-texts.ts';
import type { FromElsewhere } from './from-elsewhere.ts';
import { createLocalShelf, usableStorage, type StorageLike, type Texts } from './local-shelf.ts';
import { createLooking } from './look-around.ts';
import { createBelonging } from './long-texts.ts';
import { createMemory } from './memory.ts';
import { loadOnce } from './late-place.ts';
import { createMirror, type Channel } from './mirror.ts';
import { createOpening } from './opening.ts';
import { afterTimeout, atMost } from './patience.ts';
import type { Persistence } from './persistence.ts';
import { conflictsKnown, listKnown } from './read-memory.ts';
import { loadScales } from './rebuild-missing.ts';
import { readMessage } from './read-message.ts';
import type { Room, StorageManagerLike } from './room.ts';
import type { After } from './saver.ts';
import { NEWER } from './sentences.ts';
import { factCheckOf, factChecksOf, filedKeyOf, parseKey, PREFERENCES_KEY, prefixOf } from './storage-key.ts';
import { changesOf } from './standing.ts';
import type { SaveResult, Store } from './store.ts';
import { filedTime } from './unfiled.ts';
import { versionsOfChange, versionsOfNew } from './versions.ts';
import { createWatchers } from './watchers.ts';
import { createWriting } from './writing.ts';

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
  /**
   * Calls back when the page is looked at again: the word of what happened may not have come. `wasAside`: it was put aside
   * whole, and can have heard nothing.
   */
  readonly whenBack?: (act: (wasAside: boolean) => void) => void;
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
/** Who asks is answered with what is known when the database has not answered for so long (milliseconds). */
const PATIENCE = 5000;

/**
 * Opens the store of this browser. localStorage is what the page is painted from and what tabs share; the durable copy is
 * what "Saved" rests on; once per start the two are compared in the background, and each heals the other.
 */
export function openStore(parts: StoreParts): Store {
  const { clock, listen, channel = null, manager = null, after = afterTimeout } = parts;
  const watchers = createWatchers();
  /** Somebody waits for what only the database may have. */
  const hurry = (): void => parts.durable?.hurry?.();

  // These know of each other: what belongs into localStorage depends on whether there is a second copy.
  const isDurable = (): boolean => durable.isInUse();
  const storage = usableStorage(parts.localStorage);
  const shelf = storage && createLocalShelf(storage, MOST_MIRRORED);
  const mirror = createMirror(shelf, channel, createBelonging(shelf, MOST_MIRRORED, isDurable), (keys) =>
    looking.lookAround(keys),
  );
  const secure = (texts: Texts): void => {
    if (isDurable() && texts.size > 0) void durable.save(texts);
  };
  const memory = createMemory({
    shelf,
    clock,
    keepDamage: (entries) => {
      secure(entries);
      return shelf?.write(entries) ?? false;
    },
    becameNewer: (id) => {
      watchers.tellReadOnly(id, say(NEWER));
      watchers.tellList();
    },
    // What another tab has begun since this start looked: it may have died before its database had it.
    wasRead: (id, texts) => {
      if (!durable.looksAfter(id)) secure(texts);
    },
  });
  const durable: DurableSide = createDurableSide({
    place: parts.durable ?? null,
    after,
    clock,
    shelf,
    memory,
    mirror,
    lookAround: (keys) => looking.lookAround(keys),
    heard: (overruled) => {
      mirror.write(hear(overruled, 'database'));
    },
    refusedBy: (keys) => {
      for (const id of factChecksOf(keys)) memory.of(id).stepBack();
    },
    recovered: (id, { taken, findings }) => {
      memory.note(findings);
      if (watchers.isWatched()) watchers.tell(id, changesOf(taken, memory.of(id).kept));
      if (taken.length > 0) watchers.tellList();
    },
    letGo: watchers.tellList,
    changed: watchers.tellState,
    lost: () => {
      if (memory.ids().size > 0) memory.note([{ kind: 'database-lost', factCheckId: null, count: 1 }]);
      void durable.save(new Map([...preferences, ...memory.textsKnown()]));
      void reconcile();
    },
  });

  /** Of all texts, memory holds just those of fact checks. */
  let preferences: Texts = new Map();

  const open = createOpening({
    memory,
    durable,
    clock,
    after,
    hurry,
    loadScales,
    patience: PATIENCE,
  });
  const loadPersistence = loadOnce(async () => {
    const { createPersistence } = await import('./persistence.ts');
    return createPersistence({ manager, place: parts.durable ?? null, shelf, clock });
  });
  /** Nobody waits for what the browser promises: where the code does not come, everything works as before. */
  const persist = (what: 'askOnce' | 'renew'): void =>
    void loadPersistence().then(
      (persistence: Persistence) => persistence[what](),
      () => undefined,
    );
  const reconcile = async (): Promise<void> => {
    await durable.reconcileAll();
    persist('renew');
  };

  const hear = createHear({
    memory,
    watchers,
    mirror,
    lookAround: (keys) => looking.lookAround(keys),
    isSecured: durable.isSecured,
    secure,
  });
  const looking = createLooking({ shelf, memory, mirror, hear });
  const changed = watchers.tellState;
  /** Comes when the copies were compared: what is said ahead can wait for that. */
  let room: Room | null = null;
  const watchRoom = async (): Promise<void> => {
    const { createRoom } = await import('./room.ts');
    room = createRoom({
      shelf,
      mirror,
      manager,
      after,
      mostMirrored: MOST_MIRRORED,
      isOnlyPlace: () => !isDurable(),
      changed,
    });
    changed();
  };
  const lookEverywhere = (): void => {
    looking.lookEverywhere();
    room?.noteRemoval();
    durable.trySoon();
    changed();
  };
  /** What localStorage had no room for went to the other tabs by word alone, and none comes to a page that is put aside. */
  const lookInDatabase = async (): Promise<void> => {
    for (const id of memory.loadedIds()) {
      // oxlint-disable-next-line no-await-in-loop -- one after the other, so that the page stays quick
      looking.hearUnknown(await durable.readAll(prefixOf(id)), 'database');
    }
  };
  const giveWay = async (): Promise<boolean> => {
    if (!shelf) return false;
    const part = await import('./give-way.ts').catch(() => null);
    return part?.giveWay(shelf, memory) ?? false;
  };
  const { keepTexts, state } = createKeepingTexts({
    shelf,
    mirror,
    durable,
    noteWrite: () => room?.noteWrite(),
    giveWay,
    changed,
  });
  const { write } = createWriting({
    memory,
    watchers,
    lookAround: (keys) => {
      // Some pages clear what is not theirs, and some browsers tell nobody.
      if (shelf?.hasShrunk()) lookEverywhere();
      looking.lookAround(keys);
    },
    keepTexts,
    isSecured: durable.isSecured,
    secure,
  });

  /** What comes from a file or settles a conflict waits for its code. */
  const loadRemoved = () => import('./list-removed.ts');
  const loadRemoving = () => import('./removing.ts');
  const keepElsewhere = async (): Promise<FromElsewhere> => {
    const { createFromElsewhere } = await import('./from-elsewhere.ts');
    return createFromElsewhere({ memory, write, keepTexts, clock });
  };

  listen(({ key, newValue }) => {
    if (key === null) {
      lookEverywhere();
      return;
    }
    shelf?.note(key, newValue);
    if (newValue === null) {
      room?.noteRemoval();
      durable.trySoon();
    } else room?.noteOthers();
    const id = factCheckOf(key);
    if (newValue === null && id !== null && parseKey(key)) {
      looking.putBack(id, [key]);
      changed();
    }
    // Absence never means removed, and what nobody has asked for yet will be read when somebody does.
    if (newValue !== null && id !== null && memory.isLoaded(id)) hear(new Map([[key, newValue]]));
    else if (id !== null) watchers.tellList();
  });
  parts.whenBack?.((wasAside) => {
    lookEverywhere();
    if (wasAside) void lookInDatabase();
  });
  channel?.listen((message) => void hear(readMessage(message)));
  // Without its code nothing is said ahead.
  void reconcile()
    .then(watchRoom)
    .catch(() => undefined);

  return {
    list: async () => {
      const painted = listKnown(memory, clock);
      // What can't be read here may be whole in the other copy.
      const isComplete = painted.length > 0 && painted.every(({ language }) => language !== '');
      if (!isComplete) {
        hurry();
        await atMost(PATIENCE, durable.gatherAll(), after);
      }
      return isComplete ? painted : listKnown(memory, clock);
    },
    known: () => listKnown(memory, clock),
    open,
    takeFindings: memory.takeFindings,
    compareCopies: async () => {
      hurry();
      const { compareCopies } = await import('./say-missing.ts');
      return compareCopies({ shelf, durable, after });
    },
    create: (factCheck) => write(factCheck.id, versionsOfNew(factCheck)),
    save: (id, change) => {
      const { kept } = memory.of(id);
      const saved = write(
        id,
        versionsOfChange(id, change, (key) => kept.get(key), clock),
      );
      if (change.added.some(({ type }) => type === 'annotation')) persist('askOnce');
      return saved;
    },
    remove: async (id) => {
      const { removeFactCheck } = await loadRemoving();
      const saved = await removeFactCheck(id, { memory, write, clock });
      if (room?.isOnlyPlaceNearlyFull() && (await giveWay())) changed();
      return saved;
    },
    restore: async (id) => {
      const { bringBack } = await loadRemoving();
      const putBack = (): Promise<SaveResult> => {
        looking.putBack(id);
        // The answer is what came of all of it.
        return keepTexts(new Map());
      };
      return bringBack(id, { memory, write, clock, durable, putBack, after, patience: PATIENCE });
    },
    deleted: async () => (await loadRemoved()).listDeleted(memory),
    deletedWhole: async () => (await loadRemoved()).gatherDeleted(memory, clock),
    keepDeleted: async (deleted) => (await keepElsewhere()).keepDeleted(deleted),
    conflicts: (id) => Promise.resolve(conflictsKnown(memory, id)),
    dismissConflict: async (conflict) => (await keepElsewhere()).dismissConflict(conflict),
    keepConflict: async (conflict) => (await keepElsewhere()).keepConflict(conflict),
    removed: async (id) => (await loadRemoved()).listRemoved(id, memory.of(id).kept),
    removedSources: async (id) => (await loadRemoved()).listRemovedSources(memory.of(id).kept),
    keepRemoved: async (id, removed) => (await keepElsewhere()).keepRemoved(id, removed),
    withdrawRemoved: async (id, records) => (await keepElsewhere()).withdrawRemoved(id, records),
    keepQuarantined: async (entries) => (await keepElsewhere()).keepQuarantined(entries),
    quarantine: async () => {
      hurry();
      const { listQuarantine } = await import('./list-quarantine.ts');
      return listQuarantine({ shelf, memory, clock, durable, after });
    },
    usage: async () => {
      mirror.catchUp();
      const isMirrored = mirror.behind() === 0;
      const { measureUsage } = await import('./measure-usage.ts');
      return measureUsage({
        shelf,
        manager,
        persistence: await loadPersistence(),
        after,
        mostMirrored: MOST_MIRRORED,
        isMirrored,
        isDurable: isDurable(),
      });
    },
    unfiled: (id) => memory.of(id).unfiled(),
    markFiled: (factChecks) => {
      const texts = new Map(
        factChecks
          .filter(({ id }) => !memory.of(id).isNewer)
          .map((factCheck) => [filedKeyOf(factCheck.id), String(filedTime(factCheck, memory))] as const),
      );
      for (const { id } of factChecks) memory.take(id, texts);
      void keepTexts(texts);
      watchers.tellList();
    },
    keepPreferences: (text) => {
      preferences = new Map([[PREFERENCES_KEY, text]]);
      secure(preferences);
    },
    recallPreferences: () => durable.find(PREFERENCES_KEY),
    watch: watchers.watch,
    watchList: watchers.watchList,
    state: () => ({ ...state(), warning: room?.warning() ?? null }),
    watchState: watchers.watchState,
  };
}
