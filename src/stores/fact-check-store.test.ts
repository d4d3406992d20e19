import { expect, test } from 'vitest';
import { annotate } from '../domain/annotate.ts';
import { planCarryOver, takeDraft } from '../domain/carry-over.ts';
import { createClock, type Clock } from '../domain/clock.ts';
import { applyChange, invertChange, type Change } from '../domain/change.ts';
import { citeSource, editEvidence, editSource } from '../domain/cite-source.ts';
import { moveBoundaries } from '../domain/move-boundaries.ts';
import { splitSentence } from '../domain/correct-sentences.ts';
import type { Target } from '../domain/annotation.ts';
import { renameFactCheck } from '../domain/fact-check-edits.ts';
import { articleOf, recordsOf, type AnyRecord, type FactCheck } from '../domain/fact-check.ts';
import { giveVerdict } from '../domain/give-verdict.ts';
import type { Version } from '../domain/history.ts';
import { startFactCheck } from '../domain/start-fact-check.ts';
import { createFactCheckStore, type FactCheckStore, type PresentReviewer } from './fact-check-store.ts';

const TEXT = 'They are not our friends. 104,000 people were evacuated.';

function tickingClock(tab = 'a'): Clock {
  let time = Date.UTC(2026, 0, 1);
  let ids = 0;
  return createClock({ now: () => (time += 1000), newId: () => `${tab}-${(ids += 1)}`, tab });
}

function newFactCheck(clock: Clock): FactCheck {
  return startFactCheck(
    {
      title: 'Friends',
      retrievedAt: '2026-01-01T00:00:00Z',
      language: 'en',
      direction: 'ltr',
      text: TEXT,
      blocks: [{ kind: 'paragraph', start: 0, end: TEXT.length }],
      links: [],
      sentences: [
        { start: 0, end: 25 },
        { start: 26, end: TEXT.length },
      ],
      segmenter: '1',
      sha256: '0'.repeat(64),
    },
    { clock, by: null },
  );
}

function targets(start: number, end: number): readonly Target[] {
  return [{ quote: { exact: TEXT.slice(start, end), prefix: '', suffix: '' }, position: { start, end } }];
}

interface Opened {
  readonly store: FactCheckStore;
  readonly clock: Clock;
  readonly saved: Change[];
  /** What the person was told of events that came to nothing. */
  readonly refused: string[];
  /** What a reader of the saved changes would have. */
  readonly kept: () => FactCheck;
}

const ANA: PresentReviewer = { id: 'ana', name: 'Ana' };

function open(reviewer: PresentReviewer | null = ANA): Opened {
  const clock = tickingClock();
  const factCheck = newFactCheck(clock);
  const [saved, refused]: [Change[], string[]] = [[], []];
  const store = createFactCheckStore(factCheck, {
    clock,
    reviewer: () => reviewer,
    onChange: (_, change) => saved.push(change),
    onRefused: (reason) => refused.push(reason),
  });
  return { store, clock, saved, refused, kept: () => saved.reduce(applyChange, factCheck) };
}

test('an annotation with a verdict is one step, and brings the reviewer along', () => {
  const { store, saved } = open();
  const id = store.events.annotateWithVerdict(targets(0, 25), 'false');

  const { tables } = store.getState().factCheck;
  expect(tables.annotation.get(id)).toMatchObject({ status: 'checked', createdBy: 'ana' });
  expect([...tables.verdict.values()]).toMatchObject([
    { annotationId: id, ratingId: 'false', reviewerId: 'ana' },
  ]);
  expect(tables.reviewer.get('ana')).toMatchObject({ name: 'Ana' });
  expect(saved).toHaveLength(1);
  expect(store.getState().past).toMatchObject([{ change: { label: 'Give verdict' } }]);
});

test('nothing is annotated in the name of nobody', () => {
  const { store, saved } = open(null);
  expect(() => store.events.annotate(targets(0, 25))).toThrow('who is at the desk');
  expect(saved).toEqual([]);
});

