import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { editAnnotation, removeAnnotations } from './annotate.ts';
import { moveBoundaries } from './move-boundaries.ts';
import { quoteOf } from './annotation.ts';
import { applyChange, invertChange, joinChanges, type Change } from './change.ts';
import { citeSource, editEvidence, removeEvidence } from './cite-source.ts';
import type { FactCheck } from './fact-check.ts';
import { giveVerdict } from './give-verdict.ts';
import { claimVersionOf, type History, type Version } from './history.ts';
import { keepHistory, keepHistoryOfOthers } from './keep-history.ts';
import { sayTheSame } from './record.ts';
import { historyOf, restoreVersion } from './restore-version.ts';
import { arbitraryChanges, createTestClock } from './testing/arbitrary-changes.ts';
import { arbitraryFactCheck } from './testing/arbitrary-fact-check.ts';
import { createSmallDesk, FIRST, SECOND } from './testing/small-fact-check.ts';

const NAMES = { annotationId: 'first', reviewerId: 'ada', newId: 'v1' };

/** The small desk with a history, as the fact-check store keeps it. */
function openDesk() {
  const desk = createSmallDesk();
  const { clock } = desk.hand;
  return {
    ...desk,
    edit: (make: Parameters<typeof desk.apply>[0], step: Change | null = null): Change =>
      desk.apply((now, hand) => keepHistory(make(now, hand), now, clock, step)),
    rate: (ratingId: string): Change =>
      desk.apply((now, hand) => keepHistory(giveVerdict(now, NAMES, { ratingId }, hand), now, clock)),
    history: (): readonly History[] => historyOf(desk.factCheck(), 'first'),
  };
}

function newest(history: readonly History[]): History {
  const [entry] = history;
  if (!entry) throw new Error('There is no history.');
  return entry;
}

test('a first verdict has no history; each later one keeps the verdict before, with who and when', () => {
  const { rate, history } = openDesk();
  const first = rate('true');
  expect(history()).toEqual([]);
  rate('false');
  rate('misleading');
  expect(history().map(({ before }) => 'ratingId' in before && before.ratingId)).toEqual(['false', 'true']);
  expect(history().at(-1)).toMatchObject({
    replacedBy: 'ada',
    before: { updatedBy: 'ada', updatedAt: first.at },
  });
});

test('a run of typing keeps what stood before it and nothing of what was typed on the way', () => {
  const { edit, history } = openDesk();
  const write = (conclusion: string, step: Change | null): Change =>
    edit((now, hand) => giveVerdict(now, NAMES, { conclusion }, hand), step);
  const created = write('N', null);
  joinChanges(created, write('No', created));
  expect(history()).toEqual([]);

  let run = write('No.', null);
  for (const words of ['No. N', 'No. Never', 'No. Never.']) run = joinChanges(run, write(words, run));
  expect(history().map(({ before }) => 'conclusion' in before && before.conclusion)).toEqual(['No']);
});

test('an undo takes the history of its step away, and a redo brings it back', () => {
  const { rate, apply, history } = openDesk();
  rate('true');
  const edit = rate('false');
  const undo = apply((now, hand) => keepHistoryOfOthers(invertChange(edit, now, hand)));
  expect(history()).toEqual([]);
  apply((now, hand) => keepHistoryOfOthers(invertChange(undo, now, hand)));
  expect(history()).toHaveLength(1);
});

test('an undo of what somebody has edited since leaves the history as it is', () => {
  const { rate, apply, history } = openDesk();
  rate('true');
  const edit = rate('false');
  rate('misleading');
  apply((now, hand) => keepHistoryOfOthers(invertChange(edit, now, hand)));
  expect(history()).toHaveLength(2);
});

test('a removed annotation takes its history along, and undo brings it back', () => {
  const { rate, edit, apply, history, factCheck } = openDesk();
  rate('true');
  rate('false');
  const [kept] = history();
  const removal = edit((now, hand) => removeAnnotations(now, ['first'], hand));
  expect(factCheck().tables.history.size).toBe(0);
  apply((now, hand) => keepHistoryOfOthers(invertChange(removal, now, hand)));
  expect(history()).toMatchObject([{ before: kept?.before, replacedAt: kept?.replacedAt }]);
});

test('history is told in the order in which it was made, though the wall clock was set back, and after an undo of a removal', () => {
  const { apply, factCheck, hand } = createSmallDesk();
  let days = 0;
  const back = { ...hand.clock, instant: () => new Date(Date.UTC(2026, 0, 20 - (days += 1))).toISOString() };
  const slow = { clock: back, by: 'ada' };
  const rate = (ratingId: string): Change =>
    apply((now) => keepHistory(giveVerdict(now, NAMES, { ratingId }, slow), now, back));
  for (const ratingId of ['true', 'mostly-true', 'half-true', 'false']) rate(ratingId);
  const told = (): unknown =>
    historyOf(factCheck(), 'first').map(({ before }) => 'ratingId' in before && before.ratingId);
  expect(told()).toEqual(['half-true', 'mostly-true', 'true']);
  const removal = apply((now) => removeAnnotations(now, ['first'], slow));
  const mixed = { ...removal, removed: removal.removed.toReversed() };
  apply((now) => invertChange(mixed, now, slow));
  expect(told()).toEqual(['half-true', 'mostly-true', 'true']);
});

