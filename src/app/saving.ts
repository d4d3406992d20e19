import { createStore, type StoreApi } from 'zustand/vanilla';
import type { Change } from '../domain/change.ts';
import type { Id } from '../domain/record.ts';
import { say } from '../messages/say.ts';
import type { SaveResult, Store } from '../storage/store.ts';

/** What the indicator may say. `note` and `problem` are sentences for the person. */
export type SavingState =
  | { readonly kind: 'saved'; readonly note: string | null }
  | { readonly kind: 'saving' }
  /** What is on disk is not known yet: this start has not compared it with what is shown. */
  | { readonly kind: 'starting' }
  | { readonly kind: 'not-saved'; readonly problem: string };

/** A Change that was handed over, and why it was not taken. */
interface Handed {
  readonly id: Id;
  readonly change: Change;
  readonly problem: string;
}

export interface Saving extends Pick<StoreApi<SavingState>, 'getState' | 'getInitialState' | 'subscribe'> {
  /** Hands a Change to the storage. */
  readonly save: (id: Id, change: Change) => void;
  /** Follows what the storage does by itself, such as trying again; returns how to stop that. */
  readonly follow: () => () => void;
}

/**
 * Follows what has been handed to the storage and what it has acknowledged: "saved" is said only when every Change handed
 * over is on disk, and what was here before is known to be.
 */
export function createSaving({
  save,
  state,
  watchState,
}: Pick<Store, 'save' | 'state' | 'watchState'>): Saving {
  const savedIds = new Set<Id>();
  let waiting = 0;
  let problem: string | null = null;
  let note: string | null = null;
  /** What threw, in order: it is handed over once more before what comes next. */
  let thrown: readonly Handed[] = [];
  /** Why a Change stays unsaved: a later one was taken, which it could undo if it came after it. */
  let overtaken: string | null = null;
  const store = createStore<SavingState>()(judge);

  function judge(): SavingState {
    const { unsaved, problem: lasting, refusals, isReconciled } = state();
    const refusal = Array.from(savedIds, (id) => refusals.get(id) ?? null).find((told) => told !== null);
    const told = lasting ?? refusal ?? overtaken ?? thrown[0]?.problem ?? problem;
    if (told !== null) return { kind: 'not-saved', problem: told };
    if (waiting > 0 || unsaved > 0) return { kind: 'saving' };
    return isReconciled ? { kind: 'saved', note } : { kind: 'starting' };
  }

  function tell(): void {
    store.setState(judge(), true);
  }

  async function settle(saved: Promise<SaveResult>): Promise<void> {
    waiting += 1;
    try {
      const result = await saved;
      // An answer of "ok" covers everything that was taken before.
      problem = result.ok ? null : result.problem;
      note = (result.ok && result.note) || null;
    } catch (error) {
      overtaken = sentenceOf(error);
    }
    waiting -= 1;
    tell();
  }

  return {
    ...store,
    save: (id, change) => {
      savedIds.add(id);
      const queue = [...thrown, { id, change, problem: '' }];
      thrown = [];
      for (const next of queue) {
        try {
          void settle(save(next.id, next.change));
          overtaken ??= thrown[0]?.problem ?? null;
          thrown = [];
        } catch (error) {
          thrown = [...thrown, { ...next, problem: sentenceOf(error) }];
        }
      }
      tell();
    },
    follow: () => {
      let wasInTrouble = false;
      const look = (): void => {
        const now = state();
        const isInTrouble = now.unsaved > 0 || now.problem !== null;
        // What had failed went through at last: that is the answer which the save itself did not live to see.
        if (wasInTrouble && !isInTrouble) problem = null;
        wasInTrouble = isInTrouble;
        tell();
      };
      look();
      return watchState(look);
    },
  };
}

function sentenceOf(error: unknown): string {
  return say('This browser did not take a change ({reason}). Export your work now: the file has all of it.', {
    reason: error instanceof Error ? error.message : String(error),
  });
}
