import { speak, type Catalogue } from './language.ts';
import { LOCALES, type Locale } from './locales.ts';

const CATALOGUES = import.meta.glob<Catalogue>('./catalogues/*.json', { import: 'default' });

/** Speaks a language, once its catalogue has come. Rejects where that does not come: what was spoken stays then. */
export async function speakLanguage(chosen: Locale): Promise<void> {
  speak(chosen, (await CATALOGUES[`./catalogues/${chosen}.json`]?.()) ?? null);
}

/** Speaks in a worker what the page speaks, which has named the worker by its language; English where that does not come. */
export async function speakAsPage(name: string): Promise<void> {
  const chosen = LOCALES.find((locale) => locale === name);
  if (chosen !== undefined && chosen !== 'en') await speakLanguage(chosen).catch(() => undefined);
}
