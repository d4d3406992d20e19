import type { Id } from '../domain/record.ts';
import { dropRemoved } from './drop-removed.ts';
import type { DurablePlace, DurableShelf } from './durable-shelf.ts';
import { listEverywhere, reconcileFactCheck, type ReconcileParts } from './reconcile.ts';
import { within } from './patience.ts';
import type { After } from './saver.ts';
import { sayNotSaved, sayRecovered } from './sentences.ts';
import { QUARANTINE_PREFIX } from './storage-key.ts';
import type { News } from './watchers.ts';

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
}

/** What happens once per start: all copies of all fact checks are brought together. */
export interface StartUp {
  /** Resolves when the copies of this fact check agree, or when that could not be done now. Never rejects. */
  readonly reconcile: (id: Id) => Promise<void>;
  readonly reconcileAll: () => Promise<void>;
  readonly isDone: () => boolean;
  /** Why the last try failed, as a sentence; null when it did not. */
  readonly problem: () => string | null;
}

const RETRY_PAUSE = 10_000;
/** A database that has not opened for so long (milliseconds) is not going to. */
const PATIENCE = 5000;

/** Brings the copies together, one fact check after the other; a failure is tried again until it works. */
export function createStartUp(parts: StartUpParts): StartUp {
  const { place, connect, after, isInUse, recovered, changed } = parts;
  let opening: Promise<ReconcileParts> | null = null;
  let all: Promise<void> | null = null;
  let isDone = false;
  let problem: string | null = null;
  const reconciling = new Map<Id, Promise<void>>();

  const openCopies = async (): Promise<ReconcileParts> => {
    const target = await within(PATIENCE, connect(), after);
    return { ...parts, target, earlier: (await place?.openEarlier()) ?? [] };
  };

  const reconcileOne = async (id: Id): Promise<void> => {
    opening ??= openCopies();
    const copies = await opening;
    const { taken, recovered: count } = await reconcileFactCheck(id, copies);
    recovered(id, { taken, notices: count > 0 ? [sayRecovered(count)] : [] });
    if (place) await dropRemoved(id, copies, place.isAlone);
  };

  const reconcileOnce = (id: Id): Promise<void> => {
    const known = reconciling.get(id) ?? reconcileOne(id);
    reconciling.set(id, known);
    return known;
  };

  const finish = async (): Promise<void> => {
    opening ??= openCopies();
    const copies = await opening;
    for (const id of await listEverywhere(copies)) {
      // oxlint-disable-next-line no-await-in-loop -- one at a time, so that the page stays quick
      await reconcileOnce(id);
    }
    const quarantines = await Promise.all(copies.earlier.map((copy) => copy.readAll(QUARANTINE_PREFIX)));
    await Promise.all(quarantines.map((entries) => copies.target.merge(entries, parts.instant())));
    for (const copy of [copies.target, ...copies.earlier]) copy.close();
    await place?.complete();
  };

  const startOver = (cause: unknown): void => {
    opening?.then(
      ({ target, earlier }) => [target, ...earlier].forEach((copy) => copy.close()),
      () => {},
    );
    opening = null;
    all = null;
    reconciling.clear();
    problem = sayNotSaved(cause);
    changed();
    after(RETRY_PAUSE, () => void reconcileAll());
  };

  const end = (): void => {
    isDone = true;
    problem = null;
    changed();
  };

  const reconcileAll = (): Promise<void> => {
    if (isDone) return Promise.resolve();
    all ??= finish().then(end, (error: unknown) => (isInUse() ? startOver(error) : end()));
    return all;
  };

  return {
    reconcile: async (id) => {
      if (isDone || !isInUse()) return;
      await reconcileOnce(id).catch(() => {});
    },
    reconcileAll,
    isDone: () => isDone,
    problem: () => problem,
  };
}
