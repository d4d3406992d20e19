import { message, say } from '../messages/say.ts';
import { hasVisibleCharacter } from './visible.ts';

/** UTF-16 units: about 800,000 words, more than the longest novels. */
export const LONGEST_TEXT = 5_000_000;

/**
 * Paragraphs and sentences that a browser shows as one page within a few seconds: more than the longest novels have. A
 * list or a log of such a length has many times as many, and would keep the page from answering for minutes.
 */
export const MOST_BLOCKS = 60_000;
export const MOST_SENTENCES = 100_000;

/** UTF-16 units of HTML, pictures within it included. */
export const LONGEST_HTML = 50_000_000;

export const NOTHING_TO_READ = message(
  'There is no text here to check. Paste or open an article that has words in it.',
);

/** Controls that no text has; the tab, line breaks and escape sequences of terminals are not among them. */
// oxlint-disable-next-line no-control-regex -- they are what is looked for
const STRANGE = /[\u0001-\u0008\u000e-\u001a\u001c-\u001f\ufffd]/g;

/** One in a hundred may be strange: old files hold a few, and a few decoding errors do not hide what a text says. */
const STRANGE_SHARE = 0.01;
const STRANGE_AT_LEAST = 8;

/** Why a text cannot be an article, as a sentence for the person, or null when it can. `longest` in UTF-16 units. Linear. */
export function findTrouble(text: string, longest: number): string | null {
  if (text.length > longest) {
    return say(
      'This text is too long: it has {length, number} characters, and Linecheck takes up to {longest, number}.',
      { length: text.length, longest },
    );
  }
  const strange = text.match(STRANGE)?.length ?? 0;
  if (text.includes('\0') || (strange >= STRANGE_AT_LEAST && strange > text.length * STRANGE_SHARE))
    return say('This is not text: it looks like the inside of a program, a picture or another kind of file.');
  return hasVisibleCharacter(text) ? null : say(NOTHING_TO_READ);
}

/** Why a text has too many parts to be an article, as a sentence for the person, or null when it has not. */
export function findTooMany({
  blocks = 0,
  sentences = 0,
}: {
  readonly blocks?: number;
  readonly sentences?: number;
}): string | null {
  if (blocks > MOST_BLOCKS)
    return say(
      'This text has too many paragraphs: {count, number}, and Linecheck takes up to {most, number}. Check it in parts.',
      { count: blocks, most: MOST_BLOCKS },
    );
  if (sentences > MOST_SENTENCES)
    return say(
      'This text has too many sentences: {count, number}, and Linecheck takes up to {most, number}. Check it in parts.',
      { count: sentences, most: MOST_SENTENCES },
    );
  return null;
}
