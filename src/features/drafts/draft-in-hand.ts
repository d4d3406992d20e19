import { useStore } from 'zustand';
import { createStore, type StoreApi } from 'zustand/vanilla';
import type { Id } from '../../domain/record.ts';
import type { DraftArticle } from '../../domain/start-fact-check.ts';
import type { Pasted } from '../../ingest/pasted-body.ts';
import type { GivenAnswers } from './given-answers.ts';

/** A new version that somebody is bringing in. */
export interface DraftInHand extends Pasted {
  /** The article made of it, with the sentences that the machine finds; null while it is still being entered. */
  readonly made: DraftArticle | null;
  /** What was said so far, by annotation; not all of it need hold any more. */
  readonly given: GivenAnswers;
}

const NOTHING: DraftInHand = { text: '', html: null, made: null, given: new Map() };

/** Live as long as the tab: leaving the comparison and coming back loses nothing. */
const hands = new Map<Id, StoreApi<DraftInHand>>();

export function draftInHand(factCheckId: Id): StoreApi<DraftInHand> {
  let store = hands.get(factCheckId);
  if (!store) hands.set(factCheckId, (store = createStore<DraftInHand>()(() => NOTHING)));
  return store;
}

export function useDraftInHand(factCheckId: Id): DraftInHand {
  return useStore(draftInHand(factCheckId));
}

/** Returns how to take it up again as it was. */
export function putDown(factCheckId: Id): () => void {
  const store = draftInHand(factCheckId);
  const before = store.getState();
  store.setState(NOTHING);
  return () => store.setState(before);
}
