import type { Change } from '../domain/change.ts';
import type { AnyRecord } from '../domain/fact-check.ts';
import type { Id } from '../domain/record.ts';
import type { SaveResult, Store } from './store.ts';

export interface SliceParts {
  /** Resolves when what waits in the page has had its turn. */
  readonly nextTurn: () => Promise<void>;
  /** Calls back when the page is about to go, perhaps for good. */
  readonly whenLeaving: (act: () => void) => void;
}

/** Records that are saved together. Fewer take a frame at most; one edit by hand never has so many. */
const SLICE = 500;

interface Waiting {
  readonly id: Id;
  readonly change: Change;
  readonly resolve: (result: Promise<SaveResult>) => void;
}

/**
 * The same store, which saves a Change of thousands of records in slices, so that the page lives meanwhile. What comes
 * after it waits for its turn; whoever reads, or takes leave of the page, sees all of it saved first.
 */
export function saveInSlices(store: Store, { nextTurn, whenLeaving }: SliceParts): Store {
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
      (slice) => new Promise<SaveResult>((resolve) => queue.push({ id, change: slice, resolve })),
    );
    if (!isWorking) void work();
    return join(saved);
  }

  function afterAll<Args extends readonly unknown[], Result>(
    act: (...args: Args) => Result,
  ): (...args: Args) => Result {
    return (...args) => {
      saveAll();
      return act(...args);
    };
  }

  whenLeaving(saveAll);
  return {
    ...store,
    save,
    open: afterAll(store.open),
    read: afterAll(store.read),
    compareCopies: afterAll(store.compareCopies),
    create: afterAll(store.create),
    remove: afterAll(store.remove),
    restore: afterAll(store.restore),
    markFiled: afterAll(store.markFiled),
    state: () => {
      const state = store.state();
      const waiting = queue.reduce((sum, { change }) => sum + sizeOf(change), 0);
      return waiting === 0 ? state : { ...state, unsaved: state.unsaved + waiting };
    },
  };
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
