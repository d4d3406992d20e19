/** Characters of Chinese and Japanese, their punctuation and full-width forms: a new line among them stands for no space. */
const UNSPACED = '[\\u2e80-\\u9fff\\uf900-\\ufaff\\uff01-\\uff60]';
const BREAK_AMONG_UNSPACED = new RegExp(`(?<=${UNSPACED})[ \\t]*\\r?\\n[ \\t\\r\\n]*(?=${UNSPACED})`, 'g');

/**
 * White space made single, as a browser shows it, and a line break between two characters that have no space between words
 * taken away (CSS Text 3, 4.1.3). The non-breaking space stays.
 */
export function collapseSpace(text: string): string {
  return text.replaceAll(BREAK_AMONG_UNSPACED, '').replaceAll(/[ \t\n\r\f]+/g, ' ');
}
