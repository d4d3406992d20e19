import '../ui/tokens.css';
import { createClock } from '../domain/clock.ts';
import { createQueryClient } from '../queries/query-client.ts';
import { findBrowserParts, findPreferences } from '../storage/browser-parts.ts';
import { openStore } from '../storage/open-store.ts';
import { createNoticeStore } from '../stores/notice-store.ts';
import { createSessionStore } from '../stores/session-store.ts';
import type { AppParts } from './App.tsx';
import { newId } from './new-id.ts';

/** Makes what the app is wired from: the one clock, the one source of ids, the storage of this browser. */
export function startApp(): AppParts {
  const clock = createClock({ now: Date.now, newId, tab: newId().slice(-8) });
  return {
    keeping: { store: openStore({ clock, ...findBrowserParts() }), clock },
    queryClient: createQueryClient(),
    session: createSessionStore(findPreferences()),
    notices: createNoticeStore(),
  };
}
