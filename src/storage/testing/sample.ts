import { startFactCheck, type DraftArticle } from '../../domain/start-fact-check.ts';
import type { Clock } from '../../domain/clock.ts';
import type { FactCheck } from '../../domain/fact-check.ts';
import { sha256Of } from './sha256-of.ts';

const TEXT = 'The bridge is 92 m long. “It was built in 1887,” she said. 👩🏽‍🚀 crossed it — twice.';

export const SAMPLE_ARTICLE: DraftArticle = {
  title: 'The bridge at Ålesund',
  retrievedAt: '2026-01-30T09:00:00Z',
  language: 'en',
  direction: 'ltr',
  text: TEXT,
  blocks: [{ kind: 'paragraph', start: 0, end: TEXT.length }],
  links: [],
  sentences: [
    { start: 0, end: 24 },
    { start: 25, end: 59 },
    { start: 60, end: TEXT.length },
  ],
  segmenter: '1',
  sha256: sha256Of(TEXT),
};

/** A new fact check of the sample article. */
export function startSample(clock: Clock): FactCheck {
  return startFactCheck(SAMPLE_ARTICLE, { clock, by: null });
}
