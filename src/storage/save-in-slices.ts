import type { SlicedSaving } from './sliced-saving.ts';
import type { Store } from './store.ts';

export interface SliceParts {
  /** Resolves with what saves in slices; what comes before is saved as it comes. */
  readonly load: (store: Store) => Promise<SlicedSaving>;
  /** Calls back when the page is about to go, perhaps for good. */
  readonly whenLeaving: (act: () => void) => void;
}

/**
 * The same store, which saves a Change of thousands of records in slices. Whoever reads, or takes leave of the page, sees
 * all of it saved first.
 */
export function saveInSlices(store: Store, { load, whenLeaving }: SliceParts): Store {
  let sliced: SlicedSaving | null = null;
  const saveAll = (): void => sliced?.saveAll();
  function afterAll<Args extends readonly unknown[], Result>(
    act: (...args: Args) => Result,
  ): (...args: Args) => Result {
    return (...args) => {
      saveAll();
      return act(...args);
    };
  }

  whenLeaving(saveAll);
  // Without it, saving takes longer in one go.
  void load(store).then(
    (loaded) => (sliced = loaded),
    () => undefined,
  );
  return {
    ...store,
    save: (id, change) => (sliced ?? store).save(id, change),
    open: afterAll(store.open),
    read: afterAll(store.read),
    markFiled: afterAll(store.markFiled),
  };
}
