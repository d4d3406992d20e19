const NAMES = new Intl.DisplayNames(['en'], {
  type: 'language',
  languageDisplay: 'standard',
  fallback: 'code',
});

/** The English name of a language by its BCP 47 tag; the tag itself where it has none or is malformed. */
export function nameLanguage(tag: string): string {
  try {
    return NAMES.of(tag) ?? tag;
  } catch {
    return tag;
  }
}
