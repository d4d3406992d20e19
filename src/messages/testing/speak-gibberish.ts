import compile from 'icu-minify/compile';
import { listMessages } from '../compile/list-messages.ts';
import { keyOf } from '../key-of.ts';
import { speak, type Catalogue } from '../language.ts';

let gibberish: Catalogue | null = null;

/**
 * Speaks a language in which every message of the app stands in brackets, ⟦like this⟧, so that what is no message shows.
 * It counts and sorts as French does. Node only.
 */
export function speakGibberish(): void {
  gibberish ??= Object.fromEntries(
    listMessages().map(({ text, context }) => [keyOf(compile(text), context), compile(`⟦${text}⟧`)]),
  );
  speak('fr', gibberish);
}
