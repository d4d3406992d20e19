import { say } from './say.ts';

/** Words of people in the quotation marks of the language of the interface. */
export function quoted(words: string): string {
  return say('“{words}”', { words });
}
