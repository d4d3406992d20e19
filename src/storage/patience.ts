import type { After } from './saver.ts';

/** The browser's timer. */
export const afterTimeout: After = (milliseconds, act) => {
  const timer = setTimeout(act, milliseconds);
  return () => clearTimeout(timer);
};

/** The result of work that the database does; rejects when the milliseconds are over. */
export function within<T>(milliseconds: number, work: Promise<T>, after: After): Promise<T> {
  return new Promise((resolve, reject) => {
    const cancel = after(milliseconds, () => reject(new Error('The database does not answer.')));
    work.then(resolve, reject).finally(cancel);
  });
}

/** Resolves with the result of the work, or with null when the milliseconds are over. */
export async function atMost<T>(milliseconds: number, work: Promise<T>, after: After): Promise<T | null> {
  let cancel = (): void => {};
  const patience = new Promise<null>((resolve) => {
    cancel = after(milliseconds, () => resolve(null));
  });
  const result = await Promise.race([work, patience]);
  cancel();
  return result;
}
