import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { removeEvidence } from '../domain/cite-source.ts';
import { applyChange, type Change, type Hand } from '../domain/change.ts';
import type { Clock } from '../domain/clock.ts';
import { findGaps, headOf, recordsOf, type AnyRecord, type FactCheck } from '../domain/fact-check.ts';
import { followDraft } from '../domain/follow-draft.ts';
import { keepHistory, versionOf } from '../domain/keep-history.ts';
import { mergeFile } from '../domain/merge-file.ts';
import { restoreRemoved, type RemovedAnnotation } from '../domain/restore-removed.ts';
import { restoreVersion, sourceOfRestored } from '../domain/restore-version.ts';
import { versionIn } from '../domain/source-of-entry.ts';
import { sortRemoved } from '../features/exchange/reading.ts';
import { readMerge, type ReadMerge } from '../features/exchange/read-merge.ts';
import { gatherBackup, restoreBackup, takeBackRestoration, type Backup } from '../queries/backup.ts';
import { importFactCheck, takeBackReplacement } from '../queries/import-fact-check.ts';
import { removedFrom } from '../queries/removed-from.ts';
import { openStore } from '../storage/open-store.ts';
import type { Store } from '../storage/store.ts';
import {
  arbitraryEdit,
  arbitraryTyping,
  makeEdit,
  runOf,
  type Edit,
} from '../storage/testing/arbitrary-edits.ts';
import { createFakeBrowser, type FakeBrowser } from '../storage/testing/fake-browser.ts';
import { createFakeClock } from '../storage/testing/fake-clock.ts';
import { startSample } from '../storage/testing/sample.ts';
import { createFactCheckStore, type FactCheckStore } from '../stores/fact-check-store.ts';

type Step =
  | { readonly does: 'edit'; readonly edit: Edit }
  /** Goes on typing in one field, or begins to. */
  | { readonly does: 'type'; readonly edit: Edit }
  | { readonly does: 'undo' | 'redo' | 'reload' | 'back up' | 'write a file' | 'take replacement back' }
  | {
      readonly does:
        | 'remove evidence'
        | 'restore version'
        | 'restore removed'
        | 'restore backup'
        | 'replace by a file';
      readonly pick: number;
    }
  /** Somebody else goes on from a file and writes another one. */
  | { readonly does: 'edit a file'; readonly pick: number; readonly edit: Edit }
  | {
      readonly does: 'merge a file';
      readonly pick: number;
      readonly stays: 'here' | 'file';
      /** What was removed here comes back with it. */
      readonly returns: boolean;
    };

interface InTab {
  readonly tab: number;
  readonly step: Step;
}

const STEP: fc.Arbitrary<Step> = fc.oneof(
  { arbitrary: fc.record({ does: fc.constant('edit' as const), edit: arbitraryEdit }), weight: 6 },
  { arbitrary: fc.record({ does: fc.constant('type' as const), edit: arbitraryTyping }), weight: 4 },
  {
    arbitrary: fc.record({
      does: fc.constantFrom(
        'undo' as const,
        'undo' as const,
        'redo' as const,
        'reload' as const,
        'back up' as const,
        'write a file' as const,
        'take replacement back' as const,
      ),
    }),
    weight: 4,
  },
  {
    arbitrary: fc.record({
      does: fc.constant('merge a file' as const),
      pick: fc.nat(50),
      stays: fc.constantFrom('here' as const, 'file' as const),
      returns: fc.boolean(),
    }),
    weight: 2,
  },
  {
    arbitrary: fc.record({
      does: fc.constant('edit a file' as const),
      pick: fc.nat(50),
      edit: arbitraryEdit,
    }),
    weight: 2,
  },
  {
    arbitrary: fc.record({
      does: fc.constantFrom(
        'remove evidence' as const,
        'restore version' as const,
        'restore removed' as const,
        'restore backup' as const,
        'replace by a file' as const,
      ),
      pick: fc.nat(50),
    }),
    weight: 5,
  },
);

const editing = (kind: Edit['kind']): Step => ({
  does: 'edit',
  edit: { kind, pick: 0, other: 0, words: '' },
});
const REPLACE: Step = { does: 'replace by a file', pick: 0 };

const typing = (words: string, kind: 'give-verdict' | 'edit-claim' | 'edit-evidence'): Step => ({
  does: 'type',
  edit: { kind, pick: 0, other: 0, words },
});

/** A run of typing that goes on over what another tab has written. */
const typingInTurn = (kind: Parameters<typeof typing>[1]): readonly InTab[] => [
  { tab: 0, step: editing('annotate') },
  { tab: 0, step: editing('cite-new') },
  { tab: 0, step: typing('Mine', kind) },
  { tab: 1, step: typing('Theirs', kind) },
  { tab: 0, step: typing('Mine again', kind) },
];

