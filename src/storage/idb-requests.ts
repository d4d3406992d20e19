/** A promise is settled while its transaction is still active, so that the next request can follow. */
export function answer<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.addEventListener('success', () => resolve(request.result));
    request.addEventListener('error', () => reject(request.error ?? new Error(NO_ANSWER)));
  });
}

/**
 * Like `answer`, for a value that may be damaged: one that the database can't give is answered with the error in its place,
 * and the transaction goes on.
 */
export function lookUp<T>(request: IDBRequest<T>): Promise<unknown> {
  return new Promise((resolve) => {
    request.addEventListener('success', () => resolve(request.result));
    request.addEventListener('error', (event) => {
      event.preventDefault();
      resolve(request.error ?? new Error(NO_ANSWER));
    });
  });
}

/** Resolves when what was written is where the transaction's durability promises it to be. */
export function whenDone(tx: IDBTransaction): Promise<void> {
  return new Promise((resolve, reject) => {
    tx.addEventListener('complete', () => resolve());
    tx.addEventListener('abort', () => reject(tx.error ?? new DOMException(NO_ANSWER, 'AbortError')));
  });
}

export const NO_ANSWER = 'The database gave up.';
