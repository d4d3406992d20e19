import { say } from './say.ts';

/** "a, b, c", with what the language of the interface puts between words of a row. */
export function formatSeries(words: readonly string[]): string {
  return words.join(say('{one}, {next}', { one: '', next: '' }));
}
