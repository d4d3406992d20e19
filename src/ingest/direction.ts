const RTL_SCRIPTS: ReadonlySet<string> = new Set([
  'Arab',
  'Hebr',
  'Thaa',
  'Syrc',
  'Nkoo',
  'Adlm',
  'Rohg',
  'Mand',
  'Samr',
]);

/** Letters (General Category L) with the bidirectional classes R and AL (UAX 9) lie in these blocks. */
const RTL_LETTERS = /[\u05d0-\u08ff\ufb1d-\ufdff\ufe70-\ufeff\u{10800}-\u{10fff}\u{1e800}-\u{1efff}]/gu;
const LETTERS = /\p{L}/gu;

/** UTF-16 units that are looked at. */
const SAMPLE = 2000;

/**
 * Which way the lines of a text run. The language says, if the text has any letter of that direction; else (a wrong or
 * unknown language) whichever kind of letter is in the majority.
 */
export function directionOf(language: string, text: string): 'ltr' | 'rtl' {
  const sample = text.slice(0, SAMPLE);
  const rtl = sample.match(RTL_LETTERS)?.length ?? 0;
  const all = sample.match(LETTERS)?.length ?? 0;
  const isRtlLanguage = RTL_SCRIPTS.has(scriptOf(language));
  if (isRtlLanguage && (rtl > 0 || all === 0)) return 'rtl';
  return rtl > all / 2 ? 'rtl' : 'ltr';
}

/** ISO 15924 code of the script that a language is usually written in; empty when the tag is none or unknown. */
function scriptOf(language: string): string {
  try {
    return new Intl.Locale(language).maximize().script ?? '';
  } catch {
    return '';
  }
}
