import type { Target } from '../domain/annotation.ts';
import type { Article, Range } from '../domain/article.ts';
import { sentencesIn } from '../domain/coverage.ts';
import { fold } from './fold.ts';

type Draft = Pick<Article, 'text' | 'sentences'>;

/**
 * Whether the sentences around a target say the same in both drafts, typography aside. The same words may mean something
 * else in a sentence that has changed ("all hospitals" and "some hospitals", "said" and "denied"): no rule about their
 * neighbours knows all of that, so a person is shown it.
 */
export function keepsSentence(older: Draft, was: Target, newer: Draft, is: Target): boolean {
  const [then, now] = [wordsAround(older, was), wordsAround(newer, is)];
  return then.every((words, side) => words === now[side]);
}

/**
 * The same where of the older draft only the quote is known, with its prefix and suffix: these are held against the sentence
 * as far as they reach. `segment` finds the sentences in them.
 */
export function keepsContext(
  was: Target,
  newer: Draft,
  is: Target,
  segment: (text: string) => readonly Range[],
): boolean {
  const { exact } = was.quote;
  // A line of its own is another block, or a sentence that goes on: nothing tells which.
  const prefix = was.quote.prefix.slice(was.quote.prefix.lastIndexOf('\n') + 1);
  const [suffix = ''] = was.quote.suffix.split('\n', 1);
  const text = prefix + exact + suffix;
  const position = { start: prefix.length, end: prefix.length + exact.length };
  const sentences = segment(text);
  const [before, behind] = wordsAround({ text, sentences }, { quote: was.quote, position });
  const [beforeNow, behindNow] = wordsAround(newer, is);
  const own = sentencesIn(sentences, position);
  const begins = (own[0] ?? 0) > 0;
  const ends = (own.at(-1) ?? sentences.length) < sentences.length - 1;
  return (
    (begins ? before === beforeNow : beforeNow.endsWith(before)) &&
    (ends ? behind === behindNow : behindNow.startsWith(behind))
  );
}

/** What stands before and behind a target in its sentences, folded. */
function wordsAround({ text, sentences }: Draft, { position }: Target): readonly [string, string] {
  const indices = sentencesIn(sentences, position);
  const start = Math.min(position.start, sentences[indices[0] ?? -1]?.start ?? position.start);
  const end = Math.max(position.end, sentences[indices.at(-1) ?? -1]?.end ?? position.end);
  return [
    fold(text.slice(start, position.start)).folded.trim(),
    fold(text.slice(position.end, end)).folded.trim(),
  ];
}
