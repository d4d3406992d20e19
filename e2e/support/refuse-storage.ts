import type { Page } from '@playwright/test';

/** To run in the page: the database is there, and the browser refuses it. */
export function refuseDatabase(): void {
  IDBFactory.prototype.open = () => {
    throw new DOMException('The user denied permission to access the database.', 'SecurityError');
  };
}

/** To run in the page: the databases do not answer before `answerAtLast()` is called. */
export function holdDatabases(): void {
  const { StorageBucketManager } = globalThis as unknown as {
    readonly StorageBucketManager: { readonly prototype: { keys: () => Promise<string[]> } };
  };
  const { prototype } = StorageBucketManager;
  const { keys } = prototype;
  const held = new Promise<void>((resolve) => {
    Object.assign(globalThis, { answerAtLast: resolve });
  });
  prototype.keys = async function (this: unknown) {
    await held;
    return keys.call(this);
  };
}

/** The databases answer from now on. */
export function answerAtLast(page: Page): Promise<void> {
  return page.evaluate(() => (Reflect.get(globalThis, 'answerAtLast') as () => void)());
}

/** To run in the page: whoever looks at localStorage is refused. */
export function blockLocalStorage(): void {
  Object.defineProperty(globalThis, 'localStorage', {
    get: () => {
      throw new DOMException('Access is denied for this document.', 'SecurityError');
    },
  });
}
