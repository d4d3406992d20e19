import type { Store } from '../storage/store.ts';
import { recallPreferences } from '../stores/recall-preferences.ts';
import type { SessionStore } from '../stores/session-store.ts';

/** Takes the preferences that localStorage has into the database of this start, or those that it has lost from there. */
export async function comparePreferences(
  session: SessionStore,
  text: string | null,
  store: Pick<Store, 'keepPreferences' | 'recallPreferences'>,
): Promise<void> {
  if (text !== null && session.getState().reviewer) {
    store.keepPreferences(text);
    return;
  }
  const kept = await store.recallPreferences();
  if (kept !== null) recallPreferences(session, kept);
}
