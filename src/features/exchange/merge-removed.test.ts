import { expect, test } from 'vitest';
import type { AnyRecord } from '../../domain/fact-check.ts';
import { mergeFile } from '../../domain/merge-file.ts';
import { historyOf } from '../../domain/restore-version.ts';
import { writeOwn } from '../../exchange/testing/at-once.ts';
import { readImport } from './read-import.ts';
import type { ReadMerge } from './read-merge.ts';
import type { Removed } from './reading.ts';
import { parseHere } from './testing/parse-here.ts';
import { startDesk, type Desk } from './testing/people-at-desks.ts';

async function mergeOf(file: string, desk: Desk, removed: Removed): Promise<ReadMerge> {
  const found = await readImport(new File([file], 'own'), desk.now(), {
    parse: parseHere,
    signal: new AbortController().signal,
    onShare: () => undefined,
    hand: { clock: desk.clock, by: desk.who() },
    removed: () => Promise.resolve(removed),
  });
  if (found.kind !== 'merge') throw new Error(found.kind);
  return found;
}

/** An annotation that was written into a file, then worded anew and judged, and then removed. */
async function removeAfterFile() {
  const desk = await startDesk('The bridge is 92 m long. Nobody crossed it.', 'The bridge is 92 m long.');
  const { id, store } = desk;
  const file = await writeOwn(desk.now());
  store.events.editAnnotation(id, { claim: { statement: 'Worded here.' } });
  desk.judge({ ratingId: 'false', conclusion: 'An hour of work.' });
  const [annotation, before] = [desk.first(), desk.now()];
  store.events.removeAnnotations([id]);
  const parts = [...before.tables.verdict.values(), ...before.tables.history.values()];
  const removed = { annotation, parts: parts satisfies readonly AnyRecord[], at: '', by: null };
  return { desk, file, removed };
}

test('what was removed here stays removed when a file of our own holds it, and what comes with it stays away', async () => {
  const { desk, file, removed } = await removeAfterFile();
  const merge = await mergeOf(file, desk, { staying: [removed], returning: [] });
  expect(merge).toMatchObject({ staysRemoved: 1, plan: { back: [], added: [], newer: [], conflicts: [] } });
});

test('what comes back with a file has all that was said of it after the file was written', async () => {
  const { desk, file, removed } = await removeAfterFile();
  const merge = await mergeOf(file, desk, { staying: [], returning: [removed] });
  expect(merge).toMatchObject({ staysRemoved: 0, plan: { added: [], newer: [], conflicts: [] } });
  const { events } = desk.store;
  events.carryOut((_, hand) => mergeFile(merge.plan, 'here', hand));
  expect(desk.first().claim.statement).toBe('Worded here.');
  expect(desk.verdictOf('ada')).toMatchObject({ conclusion: 'An hour of work.' });
  events.undo();
  expect(desk.now().tables.annotation.size).toBe(0);
});

test.each(['here', 'file'] as const)(
  'where both sides have edited it, what is %s stands, and the other one is in the history',
  async (stays) => {
    const { desk, removed } = await removeAfterFile();
    const { annotation } = removed;
    desk.store.events.undo();
    const theirs = { ...annotation, claim: { ...annotation.claim, statement: 'Worded there.' } };
    const [now, rev] = [desk.now(), [annotation.rev[0] - 1, 'there'] as const];
    const tables = { ...now.tables, annotation: new Map([[desk.id, { ...theirs, rev, base: rev }]]) };
    const file = await writeOwn({ ...now, tables: { ...tables, history: new Map() } });
    desk.store.events.redo();
    const merge = await mergeOf(file, desk, { staying: [], returning: [removed] });
    expect(merge.plan.conflicts).toHaveLength(1);
    desk.store.events.carryOut((_, hand) => mergeFile(merge.plan, stays, hand));
    const [stood, other] = ['Worded here.', 'Worded there.'];
    expect(desk.first().claim.statement).toBe(stays === 'here' ? stood : other);
    const remembered = historyOf(desk.now(), desk.id).flatMap(({ before }) =>
      before.type === 'claim' ? [before.claim.statement] : [],
    );
    expect(remembered).toContain(stays === 'here' ? other : stood);
  },
);
