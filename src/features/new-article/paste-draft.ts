import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';
import type { Pasted } from '../../ingest/pasted-body.ts';

const EMPTY: Pasted = { text: '', html: null };

/** Lives as long as the tab and is stored nowhere: leaving the form and coming back loses nothing. */
const draftStore = createStore<Pasted>()(() => EMPTY);

export function usePasteDraft(): Pasted {
  return useStore(draftStore);
}

export function editPasteDraft(edit: Partial<Pasted>): void {
  draftStore.setState(edit);
}

export function forgetPasteDraft(): void {
  draftStore.setState(EMPTY);
}
