import { expect, test } from 'vitest';
import { createClock } from '../domain/clock.ts';
import { createSmallDesk } from '../domain/testing/small-fact-check.ts';
import { createFactCheckStore, type FactCheckStore } from './fact-check-store.ts';
import { createUnnamedWords, isHolding } from './unnamed-words.ts';

function openDesk(): FactCheckStore {
  let ids = 0;
  const clock = createClock({ now: () => 0, newId: () => `id-${(ids += 1)}`, tab: 'a' });
  const { factCheck } = createSmallDesk();
  return createFactCheckStore(factCheck(), { clock, reviewer: () => null, onChange: () => undefined });
}

test('of each run of typing the last words are done when a name is given, then what was asked for', () => {
  const desk = openDesk();
  const { events, getState } = createUnnamedWords();
  const done: string[] = [];
  const doing = (what: string) => ({ act: () => void done.push(what), desk });
  events.hold('conclusion', doing('Fo'));
  events.hold('conclusion', doing('Forty'));
  events.hold('claim', doing('A claim'));
  expect(isHolding(getState())).toBe(true);
  events.ask(doing('rate'));
  events.answer();
  expect(done).toEqual(['Forty', 'A claim', 'rate']);
  expect(isHolding(getState())).toBe(false);
  events.answer();
  expect(done).toHaveLength(3);
});

test('whoever gives no name loses nothing, and can be asked again', () => {
  const desk = openDesk();
  const { events, getState } = createUnnamedWords();
  const done: string[] = [];
  events.askForTyped();
  expect(getState().asked).toBeNull();
  events.hold('conclusion', { act: () => void done.push('Forty'), desk });
  events.askForTyped();
  expect(getState().asked?.desk).toBe(desk);
  events.decline();
  expect(getState()).toMatchObject({ asked: null, isDeclined: true });
  expect(isHolding(getState())).toBe(true);
  events.askForTyped();
  events.answer();
  expect(done).toEqual(['Forty']);
});

test('whoever types on is asked again', () => {
  const desk = openDesk();
  const { events, getState } = createUnnamedWords();
  events.hold('conclusion', { act: () => undefined, desk });
  events.decline();
  events.hold('conclusion', { act: () => undefined, desk });
  expect(getState().isDeclined).toBe(false);
});

test('words whose place was removed meanwhile are given back, and the others put in their places', () => {
  const desk = openDesk();
  const { events } = createUnnamedWords();
  const done: string[] = [];
  const [annotation] = [...desk.getState().factCheck.tables.annotation.values()];
  if (!annotation) throw new Error('There should be one.');
  const hold = (words: string, id: string): void =>
    events.hold(words, {
      act: () => void done.push(words),
      desk,
      typed: { words, into: { type: 'annotation', id } },
    });
  hold('Forty', annotation.id);
  hold('Fifty', 'gone');
  hold('', 'gone as well');
  expect(events.answer()).toEqual(['Fifty']);
  expect(done).toEqual(['Forty']);
  expect(events.answer()).toEqual([]);
});
