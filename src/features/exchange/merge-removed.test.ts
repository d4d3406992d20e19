import { expect, test } from 'vitest';
import { applyChange, type Change, type Hand } from '../../domain/change.ts';
import { citeSource, mergeSources, removeEvidence, removeSource } from '../../domain/cite-source.ts';
import type { AnyRecord, FactCheck } from '../../domain/fact-check.ts';
import { mergeFile, type MergePlan } from '../../domain/merge-file.ts';
import type { Source } from '../../domain/source.ts';
import { historyOf } from '../../domain/restore-version.ts';
import { writeOwn } from '../../exchange/testing/at-once.ts';
import { readImport } from './read-import.ts';
import type { ReadMerge } from './read-merge.ts';
import { sortRemoved } from './reading.ts';
import type { RemovedAnnotation } from '../../domain/restore-removed.ts';
import { parseHere } from './testing/parse-here.ts';
import { startDesk, type Desk } from './testing/people-at-desks.ts';

async function mergeOf(
  file: string,
  desk: Desk,
  one: RemovedAnnotation,
  returns: boolean,
): Promise<ReadMerge> {
  const found = await readImport(new File([file], 'own'), desk.now(), {
    parse: parseHere,
    signal: new AbortController().signal,
    onShare: () => undefined,
    hand: { clock: desk.clock, by: desk.who() },
    removed: () => Promise.resolve(sortRemoved({ annotations: [one], sources: [] }, () => returns)),
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
  const merge = await mergeOf(file, desk, removed, false);
  expect(merge).toMatchObject({ staysRemoved: 1, plan: { back: [], added: [], newer: [], conflicts: [] } });
});

test('what comes back with a file has all that was said of it after the file was written', async () => {
  const { desk, file, removed } = await removeAfterFile();
  const merge = await mergeOf(file, desk, removed, true);
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
    const merge = await mergeOf(file, desk, removed, true);
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

const annotationIn = ({ tables }: FactCheck): string => [...tables.annotation.keys()][0] ?? '';

/** A source that an annotation cites, in a file that was written before these edits. */
async function citeThenFile(...edits: readonly ((now: FactCheck, hand: Hand) => Change)[]) {
  const desk = await startDesk('The bridge is 92 m long. Nobody crossed it.', 'The bridge is 92 m long.');
  const { events } = desk.store;
  const ids = { evidence: 'e1', source: 's1' };
  const cited = { annotationId: desk.id, source: { title: 'Log' }, stance: 'refutes', ids } as const;
  events.carryOut((now, hand) => citeSource(now, cited, hand));
  const file = desk.now();
  for (const edit of edits) events.carryOut(edit);
  return { desk, file, sources: [...file.tables.source.values()] };
}

async function planOf(
  desk: Desk,
  file: FactCheck,
  sources: readonly Source[],
  returns = false,
): Promise<MergePlan> {
  const found = await readImport(new File([await writeOwn(file)], 'own'), desk.now(), {
    parse: parseHere,
    signal: new AbortController().signal,
    onShare: () => undefined,
    hand: { clock: desk.clock, by: desk.who() },
    removed: () => Promise.resolve(sortRemoved({ annotations: [], sources }, () => returns)),
  });
  if (found.kind !== 'merge') throw new Error(found.kind);
  return found.plan;
}

test('evidence that was removed here does not come again with an older file', async () => {
  const { desk, file } = await citeThenFile((now, hand) => removeEvidence(now, 'e1', hand));
  expect(await planOf(desk, file, [])).toMatchObject({ added: [], newer: [], conflicts: [] });
});

test('nor does a source that was removed, until somebody wants it back or new evidence cites it', async () => {
  const { desk, file, sources } = await citeThenFile((now, hand) => removeSource(now, 's1', hand));
  expect(await planOf(desk, file, sources)).toMatchObject({ added: [], staysRemoved: 1 });
  expect(await planOf(desk, file, sources, true)).toMatchObject({ back: [{ id: 's1' }], staysRemoved: 0 });
  const ids = { evidence: 'e2', source: '' };
  const more = { annotationId: desk.id, source: 's1', stance: 'supports', ids } as const;
  const hand = { clock: desk.clock, by: 'ada' };
  const newer = applyChange(file, citeSource(file, more, hand));
  expect(await planOf(desk, newer, sources)).toMatchObject({
    added: [{ id: 's1' }, { id: 'e2' }],
    staysRemoved: 0,
  });
});

test('a source that was merged into another one is no news, and what cites it in the file comes from that one', async () => {
  const ids = { evidence: 'e3', source: 's2' };
  const { desk, file, sources } = await citeThenFile(
    (now, hand) =>
      citeSource(
        now,
        { annotationId: annotationIn(now), source: { title: 'Log-book' }, stance: 'supports', ids },
        hand,
      ),
    (now, hand) => mergeSources(now, 's2', 's1', hand),
  );
  expect(await planOf(desk, file, sources)).toMatchObject({ added: [], newer: [], staysRemoved: 0 });
  const more = {
    annotationId: desk.id,
    source: 's1',
    stance: 'context',
    ids: { evidence: 'e2', source: '' },
  } as const;
  const newer = applyChange(file, citeSource(file, more, { clock: desk.clock, by: 'ada' }));
  expect(await planOf(desk, newer, sources)).toMatchObject({ added: [{ id: 'e2', sourceId: 's2' }] });
});
