import type { Preferences } from '../storage/preferences.ts';
import type { Store } from '../storage/store.ts';
import { createSessionStore, type SessionStore } from '../stores/session-store.ts';
import { atRest } from './at-rest.ts';

/**
 * The session, with the preferences of this browser. They are read from localStorage, which has them at once; when that is
 * lost, or blocked, they come back from the database: who is checking would be a stranger to their own verdicts.
 */
export function startSession(
  store: Pick<Store, 'keepPreferences' | 'recallPreferences'>,
  preferences: Preferences,
): SessionStore {
  let text: string | null = null;
  const session = createSessionStore({
    getItem: (name) => (text = preferences.getItem(name)),
    setItem: (name, now) => {
      text = now;
      preferences.setItem(name, now);
      store.keepPreferences(now);
    },
  });
  // Where the code does not come, the name is asked for again.
  void atRest
    .then(() => import('./compare-preferences.ts'))
    .then(({ comparePreferences }) => comparePreferences(session, text, store))
    .catch(() => undefined);
  return session;
}
