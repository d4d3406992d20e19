import type { Id } from '../domain/record.ts';
import type { DurablePlace, DurableShelf } from './durable-shelf.ts';
import type { News, ReconcileParts } from './reconcile.ts';
import { loadOnce } from './late-place.ts';
import { within } from './patience.ts';
import { startPause, type Pause } from './pause.ts';
import type { After } from './saver.ts';
import { sayNotSaved } from './sentences.ts';
import { headKeyOf } from './storage-key.ts';

export interface StartUpParts extends Omit<ReconcileParts, 'target' | 'earlier'> {
  readonly place: DurablePlace | null;
  readonly connect: () => Promise<DurableShelf>;
  readonly after: After;
  /** False when the browser refuses the database for good: then there is nothing to bring together. */
  readonly isInUse: () => boolean;
  /** Is told what the durable copies knew better. */
  readonly recovered: (id: Id, news: News) => void;
  /** Is called whenever `isDone` or `problem` has changed. */
  readonly changed: () => void;
  /** Is told that what was kept of a removed fact check is not any more. */
  readonly letGo: () => void;
  /** Is told that this session's database is gone. From then on the copies are not compared until they are anew. */
  readonly lost: () => void;
}

/** What happens once per start: all copies of all fact checks are brought together. */
export interface StartUp {
  /**
   * Resolves with true when all that the copies have of this fact check is known, and with false when they can't be read
   * now. Never rejects.
   */
  readonly gather: (id: Id) => Promise<boolean>;
  /** The same for all fact checks that any copy holds. */
  readonly gatherAll: () => Promise<boolean>;
  readonly reconcileAll: () => Promise<void>;
  /** The text under one key in the newest database that has it; null when none has, or they can't be read. */
  readonly find: (key: string) => Promise<string | null>;
  /** There may be room again: a comparison that has failed is tried soon. */
  readonly trySoon: () => void;
  /** True when this start brings the copies of this fact check together, or has: false when it began to be only later. */
  readonly looksAfter: (id: Id) => boolean;
  /** False when something that an earlier session left can't be read. */
  readonly isEarlierWhole: () => boolean;
  /** True when the present database has all that the copies had of the fact check when this start came to it. */
  readonly isSecured: (id: Id) => boolean;
  readonly isDone: () => boolean;
  /** Why the last try failed, as a sentence; null when it did not. */
  readonly problem: () => string | null;
}

/** All that the copies have of a fact check is known; what remains is to give each copy what it lacks. */
interface Gathering {
  readonly settle: () => Promise<void>;
}

const SETTLED: Gathering = { settle: () => Promise.resolve() };

const RETRY_PAUSE = 10_000;
/** A database that has not opened for so long (milliseconds) is not going to. */
const PATIENCE = 5000;
/** One that has many keys takes its time to list them. */
const PATIENCE_FOR_LIST = 30_000;
/** What is written may have to wait for a large import. */
const PATIENCE_FOR_STEP = 60_000;

/** Nobody who reads waits for this code. Without it no copy is brought together, as without that of the database. */
const loadReconciling = loadOnce(() => import('./reconcile.ts'));

