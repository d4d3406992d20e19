import { runAtOnce } from '../domain/steps.ts';
import { findSentences } from './find-sentences.ts';
import type { LaidOutText } from './laid-out-text.ts';
import { composeTitle } from './title.ts';

/** UTF-16 units of the first block in which its first sentence ends, or is cut for a title anyway. */
const BEGINNING = 2000;

/** The title that an article of this text is going to have when nobody gives it one. Looks at the beginning only. */
export function proposeTitle({ text, blocks }: LaidOutText, language: string): string {
  const [first] = blocks;
  if (!first) return '';
  const beginning = { ...first, end: Math.min(first.end, first.start + BEGINNING) };
  return composeTitle(text, blocks, runAtOnce(findSentences(text, [beginning], language)));
}
