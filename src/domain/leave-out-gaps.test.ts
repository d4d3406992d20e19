import { expect, test } from 'vitest';
import { gatherFactCheck, recordsOf, type AnyRecord } from './fact-check.ts';
import { leaveOutGaps } from './leave-out-gaps.ts';
import { createSmallDesk } from './testing/small-fact-check.ts';

const STAMP = { rev: [1, 'tab'], updatedAt: '2026-01-01T00:00:00Z', updatedBy: null } as const;

function evidence(id: string, annotationId: string, sourceId: string): AnyRecord {
  return { type: 'evidence', id, annotationId, sourceId, stance: 'context', ...STAMP };
}

test('what points nowhere is left out, and nothing of another type that has the same id', () => {
  const { factCheck } = createSmallDesk();
  const [annotation] = factCheck().tables.annotation.keys();
  if (annotation === undefined) throw new Error('There is none.');
  const all = [...recordsOf(factCheck()), evidence(annotation, annotation, 'nothing')];
  const { factCheck: left, problems, fatal } = leaveOutGaps(gatherFactCheck(factCheck().id, all));
  expect(fatal).toBeNull();
  expect(left).toEqual(factCheck());
  expect(problems).toEqual([`Evidence ${annotation} names a source that is not here.`]);
});

test('one that lacks two things is named once', () => {
  const { factCheck } = createSmallDesk();
  const all = [...recordsOf(factCheck()), evidence('e', 'nowhere', 'nothing')];
  expect(leaveOutGaps(gatherFactCheck(factCheck().id, all)).problems).toEqual([
    'Evidence e belongs to an annotation that is not here.',
  ]);
});