/** Brings the copies together, one fact check after the other; a failure is tried again until it works. */
export function createStartUp(parts: StartUpParts): StartUp {
  const { place, connect, after, isInUse, recovered, changed, letGo, lost } = parts;
  let opening: Promise<ReconcileParts> | null = null;
  let all: Promise<void> | null = null;
  let isDone = false;
  let problem: string | null = null;
  let pause: Pause | null = null;
  /** What localStorage had when this start began: what has come since may not be in the database yet. */
  const wereHere = parts.shelf?.factChecks() ?? new Set<Id>();
  const settled = new Set<Id>();
  /** Null as long as it is not known. */
  let listed: ReadonlySet<Id> | null = null;
  const gathering = new Map<Id, Promise<Gathering>>();
  let isEarlierWhole = (): boolean => true;
  /** Fact checks of which a copy could not be read. */
  const unread = new Set<Id>();

  /** How often all was forgotten: what a comparison that began before that finds is not true of the present database. */
  let era = 0;

  /** All that was known of the copies is forgotten. */
  const forget = (): void => {
    era += 1;
    opening?.then(
      ({ target, earlier }) => [target, ...earlier].forEach((copy) => copy.close()),
      () => {},
    );
    opening = null;
    all = null;
    listed = null;
    settled.clear();
    gathering.clear();
    unread.clear();
  };

  const beginAnew = (): void => {
    forget();
    isDone = false;
    changed();
    lost();
  };

  /** A browser can leave a request without an answer: then this start is a problem, not a check that never ends. */
  const inTime = <T>(step: Promise<T>): Promise<T> => within(PATIENCE_FOR_STEP, step, after);

  const openCopies = async (): Promise<ReconcileParts> => {
    const close = (copy: DurableShelf): void => copy.close();
    const target = await within(PATIENCE, connect(), after, close);
    target.whenLost(beginAnew);
    if (!place) return { ...parts, target, earlier: [] };
    try {
      const earlier = place.openEarlier();
      const { shelves, isWhole } = await within(2 * PATIENCE, earlier, after, (late) =>
        late.shelves.forEach(close),
      );
      isEarlierWhole = isWhole;
      return { ...parts, target, earlier: shelves };
    } catch (error) {
      target.close();
      throw error;
    }
  };

  /** What has failed is not handed to whoever asks later: that may be when the database answers at last. */
  const openOnce = (): Promise<ReconcileParts> => {
    if (opening) return opening;
    const begun = openCopies();
    opening = begun;
    begun.catch(() => {
      if (opening === begun) opening = null;
    });
    return begun;
  };

  const gather = async (id: Id): Promise<Gathering> => {
    const own = era;
    const copies = await openOnce();
    const { gatherFactCheck } = await loadReconciling();
    const { isWhole, heal, healed, ...news } = await gatherFactCheck(id, copies, wereHere.has(id));
    recovered(id, news);
    const settle = async (): Promise<void> => {
      await heal();
      recovered(id, { taken: [], findings: healed });
      if (!place || !parts.memory.of(id).kept.get(headKeyOf(id))?.removal) return;
      // What stays longer than it must does no harm.
      const code = await import('./drop-removed.ts').catch(() => null);
      if (code) await inTime(code.dropRemoved(id, copies, { isAlone: place.isAlone, letGo }));
    };
    if (!isWhole && own === era) unread.add(id);
    return { settle };
  };

  const gatherOnce = (id: Id): Promise<Gathering> => {
    const known = gathering.get(id);
    if (known) return known;
    const begun = gather(id);
    gathering.set(id, begun);
    begun.catch(() => {
      if (gathering.get(id) === begun) gathering.delete(id);
    });
    return begun;
  };

  /** One fact check at a time, so that the page stays quick. */
  const forEach = async (work: (id: Id) => Promise<unknown>): Promise<ReconcileParts> => {
    const own = era;
    const copies = await openOnce();
    const { listEverywhere } = await loadReconciling();
    const ids = await within(PATIENCE_FOR_LIST, listEverywhere(copies), after);
    if (own === era) listed ??= ids;
    // oxlint-disable-next-line no-await-in-loop -- that is the purpose
    for (const id of ids) await work(id);
    return copies;
  };

  const finish = async (): Promise<void> => {
    const own = era;
    const copies = await forEach(async (id) => {
      const { settle } = await gatherOnce(id);
      await settle();
      if (own !== era) throw new Error('Another comparison has begun.');
      // What was read need not stay in memory.
      gathering.set(id, Promise.resolve(SETTLED));
      settled.add(id);
    });
    const code = await import('./carry-unread.ts').catch(() => null);
    if (code) {
      await inTime(code.carryUnread(copies, parts.instant()));
      if (place) await inTime(place.complete(copies.target));
    }
    // Without it the earlier ones stay: the next start carries over what they keep.
    // This session's own stays open: that is how its loss is noticed.
    for (const copy of copies.earlier) copy.close();
  };

  const startOver = (cause: unknown): void => {
    forget();
    problem = sayNotSaved(cause);
    changed();
    pause = startPause(RETRY_PAUSE, () => void reconcileAll(), after);
  };

  const end = (): void => {
    isDone = true;
    problem = null;
    changed();
  };

  const reconcileAll = (): Promise<void> => {
    if (isDone) return Promise.resolve();
    if (all) return all;
    // One that was overtaken, because its database was lost, has nothing to say any more.
    const unlessOvertaken = (act: () => void): void => {
      if (all === run) act();
    };
    const run: Promise<void> = finish().then(
      () => unlessOvertaken(end),
      (error: unknown) => unlessOvertaken(() => (isInUse() ? startOver(error) : end())),
    );
    all = run;
    return run;
  };

  const looksAfter = (id: Id): boolean => listed?.has(id) ?? true;

  const attempt = async (work: () => Promise<unknown>, isWhole: () => boolean): Promise<boolean> => {
    if (isDone || !isInUse()) return isWhole();
    return work().then(isWhole, () => !isInUse());
  };

  return {
    gather: (id) =>
      attempt(
        () => gatherOnce(id),
        () => !unread.has(id),
      ),
    gatherAll: () =>
      attempt(
        () => forEach(gatherOnce),
        () => unread.size === 0,
      ),
    reconcileAll,
    find: async (key) => {
      try {
        const { target, earlier } = await openOnce();
        const found = await Promise.all([target, ...earlier].map((copy) => copy.readAll(key)));
        return found.find((texts) => texts.has(key))?.get(key) ?? null;
      } catch {
        return null;
      }
    },
    trySoon: () => pause?.shorten(),
    isEarlierWhole: () => isEarlierWhole(),
    looksAfter,
    isSecured: (id) => isDone || settled.has(id) || !looksAfter(id),
    isDone: () => isDone,
    problem: () => problem,
  };
}
