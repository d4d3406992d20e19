import type { FactCheck } from '../domain/fact-check.ts';
import type { FactCheckStore } from './fact-check-store.ts';
import { oncePainted } from './once-painted.ts';

type Listener = (factCheck: FactCheck) => void;

/** Who follows which open fact check. */
const followers = new WeakMap<FactCheckStore, Set<Listener>>();

/**
 * Calls back with the fact check as it is now, and again after each edit: once what the edit has changed in the article is
 * painted, or before the next key, and to all who follow in one go. Returns how to stop that.
 */
export function follow(store: FactCheckStore, listener: Listener): () => void {
  let all = followers.get(store);
  if (!all) {
    all = new Set();
    followers.set(store, all);
    tellOncePainted(store, all);
  }
  all.add(listener);
  listener(store.getState().factCheck);
  return () => void all.delete(listener);
}

function tellOncePainted(store: FactCheckStore, all: ReadonlySet<Listener>): void {
  let isWaiting = false;
  store.subscribe(({ factCheck }, before) => {
    if (factCheck === before.factCheck || isWaiting) return;
    isWaiting = true;
    oncePainted(() => {
      isWaiting = false;
      for (const listener of all) listener(store.getState().factCheck);
    });
  });
}