test('a run of typing in one field is one step of undo, and the next run another', () => {
  const { store } = open();
  const id = store.events.annotateWithVerdict(targets(0, 25), 'false');
  for (const conclusion of ['N', 'No', 'No.']) store.events.giveVerdict(id, { conclusion }, 'conclusion/1');
  store.events.giveVerdict(id, { conclusion: 'No. Really.' }, 'conclusion/2');

  const conclusion = (): string | undefined =>
    [...store.getState().factCheck.tables.verdict.values()][0]?.conclusion;
  expect(conclusion()).toBe('No. Really.');
  store.events.undo();
  expect(conclusion()).toBe('No.');
  store.events.undo();
  expect(conclusion()).toBe('');
  store.events.redo();
  store.events.redo();
  expect(conclusion()).toBe('No. Really.');
});

/** The record as another tab writes it that goes on from what stands here. */
function asElsewhere<Kept extends AnyRecord>(record: Kept, words: Partial<Kept>, clock: Clock): Kept {
  const [time] = clock.nextRev();
  const theirs = { ...record, ...words, base: record.rev, rev: [time + 50_000, 'b'] as const };
  clock.observe(theirs.rev);
  return theirs;
}

const NOTE = { evidence: 'e1', source: 's1' };

test.each<{
  readonly what: string;
  readonly type: (events: FactCheckStore['events'], id: string, words: string) => void;
  readonly find: (tables: FactCheck['tables'], id: string) => AnyRecord | undefined;
  readonly saying: (record: AnyRecord, words: string) => Partial<AnyRecord>;
  readonly read: (record: AnyRecord | Version) => string | undefined;
}>([
  {
    what: 'a conclusion',
    type: ({ giveVerdict: give }, id, conclusion) => give(id, { conclusion }, 'run'),
    find: ({ verdict }) => [...verdict.values()][0],
    saying: (_, conclusion) => ({ conclusion }),
    read: (record) => (record.type === 'verdict' ? record.conclusion : undefined),
  },
  {
    what: 'a claim',
    type: ({ editAnnotation: edit }, id, statement) => edit(id, { claim: { statement } }, 'run'),
    find: ({ annotation }, id) => annotation.get(id),
    saying: (record, statement) =>
      record.type === 'annotation' ? { claim: { ...record.claim, statement } } : {},
    read: (record) => ('claim' in record ? record.claim.statement : undefined),
  },
  {
    what: 'a note on evidence',
    type: ({ carryOut }, _, note) => carryOut((now, hand) => editEvidence(now, 'e1', { note }, hand), 'run'),
    find: ({ evidence }) => evidence.get('e1'),
    saying: (_, note) => ({ note }),
    read: (record) => (record.type === 'evidence' ? record.note : undefined),
  },
])(
  'a run of typing in $what that goes on over the words of another tab keeps them, as a step of its own',
  (field) => {
    const { store, clock, kept } = open();
    const { events } = store;
    const id = events.annotateWithVerdict(targets(0, 25), 'false');
    events.carryOut((now, hand) =>
      citeSource(now, { annotationId: id, source: { title: 'Log' }, stance: 'context', ids: NOTE }, hand),
    );
    const standing = (): AnyRecord => {
      const record = field.find(store.getState().factCheck.tables, id);
      if (!record) throw new Error('It is gone.');
      return record;
    };
    const history = (): readonly (string | undefined)[] =>
      [...store.getState().factCheck.tables.history.values()].map(({ before }) => field.read(before));
    const first = field.read(standing());

    field.type(events, id, 'Mine');
    field.type(events, id, 'Mine, longer');
    expect(history()).toEqual([first]);
    const theirs = asElsewhere(standing(), field.saying(standing(), 'Theirs'), clock);
    events.receive({ changed: [theirs], removed: [] });
    field.type(events, id, 'Mine once more');
    field.type(events, id, 'Mine once more, and whole');
    expect(history()).toEqual([first, 'Theirs']);
    expect([...kept().tables.history.values()].map(({ before }) => field.read(before))).toEqual(history());

    events.undo();
    expect(field.read(standing())).toBe('Theirs');
    expect(history()).toEqual([first]);
  },
);

test('a run of typing that made a verdict keeps what another tab has made of it', () => {
  const { store, clock } = open();
  const id = store.events.annotate(targets(0, 25));
  store.events.giveVerdict(id, { conclusion: 'Mine' }, 'run');
  const [verdict] = store.getState().factCheck.tables.verdict.values();
  if (!verdict) throw new Error('There is no verdict.');
  store.events.receive({ changed: [asElsewhere(verdict, { conclusion: 'Theirs' }, clock)], removed: [] });
  store.events.giveVerdict(id, { conclusion: 'Mine again' }, 'run');
  const history = [...store.getState().factCheck.tables.history.values()];
  expect(history).toMatchObject([{ before: { conclusion: 'Theirs' } }]);
});

