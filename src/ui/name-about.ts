import { say } from '../messages/say.ts';

/** The name of one of several buttons with the same words: these first, as they are seen and spoken to, then what it is about. */
export function nameAbout(words: string, about: string): string {
  return say('{name}: {words}', { name: words, words: about });
}
