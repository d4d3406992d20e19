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
  const compare = async (): Promise<void> => {
    if (text !== null && session.getState().reviewer !== null) {
      store.keepPreferences(text);
      return;
    }
    const kept = await store.recallPreferences();
    if (kept !== null) session.events.recall(kept);
  };
  void atRest.then(compare);
  return session;
}
