import { directionOf, pickLocale, type Locale } from '../messages/locales.ts';
import type { SessionStore } from '../stores/session-store.ts';

/** Speaks the language that was chosen, or that the browser asks for, and says on the root element which one that is. */
export async function startLanguage(session: SessionStore): Promise<void> {
  const { language } = session.getState();
  const spoken = await speakSoon(language === 'browser' ? pickLocale(navigator.languages) : language);
  document.documentElement.lang = spoken;
  document.documentElement.dir = directionOf(spoken);
}

/** English stands in the code and waits for nothing, nor does it load what loads the others. */
async function speakSoon(chosen: Locale): Promise<Locale> {
  if (chosen === 'en') return chosen;
  const { speakLanguage } = await import('../messages/load-language.ts');
  return speakLanguage(chosen);
}
