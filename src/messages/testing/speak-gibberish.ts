import compile from 'icu-minify/compile';
import { listMessages } from '../compile/list-messages.ts';
import { keyOf } from '../key-of.ts';
import { speak, type Language } from '../language.ts';
import { inWordsOf } from '../load-language.ts';

let gibberish: Language | null = null;

/**
 * Speaks a language in which every message of the app stands in brackets, ⟦like this⟧, so that what is no message shows.
 * It counts and sorts as French does. Node only.
 */
export function speakGibberish(): void {
  gibberish ??= inWordsOf(
    Object.fromEntries(
      listMessages().map(({ text, context }) => [keyOf(compile(text), context), compile(`⟦${text}⟧`)]),
    ),
    'fr',
  );
  speak(gibberish);
}
