import * as fc from 'fast-check';
import { annotate, editAnnotation, removeAnnotations } from '../annotate.ts';
import { moveBoundaries } from '../move-boundaries.ts';
import { WORK_STATUSES } from '../annotation.ts';
import { applyChange, type Change, type Hand } from '../change.ts';
import {
  citeSource,
  editEvidence,
  editSource,
  mergeSources,
  removeEvidence,
  removeSource,
} from '../cite-source.ts';
import { createClock, type Clock } from '../clock.ts';
import { renameFactCheck } from '../fact-check-edits.ts';
import { articleOf, recordsOf, scaleOf, type FactCheck } from '../fact-check.ts';
import { giveVerdict } from '../give-verdict.ts';
import type { Id } from '../record.ts';
import { targetAt } from './arbitrary-fact-check.ts';
import { arbitraryText } from './arbitrary-text.ts';

/** What one step of a session does, before it is known what the fact check holds then. */
interface Step {
  readonly verb: number;
  /** Pick records by their place in the table, modulo its size. */
  readonly first: number;
  readonly second: number;
  readonly text: string;
  readonly flag: boolean;
}

/**
 * A session of edits, each made by the verbs of this room on the fact check as the ones before it have left it. Apply
 * them in order. Two sessions that shall not meet in their new ids and revisions get different `tab` names.
 */
export function arbitraryChanges(
  factCheck: FactCheck,
  { tab = 'a', maxLength = 12 }: { readonly tab?: string; readonly maxLength?: number } = {},
): fc.Arbitrary<readonly Change[]> {
  const step = fc.record({
    verb: fc.nat({ max: 1000 }),
    first: fc.nat({ max: 1000 }),
    second: fc.nat({ max: 1000 }),
    text: arbitraryText(),
    flag: fc.boolean(),
  });
  return fc.array(step, { maxLength }).map((steps) => {
    const hand = { clock: createTestClock(tab, factCheck), by: `reviewer-${tab}` };
    const changes: Change[] = [];
    let now = factCheck;
    for (const each of steps) {
      const change = makeStep(now, each, hand);
      changes.push(change);
      now = applyChange(now, change);
    }
    return changes;
  });
}

/**
 * A clock that needs no time: a second passes at each look, ids count up (`a-1`, `a-2`, …). It has seen every revision
 * of the fact check, if there is one.
 */
export function createTestClock(tab = 'a', factCheck?: FactCheck): Clock {
  let seconds = 0;
  let ids = 0;
  const clock = createClock({
    now: () => Date.UTC(2026, 0, 1) + 1000 * seconds++,
    newId: () => `${tab}-${++ids}`,
    tab,
  });
  for (const { rev } of factCheck ? recordsOf(factCheck) : []) clock.observe(rev);
  return clock;
}

function makeStep(factCheck: FactCheck, { verb, first, second, text, flag }: Step, hand: Hand): Change {
  const { tables } = factCheck;
  const newId = hand.clock.newId();
  const annotationId = pick(tables.annotation, first);
  const evidenceId = pick(tables.evidence, second);
  const sourceId = pick(tables.source, second);
  const { text: articleText } = articleOf(factCheck);
  const target = targetAt(articleText, first % articleText.length, 1 + (second % 40));
  const ratings = scaleOf(factCheck).ratings;
  const verbs: readonly (() => Change)[] = [
    () =>
      annotate(
        factCheck,
        { targets: [target], checkability: flag ? 'claim' : 'not-checkable', id: newId },
        hand,
      ),
    () => editAnnotation(factCheck, annotationId, { claim: { statement: text }, tags: [text] }, hand),
    () =>
      editAnnotation(
        factCheck,
        annotationId,
        { reason: text, status: WORK_STATUSES[second % WORK_STATUSES.length] ?? 'to-check' },
        hand,
      ),
    () => moveBoundaries(factCheck, annotationId, [target], hand),
    () =>
      giveVerdict(
        factCheck,
        { annotationId, reviewerId: hand.by ?? 'nobody', newId },
        {
          ratingId: flag ? (ratings[second % ratings.length]?.id ?? null) : null,
          conclusion: text,
          confidence: flag ? 'high' : null,
        },
        hand,
      ),
    () =>
      giveVerdict(
        factCheck,
        { annotationId, reviewerId: hand.by ?? 'nobody', newId },
        { suggestedWording: text, unknowns: flag ? text : '' },
        hand,
      ),
    () =>
      tables.annotation.size === 0
        ? renameFactCheck(factCheck, text, hand)
        : citeSource(
            factCheck,
            {
              annotationId,
              source: flag || tables.source.size === 0 ? { title: text, url: text } : sourceId,
              stance: 'supports',
              ids: { evidence: newId, source: hand.clock.newId() },
            },
            hand,
          ),
    () => editSource(factCheck, sourceId, { title: text, url: text, authors: [text] }, hand),
    () =>
      editEvidence(
        factCheck,
        evidenceId,
        { stance: 'refutes', quote: text, locator: flag ? '' : text },
        hand,
      ),
    () => removeEvidence(factCheck, evidenceId, hand),
    () => mergeSources(factCheck, pick(tables.source, first), sourceId, hand),
    () => removeSource(factCheck, sourceId, hand),
    () => removeAnnotations(factCheck, [annotationId], hand),
    () => renameFactCheck(factCheck, text, hand),
  ];
  const make = verbs[verb % verbs.length];
  if (!make) throw new Error('There is no such verb.');
  return make();
}

function pick(table: ReadonlyMap<Id, unknown>, index: number): Id {
  return [...table.keys()][index % Math.max(1, table.size)] ?? 'nothing-here';
}
