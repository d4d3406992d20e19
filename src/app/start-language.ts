import { onLanguage, speak, spokenLanguage } from '../messages/language.ts';
import type { LanguageChoice } from '../messages/locales.ts';
import type { SessionStore } from '../stores/session-store.ts';

/**
 * Speaks the language that was chosen, or that the browser asks for, and from then on whichever is chosen; the root element
 * says which one that is. Settles when the first one is there, or cannot come: English is spoken then.
 */
export async function startLanguage(session: SessionStore): Promise<void> {
  onLanguage(() => {
    const { tag, direction } = spokenLanguage();
    Object.assign(document.documentElement, { lang: tag, dir: direction });
  });
  session.subscribe((now, before) => {
    if (now.language !== before.language) void speakSoon(now.language);
  });
  await speakSoon(session.getState().language);
}

/** English stands in the code and waits for nothing, nor does it load what loads the others. */
async function speakSoon(choice: LanguageChoice): Promise<void> {
  const asked = choice === 'browser' ? navigator.languages : [choice];
  try {
    if (/^en\b/i.test(asked[0] ?? 'en')) speak();
    else await (await import('../messages/load-language.ts')).speakFirstOf(asked);
  } catch {
    // What does not come is asked for again at the next start.
    speak();
  }
}
