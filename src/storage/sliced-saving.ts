import type { Change } from '../domain/change.ts';
import type { AnyRecord } from '../domain/fact-check.ts';
import type { Id } from '../domain/record.ts';
import type { SaveResult, Store } from './store.ts';

/** Records that are saved together. Fewer take a frame at most; one edit by hand never has so many. */
const SLICE = 500;

export interface SlicedSaving extends Pick<Store, 'save'> {
  /** Saves at once what waits for its turn. */
  readonly saveAll: () => void;
}

interface Waiting {
  readonly id: Id;
  readonly change: Change;
  readonly resolve: (result: Promise<SaveResult>) => void;
}

/**
 * Saves a Change of thousands of records in slices, so that the page lives meanwhile: `nextTurn` resolves when what waits in
 * it has had its turn. What comes after it waits, too.
 */
export function createSlicedSaving(store: Pick<Store, 'save'>, nextTurn: () => Promise<void>): SlicedSaving {
  const queue: Waiting[] = [];
  let isWorking = false;

  function saveNext(): void {
    const next = queue.shift();
    if (next) next.resolve(store.save(next.id, next.change));
  }

  function saveAll(): void {
    while (queue.length > 0) saveNext();
  }

  async function work(): Promise<void> {
    isWorking = true;
    while (queue.length > 0) {
      saveNext();
      // oxlint-disable-next-line no-await-in-loop -- one slice after the other is the purpose
      await nextTurn();
    }
    isWorking = false;
  }

  function save(id: Id, change: Change): Promise<SaveResult> {
    if (queue.length === 0 && sizeOf(change) <= SLICE) return store.save(id, change);
    const saved = Array.from(
      slicesOf(change),
      (slice) =>
        new Promise<SaveResult>((resolve) => {
          queue.push({ id, change: slice, resolve });
        }),
    );
    if (!isWorking) void work();
    return join(saved);
  }

  return { save, saveAll };
}

/** In the order in which a Change is written: what is pointed at comes before what points at it, and goes after it. */
function* slicesOf(change: Change): Generator<Change> {
  const { added, updated } = change;
  const standing = new Set([...added, ...updated.map(({ after }) => after)].map(nameOf));
  const removed = change.removed.filter((record) => !standing.has(nameOf(record)));
  const nothing = { ...change, added: [], updated: [], removed: [] };
  for (let at = 0; at < added.length; at += SLICE) yield { ...nothing, added: added.slice(at, at + SLICE) };
  for (let at = 0; at < updated.length; at += SLICE)
    yield { ...nothing, updated: updated.slice(at, at + SLICE) };
  for (let end = removed.length; end > 0; end -= SLICE)
    yield { ...nothing, removed: removed.slice(Math.max(0, end - SLICE), end) };
}

function sizeOf({ added, updated, removed }: Change): number {
  return added.length + updated.length + removed.length;
}

function nameOf({ type, id }: AnyRecord): string {
  return `${type}/${id}`;
}

/** What became of all: what went wrong, or what is to be said of it. */
async function join(saved: readonly Promise<SaveResult>[]): Promise<SaveResult> {
  const results = await Promise.all(saved);
  return (
    results.find(({ ok }) => !ok) ??
    results.find((result) => result.ok && result.note !== undefined) ?? { ok: true }
  );
}
