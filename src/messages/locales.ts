/**
 * The languages of the interface, by their BCP 47 tags, each with its own name for itself. One stands here once its
 * catalogue is whole: a test sees to it.
 */
export const LOCALE_NAMES = {
  en: 'English',
  ar: 'العربية',
  de: 'Deutsch',
  es: 'Español',
  fr: 'Français',
  ja: '日本語',
} as const;

export type Locale = keyof typeof LOCALE_NAMES;

/** What a person can choose: one of the languages, or whatever their browser asks for. */
export type LanguageChoice = Locale | 'browser';

export const LOCALES = Object.keys(LOCALE_NAMES) as readonly Locale[];

/** The first of the languages asked for (BCP 47) that is offered; English when none of them is. */
export function pickLocale(asked: readonly string[]): Locale {
  for (const tag of asked) {
    const language = tag.toLowerCase().split('-')[0];
    const spoken = LOCALES.find((locale) => locale === language);
    if (spoken) return spoken;
  }
  return 'en';
}

/** Which way a language of the interface is written. */
export function directionOf(locale: string): 'ltr' | 'rtl' {
  return locale === 'ar' ? 'rtl' : 'ltr';
}