test('undo takes everything back to the beginning, and redo brings it all again', () => {
  const { store, kept } = open();
  const start = contents(store);
  const first = store.events.annotateWithVerdict(targets(0, 25), 'false');
  const second = store.events.annotate(targets(26, 33));
  const source = { title: 'Transcript', url: 'https://example.org/a' };
  const ids = { evidence: 'evidence', source: 'source' };
  store.events.carryOut((now, hand) =>
    citeSource(now, { annotationId: first, source, stance: 'supports', ids }, hand),
  );
  store.events.carryOut((now, hand) => {
    const again = { annotationId: second, source: 'source', stance: 'refutes' } as const;
    return citeSource(now, { ...again, ids: { ...ids, evidence: 'second' } }, hand);
  });
  store.events.carryOut((now, hand) => editSource(now, 'source', { publisher: 'The Record' }, hand));
  store.events.carryOut((now, hand) => moveBoundaries(now, second, targets(26, 40), hand));
  store.events.removeAnnotations([first]);
  const end = contents(store);

  while (store.getState().past.length > 0) store.events.undo();
  expect(contents(store)).toEqual(start);
  while (store.getState().future.length > 0) store.events.redo();
  expect(contents(store)).toEqual(end);
  expect(recordsOf(kept())).toEqual(expect.arrayContaining([...recordsOf(store.getState().factCheck)]));
});

test('a new edit after an undo leaves nothing to redo', () => {
  const { store } = open();
  store.events.annotate(targets(0, 25));
  store.events.undo();
  store.events.annotate(targets(26, 33));
  expect(store.events.redo()).toBeNull();
});

test('an undo leaves alone what another tab has written since', () => {
  const { store } = open();
  const id = store.events.annotateWithVerdict(targets(0, 25), 'false');
  store.events.editAnnotation(id, { tags: ['numbers'] });
  const mine = store.getState().factCheck.tables.annotation.get(id);
  if (!mine) throw new Error('The annotation is gone.');
  const theirs = { ...mine, tags: ['quotes'], rev: [mine.rev[0] + 60_000, 'b'] as const };
  store.events.receive({ changed: [theirs], removed: [] });

  store.events.undo();
  expect(store.getState().factCheck.tables.annotation.get(id)?.tags).toEqual(['quotes']);
});

test('an older version from another tab does not replace a newer one here', () => {
  const { store } = open();
  const id = store.events.annotate(targets(0, 25));
  const old = store.getState().factCheck.tables.annotation.get(id);
  if (!old) throw new Error('The annotation is gone.');
  store.events.editAnnotation(id, { tags: ['numbers'] });
  store.events.receive({ changed: [old], removed: [] });
  expect(store.getState().factCheck.tables.annotation.get(id)?.tags).toEqual(['numbers']);
});

test('an edit that changes nothing is no step and is not saved', () => {
  const { store, saved } = open();
  const id = store.events.annotate(targets(0, 25));
  store.events.editAnnotation(id, { tags: [] });
  expect(saved).toHaveLength(1);
});

/** Everything but the stamps, by type and id. */
function contents(store: FactCheckStore): unknown {
  return recordsOf(store.getState().factCheck)
    .map(({ rev: _rev, base: _base, writtenAs: _as, updatedAt: _at, updatedBy: _by, ...said }) => said)
    .toSorted((a, b) => `${a.type}/${a.id}`.localeCompare(`${b.type}/${b.id}`));
}