/** Orders of things in one tab in which something was once out of reach. */
const KNOWN: readonly (readonly Step[])[] = [
  [
    editing('annotate'),
    { does: 'write a file' },
    editing('cite-new'),
    REPLACE,
    { does: 'merge a file', pick: 1, stays: 'here', returns: true },
  ],
  [
    editing('annotate'),
    { does: 'write a file' },
    editing('give-verdict'),
    editing('remove-annotation'),
    { does: 'replace by a file', pick: 1 },
  ],
  [
    editing('annotate'),
    editing('cite-new'),
    { does: 'remove evidence', pick: 0 },
    editing('cite-known'),
    REPLACE,
    { does: 'undo' },
    { does: 'undo' },
  ],
];

interface Tab {
  readonly store: Store;
  readonly desk: FactCheckStore;
  readonly clock: Clock;
  readonly hear: () => void;
}

async function openTab(browser: FakeBrowser, id: string, name: string): Promise<Tab> {
  const clock = createFakeClock(name);
  const { deliver, ...parts } = browser.openTab();
  const store = openStore({ ...parts, clock });
  const opened = await store.open(id);
  if (!opened.ok) throw new Error(opened.problem);
  const desk = createFactCheckStore(opened.factCheck, {
    clock,
    reviewer: () => ({ id: 'r-0', name: 'Ada' }),
    onChange: (_, change) => void store.save(id, change),
  });
  store.watch((change) => desk.events.receive(change));
  return {
    store,
    desk,
    clock,
    hear: () => {
      while (deliver());
    },
  };
}

const presentOf = ({ desk }: Tab): FactCheck => desk.getState().factCheck;

/** Names what a record says of an annotation, whoever says it and when, and whatever its source is called by now. */
function namesOf(record: AnyRecord): readonly string[] {
  const version =
    record.type === 'history'
      ? { annotationId: record.annotationId, before: record.before }
      : versionOf(record);
  if (!version) return [];
  const said = Object.entries(version.before).filter(([field]) => !UNSAID.has(field));
  return [`${version.annotationId} ${JSON.stringify(said.toSorted(([a], [b]) => (a < b ? -1 : 1)))}`];
}

const UNSAID: ReadonlySet<string> = new Set([
  'id',
  'rev',
  'base',
  'writtenAs',
  'updatedAt',
  'updatedBy',
  'decidedAt',
  'sourceId',
  'reading',
  'markedReading',
]);

/** All that a person can see or bring back: what stands, what is in the history, what was removed, and what lost. */
async function withinReach({ store }: Tab, id: string): Promise<ReadonlySet<string>> {
  const opened = await store.open(id);
  if (!opened.ok) throw new Error(opened.problem);
  const removed = (await store.removed(id)).flatMap(({ annotation, parts }) => [annotation, ...parts]);
  const conflicts = (await store.conflicts(id)).map(({ record }) => record);
  return new Set([...recordsOf(opened.factCheck), ...removed, ...conflicts].flatMap(namesOf));
}

const madeBy = ({ added, updated }: Change): ReadonlySet<string> =>
  new Set([...added, ...updated.map(({ after }) => after)].flatMap(namesOf));

const withoutHistory = (change: Change): Change => {
  return { ...change, added: change.added.filter(({ type }) => type !== 'history') };
};

/** What is kept, but for who wrote or removed it, when, and under which revision. History is made anew each time. */
function saidIn(backup: Backup): unknown {
  const said = (record: AnyRecord): unknown => {
    const { rev: _rev, base: _base, writtenAs: _as, updatedAt: _at, updatedBy: _by, ...words } = record;
    return words.type === 'history' ? { ...words, id: '', replacedAt: '', replacedBy: null } : words;
  };
  const inOrder = (records: readonly AnyRecord[]): unknown =>
    records
      .toSorted((a, b) => (`${a.type}/${a.id}` < `${b.type}/${b.id}` ? -1 : 1))
      .map((record) => JSON.stringify(said(record)))
      .toSorted();
  return {
    factChecks: backup.factChecks.map((factCheck) => inOrder(recordsOf(factCheck))),
    removed: new Set(backup.removed.map(({ annotation, parts }) => inOrder([annotation, ...parts]))),
    conflicts: backup.conflicts.map(({ record }) => said(record)),
    damaged: backup.damaged,
  };
}

const backupOf = async ({ store }: Tab): Promise<Backup> => (await gatherBackup(store)).backup;

function pickOf<T>(all: readonly T[], pick: number): T | undefined {
  return all[pick % Math.max(1, all.length)];
}

