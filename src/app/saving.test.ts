import { expect, test } from 'vitest';
import type { Change } from '../domain/change.ts';
import type { SaveResult, StoreState } from '../storage/store.ts';
import { createSaving } from './saving.ts';

const CHANGE: Change = {
  label: 'Edit',
  at: '2026-01-01T00:00:00Z',
  by: null,
  added: [],
  updated: [],
  removed: [],
};

/** A storage that answers when it is told to. */
function createAnswering() {
  const answers: ((result: SaveResult) => void)[] = [];
  const listeners = new Set<() => void>();
  let state: StoreState = {
    unsaved: 0,
    problem: null,
    refusals: new Map(),
    caveat: null,
    warning: null,
    isReconciled: true,
  };
  return {
    store: {
      save: () =>
        new Promise<SaveResult>((resolve) => {
          answers.push(resolve);
        }),
      state: () => state,
      watchState: (listener: () => void) => {
        listeners.add(listener);
        return () => listeners.delete(listener);
      },
    },
    answer: async (result: SaveResult) => {
      answers.shift()?.(result);
      await Promise.resolve();
      await Promise.resolve();
      await Promise.resolve();
    },
    become: (now: Partial<StoreState>) => {
      state = { ...state, ...now };
      for (const listener of listeners) listener();
    },
  };
}

test('it says saved only when everything that was handed over is acknowledged', async () => {
  const { store, answer } = createAnswering();
  const saving = createSaving(store);
  saving.save('x', CHANGE);
  saving.save('x', CHANGE);
  expect(saving.getState().kind).toBe('saving');
  await answer({ ok: true });
  expect(saving.getState().kind).toBe('saving');
  await answer({ ok: true });
  expect(saving.getState()).toEqual({ kind: 'saved', note: null });
});

test('a failure is said until a later save goes through', async () => {
  const { store, answer } = createAnswering();
  const saving = createSaving(store);
  saving.save('x', CHANGE);
  await answer({ ok: false, problem: 'No room.' });
  expect(saving.getState()).toEqual({ kind: 'not-saved', problem: 'No room.' });
  saving.save('x', CHANGE);
  expect(saving.getState().kind).toBe('not-saved');
  await answer({ ok: true, note: 'One copy.' });
  expect(saving.getState()).toEqual({ kind: 'saved', note: 'One copy.' });
});

test('a failure is over when the storage has made up for it by itself', async () => {
  const { store, answer, become } = createAnswering();
  const saving = createSaving(store);
  saving.follow();
  saving.save('x', CHANGE);
  become({ unsaved: 1 });
  await answer({ ok: false, problem: 'The disk is full.' });
  become({ problem: 'The disk is full.' });
  expect(saving.getState().kind).toBe('not-saved');
  become({ unsaved: 0, problem: null });
  expect(saving.getState()).toEqual({ kind: 'saved', note: null });
});

test('nothing is called saved before this start has compared both copies', async () => {
  const { store, answer, become } = createAnswering();
  become({ isReconciled: false });
  const saving = createSaving(store);
  saving.follow();
  expect(saving.getState()).toEqual({ kind: 'starting' });
  saving.save('x', CHANGE);
  expect(saving.getState()).toEqual({ kind: 'saving' });
  await answer({ ok: true });
  expect(saving.getState()).toEqual({ kind: 'starting' });
  become({ problem: 'The disk is full.' });
  expect(saving.getState()).toEqual({ kind: 'not-saved', problem: 'The disk is full.' });
  become({ problem: null, isReconciled: true });
  expect(saving.getState()).toEqual({ kind: 'saved', note: null });
});

test('a failed save is over when the start that failed beside it is over too', async () => {
  const { store, answer, become } = createAnswering();
  become({ isReconciled: false });
  const saving = createSaving(store);
  saving.follow();
  saving.save('x', CHANGE);
  become({ unsaved: 1, problem: 'The disk is full.' });
  await answer({ ok: false, problem: 'The disk is full.' });
  become({ unsaved: 0 });
  expect(saving.getState().kind).toBe('not-saved');
  become({ problem: null, isReconciled: true });
  expect(saving.getState()).toEqual({ kind: 'saved', note: null });
});

test('what is refused of a fact check stays said there, and nowhere else', async () => {
  const { store, answer, become } = createAnswering();
  const [one, other] = [createSaving(store), createSaving(store)];
  one.follow();
  other.follow();
  one.save('one', CHANGE);
  await answer({ ok: false, problem: 'A newer version.' });
  other.save('other', CHANGE);
  become({ unsaved: 1, refusals: new Map([['one', 'A newer version.']]) });
  await answer({ ok: true });
  become({ unsaved: 0 });
  expect(one.getState()).toEqual({ kind: 'not-saved', problem: 'A newer version.' });
  expect(other.getState()).toEqual({ kind: 'saved', note: null });
});

/** A storage that answers, and that throws at the Changes of some labels as long as it is told to. */
function createBreaking() {
  const { store, ...rest } = createAnswering();
  const broken = new Set<string>();
  const taken: string[] = [];
  const save = (_: string, { label }: Change): Promise<SaveResult> => {
    if (broken.has(label)) throw new Error('Access is denied.');
    taken.push(label);
    return store.save();
  };
  return { ...rest, broken, taken, saving: createSaving({ ...store, save }) };
}

function edit(label: string): Change {
  return { ...CHANGE, label };
}

test('a save that throws is told as not saved until that very Change is taken, before the next one', async () => {
  const { saving, broken, taken, answer } = createBreaking();
  broken.add('one').add('two');
  saving.save('x', edit('one'));
  expect(saving.getState()).toMatchObject({ kind: 'not-saved' });
  saving.save('x', edit('two'));
  broken.clear();
  saving.save('x', edit('three'));
  expect(taken).toEqual(['one', 'two', 'three']);
  for (let i = 0; i < 3; i += 1) await answer({ ok: true });
  expect(saving.getState()).toEqual({ kind: 'saved', note: null });
});

test('a Change that throws again and is overtaken stays told, whatever goes through later', async () => {
  const { saving, broken, taken, answer } = createBreaking();
  broken.add('one');
  for (const label of ['one', 'two', 'three']) saving.save('x', edit(label));
  broken.clear();
  saving.save('x', edit('four'));
  expect(taken).toEqual(['two', 'three', 'four']);
  for (let i = 0; i < 3; i += 1) await answer({ ok: true });
  const told = saving.getState();
  expect(told.kind === 'not-saved' && told.problem).toContain('Export your work now');
});

test('a save that breaks off later stays told too', async () => {
  const { store, answer } = createAnswering();
  let isBroken = true;
  const breakOff = () => Promise.reject<SaveResult>(new Error('Access is denied.'));
  const saving = createSaving({ ...store, save: () => (isBroken ? breakOff() : store.save()) });
  saving.save('x', CHANGE);
  await Promise.resolve();
  await Promise.resolve();
  isBroken = false;
  saving.save('x', CHANGE);
  await answer({ ok: true });
  expect(saving.getState()).toMatchObject({ kind: 'not-saved' });
});
