import { expect, test } from 'vitest';
import { createNoticeStore } from './notice-store.ts';

function open() {
  const { events, getState } = createNoticeStore();
  return { ...events, told: () => getState().notices.map(({ text }) => text) };
}

test('of what passes the last three are shown', () => {
  const { notify, told } = open();
  for (const text of ['one', 'two', 'three', 'four']) notify(text);
  expect(told()).toEqual(['two', 'three', 'four']);
});

test('what has to be known stays until it is dismissed, and is pushed out by nothing', () => {
  const { notify, tell, dismiss, told } = open();
  const id = tell('One record could not be read.');
  tell('The database was deleted.');
  for (const text of ['one', 'two', 'three', 'four']) notify(text);
  expect(told()).toEqual([
    'One record could not be read.',
    'The database was deleted.',
    'two',
    'three',
    'four',
  ]);
  dismiss(id);
  expect(told()[0]).toBe('The database was deleted.');
});

test('the same sentence is there once', () => {
  const { notify, tell, told } = open();
  tell('Twice.');
  notify('Other.');
  tell('Twice.');
  expect(told()).toEqual(['Other.', 'Twice.']);
});

test('what stays so is told once, also when it was dismissed', () => {
  const { notify, tellOnce, dismiss, told } = open();
  const id = tellOnce('Only one copy is kept.');
  for (const text of ['one', 'two', 'three', 'four']) notify(text);
  expect(told()).toContain('Only one copy is kept.');
  dismiss(id ?? 0);
  expect(tellOnce('Only one copy is kept.')).toBeNull();
  expect(told()).not.toContain('Only one copy is kept.');
});