/** What is beside the tabs: the library, and what was written into files. */
interface Around {
  readonly id: string;
  readonly library: Tab;
  readonly backups: Backup[];
  readonly files: FactCheck[];
  /** Replacements by files, the last one last. */
  readonly replacements: Change[];
}

async function lookAround(browser: FakeBrowser, id: string): Promise<Around> {
  const library = await openTab(browser, id, 'library');
  return { id, library, backups: [], files: [presentOf(library)], replacements: [] };
}

/** What a file would bring, when what was removed here stays so or comes back with it. */
async function readFile(
  factCheck: FactCheck,
  { store, desk, clock }: Tab,
  returns: boolean,
): Promise<ReadMerge> {
  const all = await removedFrom(factCheck.id, store);
  return readMerge(
    desk.getState().factCheck,
    { ok: true, kind: 'fact-check', factCheck, problems: [] },
    {
      parse: () => Promise.reject(new Error('It is parsed.')),
      signal: new AbortController().signal,
      onShare: () => undefined,
      hand: { clock, by: 'r-0' },
      removed: () => Promise.resolve(sortRemoved(all, () => returns)),
    },
  );
}

/** A file as somebody else writes it who has gone on from another one. */
function editFile(file: FactCheck, edit: Edit, name: string): FactCheck {
  const clock = createFakeClock(name);
  for (const { rev } of recordsOf(file)) clock.observe(rev);
  const change = makeEdit(file, edit, { clock, by: 'r-1' });
  return applyChange(file, keepHistory(change, file, clock));
}

/** What a person does in one tab; resolves with what of what was said may be gone by that. */
async function act(step: Step, tab: Tab, around: Around): Promise<ReadonlySet<string>> {
  const { id, library, backups, files, replacements } = around;
  const { desk, store, clock } = tab;
  const carryOut = (make: (now: FactCheck, hand: Hand) => Change): ReadonlySet<string> => {
    desk.events.carryOut(make);
    return new Set();
  };
  const present = presentOf(tab);
  switch (step.does) {
    case 'edit':
      return carryOut((now, hand) => makeEdit(now, step.edit, hand));
    case 'type': {
      const run = runOf(step.edit);
      const last = desk.getState().past.at(-1);
      desk.events.carryOut((now, hand) => makeEdit(now, step.edit, hand), run);
      // What was typed on the way was meant to be replaced: only it, and not what another tab has written over it.
      return last?.run === run ? madeBy(withoutHistory(last.change)) : new Set();
    }
    case 'remove evidence':
      return carryOut((now, hand) =>
        removeEvidence(now, pickOf([...now.tables.evidence.keys()], step.pick) ?? '', hand),
      );
    case 'restore version': {
      const entry = pickOf([...present.tables.history.values()], step.pick);
      return entry ? carryOut((now, hand) => restoreVersion(now, entry, hand)) : new Set();
    }
    case 'restore removed': {
      const removed: RemovedAnnotation | undefined = pickOf(await store.removed(id), step.pick);
      return removed ? carryOut((now, hand) => restoreRemoved(now, [removed], hand)) : new Set();
    }
    case 'undo':
    case 'redo': {
      const [last] = (step.does === 'undo' ? desk.getState().past : desk.getState().future).slice(-1);
      desk.events[step.does]();
      return last ? madeBy(last.change) : new Set();
    }
    case 'back up':
      backups.push(await backupOf(tab));
      return new Set();
    case 'restore backup': {
      const backup = pickOf(backups, step.pick);
      if (backup) await restoreBackup(backup, library.store, { clock, by: 'r-0' });
      return new Set();
    }
    case 'write a file':
      files.push(present);
      return new Set();
    case 'edit a file': {
      const file = pickOf(files, step.pick);
      if (file) files.push(editFile(file, step.edit, `colleague${files.length}`));
      return new Set();
    }
    case 'merge a file': {
      const file = pickOf(files, step.pick);
      if (!file) return new Set();
      const { plan, followers } = await readFile(file, tab, step.returns);
      return carryOut((now, hand) => followDraft(now, mergeFile(plan, step.stays, hand), followers, hand));
    }
    case 'replace by a file': {
      const factCheck = pickOf(files, step.pick);
      if (!factCheck) return new Set();
      const brought = { factCheck, by: 'r-0', collision: 'replace' } as const;
      const result = await importFactCheck(brought, library.store, library.clock);
      if (result.outcome === 'failed') throw new Error(result.problem);
      if (result.outcome === 'kept' && result.how === 'replaced') replacements.push(result.change);
      return new Set();
    }
    case 'take replacement back': {
      const change = replacements.pop();
      if (!change) return new Set();
      await takeBackReplacement({ id, change, by: 'r-0' }, library.store, library.clock);
      return madeBy(change);
    }
    case 'reload':
      return new Set();
  }
}

