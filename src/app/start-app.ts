import '../ui/tokens.css';
import { createClock } from '../domain/clock.ts';
import { createQueryClient } from '../queries/query-client.ts';
import { findBrowserParts, findPreferences } from '../storage/browser-parts.ts';
import { openStore } from '../storage/open-store.ts';
import { createNoticeStore } from '../stores/notice-store.ts';
import { createOfflineStore } from '../stores/offline-store.ts';
import type { AppParts } from './App.tsx';
import { atRest } from './at-rest.ts';
import { newId } from './new-id.ts';
import { refuseDrops } from './refuse-drops.ts';
import { startSession } from './start-session.ts';

/** Makes what the app is wired from: the one clock, the one source of ids, the storage of this browser. */
export function startApp(): AppParts {
  refuseDrops();
  const clock = createClock({ now: Date.now, newId, tab: newId().slice(-8) });
  const store = openStore({ clock, ...findBrowserParts(atRest) });
  const notices = createNoticeStore();
  void atRest
    .then(async () => (await import('./tell-unasked.ts')).tellUnasked(store, notices))
    .catch(() => undefined);
  const offline = createOfflineStore();
  if (import.meta.env.PROD)
    onceAtRest(() =>
      import('./keep-offline.ts').then(({ keepOffline }) => keepOffline({ store, notices, offline })),
    );
  return {
    keeping: { store, clock },
    queryClient: createQueryClient(),
    session: startSession(store, findPreferences()),
    notices,
    offline,
  };
}

/** How long after the page has come what is kept for later is fetched, in milliseconds: the parts of the desk go first. */
const REST = 3000;

function onceAtRest(act: () => Promise<void>): void {
  // What does not come now comes at the next start.
  addEventListener('load', () => setTimeout(() => void act().catch(() => undefined), REST), { once: true });
}
