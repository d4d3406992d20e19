import type { OutputFormat } from 'citeproc';
import { linkTarget } from '../domain/link.ts';
import { RIGHT_TO_LEFT } from '../domain/right-to-left.ts';
import type { Run } from './cite.ts';

/** Marks in what the processor writes: words are freed of them before. */
const [ITALIC, UPRIGHT] = ['\uf8f4', '\uf8f5'] as const;
const [ISOLATE, ISOLATE_END] = ['\u2068', '\u2069'] as const;
/** What would begin and end markup to the processor. */
const [LESS, GREATER] = ['\uf8f0', '\uf8f1'] as const;
/** In the place of an address: the processor would take it apart. */
export const ADDRESS = '\uf8f2';

/** Controls, among them those of direction, and what stands for something else here. */
const MARKS = /[\p{Cc}\u200e\u200f\u202a-\u202e\u2066-\u2069\uf8f0-\uf8ff]+/gu;

/** What the styles do to words beside these, and what the processor asks of any format. */
const WITHOUT_MARKS = `
  font-variant/small-caps font-variant/normal font-weight/bold font-weight/normal font-weight/light text-decoration/none
  text-decoration/underline vertical-align/sup vertical-align/sub vertical-align/baseline strip-periods/true strip-periods/false
  passthrough/true URL/true DOI/true quotes/false cite/entry bibliography/entry
  display/block display/left-margin display/right-inline display/indent showid/true
`
  .trim()
  .split(/\s+/);

/** What the processor writes in: runs, between marks. It calls each part with its own state and the words in it. */
export const RUNS_FORMAT: OutputFormat = {
  text_escape: (text) => text,
  bibstart: '',
  bibend: '',
  '@font-style/italic': between(ITALIC, UPRIGHT),
  '@font-style/oblique': between(ITALIC, UPRIGHT),
  '@font-style/normal': between(UPRIGHT, ITALIC),
  '@quotes/true': (state, words) => quote(words, state.getTerm('open-quote'), state.getTerm('close-quote')),
  '@quotes/inner': (state, words) =>
    // Without words it asks for an apostrophe.
    words === undefined
      ? '’'
      : quote(words, state.getTerm('open-inner-quote'), state.getTerm('close-inner-quote')),
  ...Object.fromEntries(WITHOUT_MARKS.map((name) => [`@${name}`, between('', '')])),
};

/** Templates of the processor would take a `$` in the words for a command. */
function between(before: string, after: string): (state: unknown, words?: string) => string {
  return (_, words = '') => `${before}${words}${after}`;
}

function quote(words: string | undefined, open: string, close: string): string {
  return words === undefined ? open : `${open}${words}${close}`;
}

/** Words that the processor takes as such, without anything that it, or `readRuns`, would take for a mark. */
export function plainWords(words: string): string {
  return words.replaceAll(MARKS, ' ').replaceAll('<', LESS).replaceAll('>', GREATER).trim();
}

/** Plain words that turn nothing round beside them, whatever their direction. */
export function isolatedWords(words: string): string {
  const plain = plainWords(words);
  return RIGHT_TO_LEFT.test(plain) ? `${ISOLATE}${plain}${ISOLATE_END}` : plain;
}

/** Words that run from the right among others, from their first letter to their last. */
const STRETCH_FROM_RIGHT = new RegExp(
  `(${RIGHT_TO_LEFT.source}(?:[^\\p{L}]|${RIGHT_TO_LEFT.source})*${RIGHT_TO_LEFT.source}|${RIGHT_TO_LEFT.source})`,
  'u',
);

/** The runs of what was written in `RUNS_FORMAT`, with the address where it has its place. */
export function readRuns(written: string, address: string): readonly Run[] {
  const runs: Run[] = [];
  let [isTitle, isIsolated] = [false, false];
  for (const part of written.split(/([\uf8f2\uf8f4\uf8f5\u2068\u2069])/)) {
    if (part === ITALIC || part === UPRIGHT) isTitle = part === ITALIC;
    else if (part === ISOLATE || part === ISOLATE_END) isIsolated = part === ISOLATE;
    else if (part === ADDRESS) runs.push(addressRun(address));
    else if (part !== '') runs.push(...wordRuns(part, isTitle, isIsolated));
  }
  return runs;
}

/** Scripts that have no italics: slanted by a machine, their letters are hard to read. */
const WITHOUT_ITALICS = new RegExp(
  `${RIGHT_TO_LEFT.source}|[\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}\\p{Script=Hangul}]`,
  'u',
);

function wordRuns(words: string, isTitle: boolean, isIsolated: boolean): readonly Run[] {
  const text = words.replaceAll(LESS, '<').replaceAll(GREATER, '>');
  const title = isTitle && !WITHOUT_ITALICS.test(text) ? { isTitle: true as const } : {};
  if (isIsolated) return [{ text, ...title, isIsolated: true }];
  // Every second part is what was split at.
  return text
    .split(STRETCH_FROM_RIGHT)
    .map((part, i): Run => ({ text: part, ...title, ...(i % 2 === 1 ? { isIsolated: true } : {}) }))
    .filter((run) => run.text !== '');
}

/** An address as it is read, and where it leads. */
export function addressRun(address: string): Run {
  const href = linkTarget(address);
  return href === null ? { text: address } : { text: readable(address, href), href };
}

/** An address in letters of another script as people write it, not as machines do. Nothing in it is invisible. */
function readable(typed: string, href: string): string {
  const isInLetters = /^https?:\/\/[^\s\p{C}]+$/iu.test(typed) && /\P{ASCII}/u.test(typed);
  return isInLetters ? typed : href;
}
