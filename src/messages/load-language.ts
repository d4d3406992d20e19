import { speak, whenSpoken, type Catalogue } from './language.ts';
import { LOCALES, type Locale } from './locales.ts';

const FIRST = import.meta.glob<Catalogue>('./catalogues/*/first.json', { import: 'default' });
const LATER = import.meta.glob<Catalogue>('./catalogues/*/later.json', { import: 'default' });

/**
 * Speaks a language. Settles, with the language, as soon as what is said before any later part has come is there; where
 * that does not come, English is spoken. What later parts say is on its way then (`whenSpoken`).
 */
export async function speakLanguage(chosen: Locale): Promise<Locale> {
  const loadFirst = FIRST[`./catalogues/${chosen}/first.json`];
  const loadLater = LATER[`./catalogues/${chosen}/later.json`];
  if (!loadFirst || !loadLater) return 'en';
  const later = loadLater();
  // Where it does not come, what it would have said is said in English.
  const whole = Promise.all([loadFirst(), later]).then(([first, rest]) => ({ ...first, ...rest }));
  whole.catch(() => undefined);
  try {
    speak(chosen, await loadFirst(), whole);
    return chosen;
  } catch {
    return 'en';
  }
}

/** Speaks in a worker what the page speaks, which has named the worker by its language. */
export async function speakAsPage(name: string): Promise<void> {
  const chosen = LOCALES.find((locale) => locale === name);
  if (chosen === undefined) return;
  await speakLanguage(chosen);
  await whenSpoken();
}
