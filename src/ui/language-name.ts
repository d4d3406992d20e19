import { kept, locale } from '../messages/language.ts';

const namesIn = kept(
  (language: string, options?: Pick<Intl.DisplayNamesOptions, 'fallback'>) =>
    new Intl.DisplayNames([language], { type: 'language', languageDisplay: 'standard', ...options }),
);

/**
 * What the language of the interface calls a language by its BCP 47 tag; the tag itself where it has no name or is
 * malformed.
 */
export function nameLanguage(tag: string): string {
  try {
    return namesIn(locale(), { fallback: 'code' }).of(tag) ?? tag;
  } catch {
    return tag;
  }
}
