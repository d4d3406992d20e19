import { onLanguage, speak, spokenLanguage } from '../messages/language.ts';
import type { LanguageChoice } from '../messages/locales.ts';
import { say } from '../messages/say.ts';
import type { NoticeStore } from '../stores/notice-store.ts';
import type { SessionStore } from '../stores/session-store.ts';

/**
 * Speaks the language that was chosen, or that the browser asks for, and from then on whichever is chosen; the root element
 * says which one that is. Settles when the first one is there, or cannot come: it goes on in English then, and says so.
 */
export async function startLanguage(session: SessionStore, notices: NoticeStore): Promise<void> {
  onLanguage(() => {
    const { tag, direction } = spokenLanguage();
    Object.assign(document.documentElement, { lang: tag, dir: direction });
  });

  async function speakChosen(): Promise<void> {
    const choice = session.getState().language;
    try {
      const language = await load(choice);
      // Of two that were chosen one after the other, the first may come last.
      if (session.getState().language === choice) speak(language);
    } catch {
      notices.events.notify(
        say('The words of your language could not be loaded. Linecheck goes on in this one.'),
        { label: say('Try again'), run: () => void speakChosen() },
      );
    }
  }

  session.subscribe((now, before) => {
    if (now.language !== before.language) void speakChosen();
  });
  await speakChosen();
}

/** English stands in the code and waits for nothing, nor does it load what loads the others. */
async function load(choice: LanguageChoice) {
  const asked = choice === 'browser' ? navigator.languages : [choice];
  return /^en\b/i.test(asked[0] ?? 'en')
    ? undefined
    : (await import('../messages/load-language.ts')).loadFirstOf(asked);
}
