import { expect, test } from 'vitest';
import { createSessionStore } from './session-store.ts';

function placeWith(kept: string | null) {
  const written: string[] = [];
  return {
    written,
    getItem: () => written.at(-1) ?? kept,
    setItem: (_: string, value: string) => void written.push(value),
  };
}

test('what is preferred is kept for the next session, and what a tab shows is not', () => {
  const place = placeWith(null);
  const { events } = createSessionStore(place);
  events.chooseTheme('dark');
  events.moveCursor(7);
  events.search('friends');
  expect(place.written).toHaveLength(1);
  const next = createSessionStore(place).getState();
  expect([next.theme, next.cursor, next.query]).toEqual(['dark', 0, '']);
});

test('preferences of an earlier version of Linecheck go with what was not to be chosen then', () => {
  const place = placeWith('{"state":{"theme":"light","reviewer":{"id":"r","name":"Ana"}},"version":1}');
  expect(createSessionStore(place).getState()).toMatchObject({
    theme: 'light',
    reviewer: { id: 'r', name: 'Ana' },
    language: 'browser',
  });
});

test.each(['', '{', 'null', '[]', '"x"', '{"state":null}'])(
  'damaged preferences are forgotten: %s',
  (kept) => {
    expect(createSessionStore(placeWith(kept)).getState()).toMatchObject({ theme: 'system', reviewer: null });
  },
);
