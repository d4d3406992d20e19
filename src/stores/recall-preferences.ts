import { readPreferences, UNSET, type Preferences, type SessionStore } from './session-store.ts';

/** Takes up preferences as they were written once; what has been set since stays. */
export function recallPreferences(session: SessionStore, text: string): void {
  const now = session.getState();
  const names = Object.keys(UNSET) as readonly (keyof Preferences)[];
  const isSet = names.filter((name) => now[name] !== UNSET[name]);
  session.setState({
    ...readPreferences(text),
    ...Object.fromEntries(isSet.map((name) => [name, now[name]])),
  });
}
