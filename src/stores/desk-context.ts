import { createContext, startTransition, useContext, useEffect, useState } from 'react';
import { useStore } from 'zustand';
import type { FactCheck } from '../domain/fact-check.ts';
import type { FactCheckEvents, FactCheckState, FactCheckStore } from './fact-check-store.ts';
import { follow } from './followed.ts';
import type { NoticeStore } from './notice-store.ts';
import type { OfflineState, OfflineStore } from './offline-store.ts';
import type { SessionEvents, SessionState, SessionStore } from './session-store.ts';
import type { UnnamedWords } from './unnamed-words.ts';

export const FactCheckContext = createContext<FactCheckStore | null>(null);
export const SessionContext = createContext<SessionStore | null>(null);
export const UnnamedContext = createContext<UnnamedWords | null>(null);
export const NoticeContext = createContext<NoticeStore | null>(null);
export const OfflineContext = createContext<OfflineStore | null>(null);

/** What the selector picks from the open fact check. The selector must give equal objects for equal states. */
export function useFactCheck<T>(select: (factCheck: FactCheck) => T): T {
  return useStore(useFactCheckStore(), ({ factCheck }) => select(factCheck));
}

export function useUndo<T>(select: (state: FactCheckState) => T): T {
  return useStore(useFactCheckStore(), select);
}

/** True while the open fact check can only be read. */
export function useIsReadOnly(): boolean {
  return useUndo(({ readOnlyReason }) => readOnlyReason !== null);
}

/**
 * The whole fact check for what stands beside the article and grows with it, a list or a count: it follows an edit when the
 * article has been painted, so that the article never waits for it.
 */
export function useFollowedFactCheck(): FactCheck {
  const store = useFactCheckStore();
  const [factCheck, setFactCheck] = useState(() => store.getState().factCheck);
  useEffect(() => follow(store, (now) => startTransition(() => setFactCheck(now))), [store]);
  return factCheck;
}

/** Whether what follows edits has yet to. Asked around what is drawn of them, which need not be drawn again for that. */
export function useIsBehind(followed: FactCheck): boolean {
  return useFactCheck((factCheck) => factCheck !== followed);
}

/** What can happen to the open fact check; the same object for as long as it is open. */
export function useFactCheckEvents(): FactCheckEvents {
  return useFactCheckStore().events;
}

/** The store itself, for code that reads it when something happens instead of while rendering. */
export function useFactCheckStore(): FactCheckStore {
  return provided(useContext(FactCheckContext), 'fact check');
}

export function useSession<T>(select: (session: SessionState) => T): T {
  return useStore(useSessionStore(), select);
}

export function useSessionEvents(): SessionEvents {
  return useSessionStore().events;
}

export function useSessionStore(): SessionStore {
  return provided(useContext(SessionContext), 'session');
}

/** What waits for a name. */
export function useUnnamedWords(): UnnamedWords {
  return provided(useContext(UnnamedContext), 'unnamed words');
}

export function useNoticeStore(): NoticeStore {
  return provided(useContext(NoticeContext), 'notices');
}

/** Says something to the person that needs no answer. */
export function useNotify(): NoticeStore['events']['notify'] {
  return useNoticeStore().events.notify;
}

/** What opens without a network, and whether a newer version of the app is there. */
export function useOffline(): OfflineState {
  return useStore(provided(useContext(OfflineContext), 'offline'));
}

function provided<T>(store: T | null, name: string): T {
  if (!store) throw new Error(`No ${name} store is provided here.`);
  return store;
}
