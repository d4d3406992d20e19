import type { After } from './saver.ts';

/** The browser's timer. */
export const afterTimeout: After = (milliseconds, act) => {
  const timer = setTimeout(act, milliseconds);
  return () => clearTimeout(timer);
};

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
