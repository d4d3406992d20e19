import { endOf } from './storage-key.ts';

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

/**
 * Goes through the keys of a store in their order. `look` is told each one and says what keys begin with that are passed
 * over together with it; null for none.
 */
export function walkKeys(values: IDBObjectStore, look: (key: IDBValidKey) => string | null): Promise<void> {
  return new Promise((resolve, reject) => {
    const request = values.openKeyCursor();
    request.addEventListener('error', () => reject(request.error ?? new Error(NO_ANSWER)));
    request.addEventListener('success', () => {
      const { result: cursor } = request;
      if (!cursor) {
        resolve();
        return;
      }
      const beginning = look(cursor.key);
      const end = beginning === null ? null : endOf(beginning);
      // Somebody else's key can come after all of ours, and a cursor goes only forward.
      if (end === null || cursor.key >= end) cursor.continue();
      else cursor.continue(end);
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

const NO_ANSWER = 'The database gave up.';