test('whatever is done in two tabs, with undo, history, backups, files and reloads: all that was said stands, or can be brought back with its source', async () => {
  const steps = fc.array(fc.record({ tab: fc.nat(1), step: STEP }), { maxLength: 25, size: 'max' });
  await fc.assert(
    fc.asyncProperty(steps, async (done) => {
      const browser = createFakeBrowser();
      const clock = createFakeClock('start');
      const factCheck = startSample(clock);
      const { id } = factCheck;
      await openStore({ ...browser.openTab(), clock }).create(factCheck);
      const tabs = [await openTab(browser, id, 'one'), await openTab(browser, id, 'two')];
      const around = await lookAround(browser, id);
      for (const [i, { tab: which, step }] of done.entries()) {
        let tab = tabs[which];
        if (!tab) throw new Error('There are two.');
        const before = await withinReach(tab, id);
        const mayGo = await act(step, tab, around);
        for (const each of [...tabs, around.library]) each.hear();
        if (step.does === 'reload') tabs[which] = tab = await openTab(browser, id, `tab${i}`);
        const after = await withinReach(tab, id);
        const lost = [...before].filter((name) => !after.has(name) && !mayGo.has(name));
        expect(lost, `after ${step.does}`).toEqual([]);
        expect(findGaps(presentOf(tab))).toEqual([]);
        const now = presentOf(tab);
        const sources = [...now.tables.history.values()]
          .filter(({ annotationId }) => now.tables.annotation.has(annotationId))
          .map(versionIn)
          .map((version) => (version.type === 'evidence' ? sourceOfRestored(now, version) : 'its own'));
        expect(new Set([...sources, 'its own']), `after ${step.does}`).toEqual(new Set(['its own']));
      }
    }),
    {
      numRuns: 150,
      examples: [
        ...KNOWN.map((known): [InTab[]] => [known.map((step) => ({ tab: 0, step }))]),
        [[...typingInTurn('give-verdict')]],
        [[...typingInTurn('edit-claim')]],
        [[...typingInTurn('edit-evidence')]],
      ],
    },
  );
});

test('a backup of whatever was done gives an empty browser the same, once; and taking a restoration back gives what was before', async () => {
  const steps = fc.array(STEP, { maxLength: 20, size: 'max' });
  await fc.assert(
    fc.asyncProperty(steps, steps, async (first, then) => {
      const browser = createFakeBrowser();
      const clock = createFakeClock('start');
      const factCheck = startSample(clock);
      const { id } = factCheck;
      await openStore({ ...browser.openTab(), clock }).create(factCheck);
      const tab = await openTab(browser, id, 'one');
      const around = await lookAround(browser, id);
      const work = async (list: readonly Step[]): Promise<void> => {
        for (const step of list) {
          await act(step, tab, around);
          for (const each of [tab, around.library]) each.hear();
        }
      };
      await work(first);
      const backup = await backupOf(tab);

      const empty = createFakeClock('empty');
      const store = openStore({ ...createFakeBrowser().openTab(), clock: empty });
      const there = { clock: empty, by: null };
      expect(await restoreBackup(backup, store, there)).toMatchObject({ problems: [] });
      const restored = (await gatherBackup(store)).backup;
      expect(restored).toEqual(backup);
      expect(await restoreBackup(backup, store, there)).toMatchObject({
        added: [],
        merged: [],
        removed: [],
        retold: [],
        conflicts: [],
        damaged: 0,
      });

      await work(then);
      const later = await backupOf(tab);
      const reach = await withinReach(tab, id);
      const hand = { clock: tab.clock, by: 'r-0' };
      const restoration = await restoreBackup(backup, tab.store, hand);
      const once = await backupOf(tab);
      expect(await takeBackRestoration(restoration, tab.store, hand)).toMatchObject({
        records: 0,
        factChecks: [],
      });
      // A removed annotation that the backup has as well keeps what that knew of it.
      const known = new Set(backup.factChecks.flatMap(({ tables }) => [...tables.annotation.keys()]));
      const isApart = ({ annotation }: RemovedAnnotation): boolean => !known.has(annotation.id);
      const apart = (all: Backup): Backup => ({ ...all, removed: all.removed.filter(isApart) });
      expect(saidIn(apart(await backupOf(tab)))).toEqual(saidIn(apart(later)));
      const reachAgain = await withinReach(tab, id);
      expect([...reach].filter((name) => !reachAgain.has(name))).toEqual([]);
      await restoreBackup(backup, tab.store, hand);
      expect(headOf(presentOf(tab)).id).toBe(id);
      expect(saidIn(await backupOf(tab))).toEqual(saidIn(once));
    }),
    { numRuns: 150 },
  );
});
