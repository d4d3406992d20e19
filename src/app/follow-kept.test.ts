import { setImmediate as rest } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { headOf, type FactCheck } from '../domain/fact-check.ts';
import { renameFactCheck } from '../domain/fact-check-edits.ts';
import { applyChange, type Change } from '../domain/change.ts';
import { giveVerdict } from '../domain/give-verdict.ts';
import { createSmallDesk } from '../domain/testing/small-fact-check.ts';
import { say } from '../messages/say.ts';
import { REMOVED } from '../storage/sentences.ts';
import type { OpenResult, OutsideChange } from '../storage/store.ts';
import { createFactCheckStore } from '../stores/fact-check-store.ts';
import { followKept } from './follow-kept.ts';

const GONE: OpenResult = { ok: false, problem: say(REMOVED) };

/** A desk on a fact check that other tabs work on; `kept` is what they have made of it. */
function openDesk() {
  const { factCheck, hand } = createSmallDesk();
  const opened = factCheck();
  let now: OpenResult = { ok: true, factCheck: opened, notices: [], readOnlyReason: null };
  let hear: (change: OutsideChange) => void = () => undefined;
  const kept = {
    open: () => Promise.resolve(now),
    watch: (listener: typeof hear) => {
      hear = listener;
      return () => undefined;
    },
  };
  const desk = createFactCheckStore(opened, { ...hand, reviewer: () => null, onChange: () => undefined });
  const [deleted, told]: [boolean[], string[]] = [[], []];
  return {
    opened,
    hand,
    desk,
    deleted,
    told,
    follow: () =>
      followKept({
        kept,
        opened,
        desk,
        notices: [],
        tell: (notice) => told.push(notice),
        becameDeleted: (isDeleted) => deleted.push(isDeleted),
      }),
    keep: (result: OpenResult) => (now = result),
    tellOf: (edit: Partial<OutsideChange>) =>
      hear({ factCheckId: opened.id, changed: [], removed: [], ...edit }),
  };
}

function as(factCheck: FactCheck): OpenResult {
  return { ok: true, factCheck, notices: [], readOnlyReason: null };
}

function madeBy({ added, updated }: Change) {
  return [...added, ...updated.map(({ after }) => after)];
}

test('what comes together with the deletion of the fact check is shown when that is brought back', async () => {
  const { opened, hand, desk, deleted, follow, keep, tellOf } = openDesk();
  const { restored } = follow();
  await rest();
  const names = { annotationId: 'first', reviewerId: 'ada', newId: 'v1' };
  const judged = giveVerdict(opened, names, { conclusion: 'Seen elsewhere.' }, hand);
  tellOf({ changed: madeBy(judged), removed: [{ type: 'fact-check', id: opened.id }] });
  expect(deleted).toEqual([true]);
  const later = renameFactCheck(opened, 'Renamed there', hand);
  keep(as(applyChange(applyChange(opened, judged), later)));
  restored();
  await rest();
  expect(deleted).toEqual([true, false]);
  const { factCheck } = desk.getState();
  expect(factCheck.tables.verdict.get('v1')?.conclusion).toBe('Seen elsewhere.');
  expect(headOf(factCheck).title).toBe('Renamed there');
});

test('what was removed before the deletion is gone when another tab brings the fact check back', async () => {
  const { opened, desk, follow, keep, tellOf } = openDesk();
  follow();
  await rest();
  const { annotation } = opened.tables;
  tellOf({
    removed: [
      { type: 'fact-check', id: opened.id },
      { type: 'annotation', id: 'first' },
    ],
  });
  expect(desk.getState().factCheck.tables.annotation).toEqual(annotation);
  keep(as({ ...opened, tables: { ...opened.tables, annotation: new Map() } }));
  tellOf({ changed: [headOf(opened)] });
  await rest();
  expect([...desk.getState().factCheck.tables.annotation.keys()]).toEqual([]);
});

test('a deletion between the reading and the watching is said', async () => {
  const { deleted, follow, keep } = openDesk();
  keep(GONE);
  follow();
  await rest();
  expect(deleted).toEqual([true]);
});
