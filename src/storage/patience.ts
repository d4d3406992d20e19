import { say } from '../messages/say.ts';
import type { After } from './saver.ts';

/** The browser's timer. */
export const afterTimeout: After = (milliseconds, act) => {
  const timer = setTimeout(act, milliseconds);
  return () => clearTimeout(timer);
};

/**
 * The result of work that the database does; rejects when the milliseconds are over. A result that comes later is handed
 * to `late`, to be let go of.
 */
export function within<T>(
  milliseconds: number,
  work: Promise<T>,
  after: After,
  late: (result: T) => void = () => {},
): Promise<T> {
  return new Promise((resolve, reject) => {
    let isOver = false;
    const cancel = after(milliseconds, () => {
      isOver = true;
      reject(new Error(say('The database does not answer.')));
    });
    work.then((result) => (isOver ? late(result) : resolve(result)), reject).finally(cancel);
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
