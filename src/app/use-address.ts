import { useSyncExternalStore } from 'react';

/*
 * The address behind the hash has two parts: the path, by which the screen is chosen, and after a "?" what the list of the
 * desk looks for (`?q=`). wouter's own hash location would put the second one before the hash, where a server sees it.
 */

type Navigate = (path: string, options?: { readonly replace?: boolean; readonly state?: unknown }) => void;

/** A location hook for wouter: the path behind the hash, and how to go to another one. */
export function useAddress(): [string, Navigate] {
  return [useSyncExternalStore(watchAddress, pathInAddress), navigate];
}

/** What the list looks for, as the address says it; empty when it says nothing. */
export function queryInAddress(): string {
  return new URLSearchParams(partsOf(location.hash).search).get('q') ?? '';
}

/** Says in the address what the list looks for. It makes no entry in the history of the browser. */
export function putQueryInAddress(query: string): void {
  history.replaceState(history.state, '', hashOf(pathInAddress(), query));
}

/** The path of the present screen, without what its list looks for. */
export function pathInAddress(): string {
  return partsOf(location.hash).path;
}

/** Calls back when a person or the app goes to another address; returns how to stop that. */
export function watchAddress(onGone: () => void): () => void {
  addEventListener('hashchange', onGone);
  return () => removeEventListener('hashchange', onGone);
}

/** Within one fact check the list goes on to look for the same. */
const navigate: Navigate = (path, { replace = false, state = null } = {}) => {
  const from = location.href;
  const query = deskOf(path) === deskOf(pathInAddress()) ? queryInAddress() : '';
  history[replace ? 'replaceState' : 'pushState'](state, '', hashOf(path, query));
  dispatchEvent(new HashChangeEvent('hashchange', { oldURL: from, newURL: location.href }));
};

function hashOf(path: string, query: string): string {
  return query.trim() === '' ? `#${path}` : `#${path}?q=${encodeURIComponent(query)}`;
}

function partsOf(hash: string): { readonly path: string; readonly search: string } {
  const [path = '', search = ''] = hash.replace(/^#?\/?/, '').split(/\?(.*)/s);
  return { path: `/${path}`, search };
}

function deskOf(path: string): string | undefined {
  return /^\/check\/[^/]+/.exec(path)?.[0];
}