test('a fact check that steps back takes no event any more, says why, and still hears of other tabs', () => {
  const { store, clock, saved, refused } = open();
  const { events } = store;
  const id = events.annotate(targets(0, 4));
  events.stepBack('Saved by a newer one.');
  const before = store.getState().factCheck;
  events.annotate(targets(5, 8));
  events.giveVerdict(id, { conclusion: 'No.' });
  events.removeAnnotations([id]);
  events.carryOut((now, hand) => renameFactCheck(now, 'Other', hand));
  expect(events.undo()).toBe(null);
  expect(store.getState().factCheck).toBe(before);
  expect(saved).toHaveLength(1);
  expect(refused).toEqual(Array.from({ length: 4 }, () => 'Saved by a newer one.'));

  const [annotation] = before.tables.annotation.values();
  if (!annotation) throw new Error('There is no annotation.');
  const changed = [{ ...annotation, tags: ['x'], rev: [clock.nextRev()[0], 'other'] as const }];
  events.receive({ changed, removed: [] });
  expect(store.getState().factCheck.tables.annotation.get(id)).toMatchObject({ tags: ['x'] });
});

test('a new version is taken back whole, or not at all when another tab has edited it since', () => {
  const { store, refused } = open();
  const { events } = store;
  const now = (): FactCheck => store.getState().factCheck;
  const id = events.annotateWithVerdict(targets(0, 25), 'false');
  const oldId = articleOf(now()).id;
  events.carryOut((factCheck, hand) => {
    const {
      id: _id,
      rev: _rev,
      updatedAt: _at,
      updatedBy: _by,
      type: _type,
      ...draft
    } = articleOf(factCheck);
    const plan = planCarryOver(factCheck, (annotation) =>
      annotation.targets.map((target) => ({ state: 'exact', target, candidates: [] })),
    );
    const text = `${draft.text} Yes.`;
    const loaded = { draft: { ...draft, text }, articleId: 'second', plan, decisions: new Map() };
    const taken = takeDraft(factCheck, loaded, hand);
    if (!taken.ok) throw new Error(taken.problem);
    return taken.change;
  });
  const loaded = now();

  const other = { clock: tickingClock('b'), by: 'bob' };
  for (const { rev } of recordsOf(loaded)) other.clock.observe(rev);
  const names = { annotationId: id, reviewerId: 'bob', newId: 'b-verdict' };
  const rateAt = (instant: string): Change =>
    giveVerdict(
      loaded,
      names,
      { ratingId: 'true' },
      { ...other, clock: { ...other.clock, instant: () => instant } },
    );
  const elsewhere = [
    rateAt('2026-02-01T00:00:00.000Z'),
    // Their clock is a month behind.
    rateAt('2025-12-01T00:00:00.000Z'),
    annotate(loaded, { targets: targets(26, 33), id: 'b-new' }, other),
    splitSentence(loaded, 5, other),
    renameFactCheck(loaded, 'Other', other),
  ];
  for (const change of elsewhere) {
    const back = invertChange(change, applyChange(loaded, change), other);
    events.receive({ changed: [...change.added, ...change.updated.map(({ after }) => after)], removed: [] });
    const edited = now();
    expect(events.undo()).toBe(null);
    expect(now()).toBe(edited);
    expect(refused.splice(0)).toEqual([expect.stringContaining('edited since in another tab')]);
    const changed = [...back.added, ...back.updated.map(({ after }) => after)];
    events.receive({ changed, removed: back.removed });
  }

  expect(events.undo()).toMatchObject({ label: 'Load a new version' });
  expect(articleOf(now()).id).toBe(oldId);
  expect(now().tables.annotation.get(id)).toMatchObject({ articleId: oldId });
  expect(events.redo()).not.toBe(null);
  expect(articleOf(now()).id).toBe('second');
});

test('a step of which another tab has edited everything is said to stay, once, and the steps before it can be undone', () => {
  const { store, clock, refused } = open();
  const { events } = store;
  const id = events.annotate(targets(0, 25));
  events.annotate(targets(26, 33));
  events.editAnnotation(id, { tags: ['Mine'] });
  const annotation = store.getState().factCheck.tables.annotation.get(id);
  if (!annotation) throw new Error('There is no annotation.');
  const changed = [{ ...annotation, tags: ['Theirs'], rev: [clock.nextRev()[0], 'other'] as const }];
  events.receive({ changed, removed: [] });

  expect(events.undo()).toBe(null);
  expect(refused).toEqual(['“Edit annotation” has been edited since in another tab, and stays.']);
  expect(events.undo()).toMatchObject({ label: 'Annotate' });
  expect(refused).toHaveLength(1);
  expect(store.getState().factCheck.tables.annotation.get(id)).toMatchObject({ tags: ['Theirs'] });
});
