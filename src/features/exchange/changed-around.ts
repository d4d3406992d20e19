import { findChangedAround } from '../../anchoring/changed-around.ts';
import { keepsContext, keepsSentence } from '../../anchoring/keeps-sentence.ts';
import { runInSlices, Slices } from '../../anchoring/slices.ts';
import { quoteOf, type Annotation } from '../../domain/annotation.ts';
import type { Article, Range } from '../../domain/article.ts';
import type { CarryItem } from '../../domain/carry-over.ts';
import type { FactCheck } from '../../domain/fact-check.ts';
import { segment } from '../../ingest/segment/segment.ts';
import { formatSeries } from '../../messages/format-series.ts';
import { quoted } from '../../messages/quoted.ts';
import { say } from '../../messages/say.ts';
import { shorten } from '../../ui/shorten.ts';
import type { FoundPlace } from './place-annotations.ts';

/**
 * Judged annotations that stand in a text which they were not made on, in a sentence that says something else around their
 * words. `draftOf` is the text that they were made on, where it is here; else what stood around their words tells.
 */
export async function listChangedAround(
  factCheck: FactCheck,
  newer: Pick<Article, 'text' | 'sentences' | 'language'>,
  plan: readonly CarryItem[],
  signal?: AbortSignal,
  draftOf: (annotation: Annotation) => Article | undefined = () => undefined,
): Promise<readonly Annotation[]> {
  const madeOn = { draftOf, segment: (text: string) => segment(text, newer.language) };
  return runInSlices(findChangedAround(factCheck, newer, plan, madeOn), new Slices(signal));
}

/** UTF-16 units around words in which their sentence begins and ends. */
const REACH = 1000;

/** The same for what another tool has said of words that were found in the article as they are. */
export function isChangedAround(article: Article, { targets, wanted, text }: FoundPlace): boolean {
  if (text === article.text) return false;
  const segmentHere = (words: string): readonly Range[] => segment(words, article.language);
  return targets.some((target, i) => {
    const was = wanted[i];
    if (!was) return false;
    if (text === null) return !keepsContext(was, article, target, segmentHere);
    const from = Math.max(0, was.position.start - REACH);
    const piece = text.slice(from, was.position.end + REACH);
    const position = { start: was.position.start - from, end: was.position.end - from };
    const older = { text: piece, sentences: segmentHere(piece) };
    return !keepsSentence(older, { ...was, position }, article, target);
  });
}

/** More words than a person goes through in a message. */
const MOST_NAMED = 10;

/** Which ones these are, as a sentence; none when there are none. */
export function sayChangedAround(around: readonly Pick<Annotation, 'targets'>[]): readonly string[] {
  if (around.length === 0) return [];
  const named = around.slice(0, MOST_NAMED).map((annotation) => quoted(shorten(quoteOf(annotation))));
  return [
    say(
      '{n, plural, one {# annotation stands} other {# annotations stand}} in a sentence that has changed around the same words. The verdict stays; look whether it still holds: {quotes}',
      { n: around.length, quotes: formatSeries(around.length > MOST_NAMED ? [...named, '…'] : named) },
    ),
  ];
}
