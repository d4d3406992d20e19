import type { DurablePlace } from './durable-shelf.ts';

/** The code of the database did not come: some browsers do not ask for it again before the page is loaded again. */
export class CodeMissing extends Error {
  constructor(cause: unknown) {
    super('The code did not come.', { cause });
  }
}

/** What loads code once; a load that fails is told of as `CodeMissing`, and tried again for whoever asks next. */
export function loadOnce<T>(load: () => Promise<T>): () => Promise<T> {
  let loading: Promise<T> | null = null;
  return () => {
    loading ??= load().catch((error: unknown) => {
      loading = null;
      throw new CodeMissing(error);
    });
    return loading;
  };
}

/**
 * A place whose code is loaded once the page is at rest, or as soon as somebody waits for what is in it (`hurry`): what
 * can be painted from localStorage is painted first. A load that fails is one more refusal of the database, and is tried
 * again like any other.
 */
export function createLatePlace(load: () => Promise<DurablePlace>, atRest: Promise<unknown>): DurablePlace {
  let hurry = (): void => undefined;
  const isWanted = new Promise<void>((resolve) => {
    hurry = resolve;
    // A page that never comes to rest is no reason not to save.
    void atRest.then(
      () => resolve(),
      () => resolve(),
    );
  });
  const loadPlace = loadOnce(load);
  const loaded = async (): Promise<DurablePlace> => {
    await isWanted;
    return loadPlace();
  };
  return {
    hurry,
    open: async () => (await loaded()).open(),
    openEarlier: async () => (await loaded()).openEarlier(),
    isAlone: async () => (await loaded()).isAlone(),
    protect: async () => (await (await loaded()).protect?.()) ?? true,
    complete: async (own) => (await loaded()).complete(own),
  };
}
