import { createStore, type StoreApi } from 'zustand/vanilla';
import type { Change } from '../domain/change.ts';
import type { Id } from '../domain/record.ts';
import type { SaveResult } from '../storage/store.ts';

/** What the indicator may say. `problem` is a sentence for the person. */
export type SavingState =
  | { readonly kind: 'saved'; readonly note: string | null }
  | { readonly kind: 'saving' }
  | { readonly kind: 'not-saved'; readonly problem: string };

export type Saving = StoreApi<SavingState> & {
  /** Hands a Change to the storage. The state is "saved" only when every Change handed over is. */
  readonly save: (id: Id, change: Change) => void;
};

/** Follows what has been handed to the storage and what it has acknowledged, so that "Saved" is never said too early. */
export function createSaving(write: (id: Id, change: Change) => Promise<SaveResult>): Saving {
  const store = createStore<SavingState>()(() => ({ kind: 'saved', note: null }));
  let waiting = 0;
  let problem: string | null = null;

  async function follow(saved: Promise<SaveResult>): Promise<void> {
    const result = await saved.catch((error: unknown): SaveResult => ({
      ok: false,
      problem: sentenceOf(error),
    }));
    waiting -= 1;
    // The storage keeps what it could not write and writes it with the next Change: when that is saved, all is.
    problem = result.ok ? null : result.problem;
    if (problem !== null) store.setState({ kind: 'not-saved', problem }, true);
    else if (waiting === 0) store.setState({ kind: 'saved', note: (result.ok && result.note) || null }, true);
  }

  return Object.assign(store, {
    save: (id: Id, change: Change) => {
      waiting += 1;
      if (problem === null) store.setState({ kind: 'saving' }, true);
      void follow(write(id, change));
    },
  });
}

function sentenceOf(error: unknown): string {
  return `This browser did not take the change (${error instanceof Error ? error.message : String(error)}).`;
}