test('words that are moved take an unwritten claim along without a history; a written one has one', () => {
  const { edit, history } = openDesk();
  edit((now, hand) => moveBoundaries(now, 'first', [SECOND], hand));
  expect(history()).toEqual([]);
  edit((now, hand) => editAnnotation(now, 'first', { claim: { statement: 'It was so.' } }, hand));
  edit((now, hand) => moveBoundaries(now, 'first', [FIRST], hand));
  edit((now, hand) => editAnnotation(now, 'first', { status: 'approved', tags: ['a'] }, hand));
  expect(history()).toMatchObject([{ before: { claim: { statement: SECOND.quote.exact } } }]);
});

test('removed evidence can be restored', () => {
  const { edit, history, factCheck } = openDesk();
  const ids = { evidence: 'e1', source: 's1' };
  edit((now, hand) =>
    citeSource(now, { annotationId: 'first', source: { title: 'A' }, stance: 'supports', ids }, hand),
  );
  edit((now, hand) => editEvidence(now, 'e1', { quote: 'thirteen' }, hand));
  edit((now, hand) => removeEvidence(now, 'e1', hand));
  const removed = newest(history());
  edit((now, hand) => restoreVersion(now, removed, hand));
  expect(factCheck().tables.evidence.get('e1')).toMatchObject({ stance: 'supports', quote: 'thirteen' });
});

test('a restored verdict is a new edit: it settles the work, and what it replaces goes into the history', () => {
  const { rate, edit, history, factCheck } = openDesk();
  rate('true');
  edit((now, hand) => giveVerdict(now, NAMES, { ratingId: null }, hand));
  expect(factCheck().tables.annotation.get('first')?.status).toBe('to-check');
  edit((now, hand) => restoreVersion(now, newest(history()), hand));
  expect(factCheck().tables.verdict.get('v1')?.ratingId).toBe('true');
  expect(factCheck().tables.annotation.get('first')?.status).toBe('checked');
  expect(history().map(({ before }) => 'ratingId' in before && before.ratingId)).toEqual([null, 'true']);
});

test('where a verdict was given anew, restoring the old one makes no second verdict of the reviewer', () => {
  const { rate, edit, history, factCheck } = openDesk();
  rate('true');
  rate('false');
  const old = newest(history());
  const given = factCheck().tables.verdict.get('v1');
  edit(() => ({
    label: '',
    at: '2026-01-01T00:00:00Z',
    by: 'ada',
    added: [],
    updated: [],
    removed: given ? [given] : [],
  }));
  edit((now, hand) => giveVerdict(now, { ...NAMES, newId: 'v2' }, { ratingId: 'false' }, hand));
  edit((now, hand) => restoreVersion(now, old, hand));
  expect([...factCheck().tables.verdict.values()]).toMatchObject([{ id: 'v2', ratingId: 'true' }]);
});

test('whatever is edited: every value that a verdict, a claim or evidence had stands or is in the history', () => {
  fc.assert(
    fc.property(
      arbitraryFactCheck({ annotations: 3 }).chain((factCheck) =>
        fc.tuple(fc.constant(factCheck), arbitraryChanges(factCheck)),
      ),
      ([opened, changes]) => {
        const clock = createTestClock('h', opened);
        const had: { readonly annotationId: string; readonly version: Version }[] = [];
        let now = opened;
        for (const change of changes) {
          had.push(...versionsIn(now));
          const gone = new Set(change.removed.flatMap(({ type, id }) => (type === 'annotation' ? [id] : [])));
          const history = [...now.tables.history.values()].filter(
            ({ id, annotationId }) => gone.has(annotationId) && !gone.has(id),
          );
          now = applyChange(
            now,
            keepHistory({ ...change, removed: [...change.removed, ...history] }, now, clock),
          );
        }
        for (const { annotationId, version } of had) {
          if (!now.tables.annotation.has(annotationId)) continue;
          const known = [
            ...versionsIn(now).map((standing) => standing.version),
            ...[...now.tables.history.values()].map(({ before }) => before),
          ];
          expect(known.some((other) => sayTheSame(other, version))).toBe(true);
        }
      },
    ),
  );
});

/** All that stands, apart from claims that nobody has written. */
function versionsIn({ tables }: FactCheck) {
  return [
    ...[...tables.verdict.values(), ...tables.evidence.values()].map((version) => ({
      annotationId: version.annotationId,
      version,
    })),
    ...[...tables.annotation.values()]
      .filter((annotation) => annotation.claim.statement !== quoteOf(annotation))
      .map((annotation) => ({ annotationId: annotation.id, version: claimVersionOf(annotation) })),
  ];
}
