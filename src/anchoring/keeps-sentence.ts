import type { Target } from '../domain/annotation.ts';
import type { Article } from '../domain/article.ts';
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
