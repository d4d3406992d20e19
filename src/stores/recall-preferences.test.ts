import { expect, test } from 'vitest';
import { recallPreferences } from './recall-preferences.ts';
import { createSessionStore } from './session-store.ts';

test('preferences that are recalled late take nothing back that has been set since', () => {
  let written: string | null = null;
  const place = {
    getItem: () => written,
    setItem: (_: string, text: string) => {
      written = text;
    },
  };
  const session = createSessionStore(place);
  session.events.chooseTheme('dark');
  recallPreferences(
    session,
    '{"state":{"theme":"light","textSize":"large","reviewer":{"id":"r","name":"Ana"}},"version":1}',
  );
  const recalled = { theme: 'dark', textSize: 'large', reviewer: { id: 'r', name: 'Ana' } };
  expect(session.getState()).toMatchObject(recalled);
  expect(createSessionStore(place).getState()).toMatchObject(recalled);
  recallPreferences(session, '{"state":');
  expect(session.getState()).toMatchObject(recalled);
});
