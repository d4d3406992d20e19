import { locale, onLanguage, speak } from '../messages/language.ts';
import { directionOf, pickLocale, type LanguageChoice, type Locale } from '../messages/locales.ts';
import type { SessionStore } from '../stores/session-store.ts';

/**
 * Speaks the language that was chosen, or that the browser asks for, and from then on whichever is chosen; the root element
 * says which one that is. Settles when the first one is there, or cannot come: English is spoken then.
 */
export async function startLanguage(session: SessionStore): Promise<void> {
  onLanguage(() => Object.assign(document.documentElement, { lang: locale(), dir: directionOf(locale()) }));
  session.subscribe(({ language }, before) => {
    if (language !== before.language) void speakSoon(language);
  });
  await speakSoon(session.getState().language);
}

/** English stands in the code and waits for nothing, nor does it load what loads the others. */
async function speakSoon(choice: LanguageChoice): Promise<void> {
  const chosen = choice === 'browser' ? pickLocale(navigator.languages) : choice;
  if (chosen === locale()) return;
  if (chosen === 'en') speak('en', null);
  else await speakOther(chosen);
}

/** What does not come is asked for again at the next start. */
async function speakOther(chosen: Locale): Promise<void> {
  try {
    const { speakLanguage } = await import('../messages/load-language.ts');
    await speakLanguage(chosen);
  } catch {
    speak('en', null);
  }
}
