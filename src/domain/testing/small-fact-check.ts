import { annotate } from '../annotate.ts';
import { applyChange, type Change, type Hand } from '../change.ts';
import type { FactCheck } from '../fact-check.ts';
import { startFactCheck } from '../start-fact-check.ts';
import { createTestClock } from './arbitrary-changes.ts';
import { targetAt } from './arbitrary-fact-check.ts';

const TEXT = 'Thirteen soldiers died. The senator said so.';

/** Words to mark: the first sentence and the second. */
export const FIRST = targetAt(TEXT, 0, 23);
export const SECOND = targetAt(TEXT, 24, 20);

/** Two sentences under check, the first annotated as `first`, and a desk at which changes can be tried out. */
export function createSmallDesk(): {
  readonly hand: Hand;
  readonly factCheck: () => FactCheck;
  readonly apply: (make: (now: FactCheck, hand: Hand) => Change) => Change;
} {
  const hand: Hand = { clock: createTestClock(), by: 'ada' };
  let now = startFactCheck(
    {
      title: 'A short report',
      retrievedAt: '2026-01-01T00:00:00Z',
      language: 'en',
      direction: 'ltr',
      text: TEXT,
      blocks: [{ kind: 'paragraph', start: 0, end: TEXT.length }],
      links: [],
      sentences: [FIRST.position, SECOND.position],
      segmenter: 'test',
      sha256: '0'.repeat(64),
    },
    hand,
  );
  now = applyChange(now, annotate(now, { targets: [FIRST], id: 'first' }, hand));
  return {
    hand,
    factCheck: () => now,
    apply: (make) => {
      const change = make(now, hand);
      now = applyChange(now, change);
      return change;
    },
  };
}
