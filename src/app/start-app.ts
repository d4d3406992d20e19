import '../ui/tokens.css';
import { createClock } from '../domain/clock.ts';
import { createQueryClient } from '../queries/query-client.ts';
import { openStore } from '../storage/open-store.ts';
import { createNoticeStore } from '../stores/notice-store.ts';
import { createSessionStore } from '../stores/session-store.ts';
import type { AppParts } from './App.tsx';
import { newId } from './new-id.ts';

/** Makes what the app is wired from: the one clock, the one source of ids, the storage of this browser. */
export function startApp(): AppParts {
  const clock = createClock({ now: Date.now, newId, tab: newId().slice(-8) });
  const store = openStore({
    localStorage,
    clock,
    listen: (listener) => addEventListener('storage', ({ key, newValue }) => listener({ key, newValue })),
  });
  return {
    keeping: { store, clock },
    queryClient: createQueryClient(),
    session: createSessionStore(),
    notices: createNoticeStore(),
  };
}
