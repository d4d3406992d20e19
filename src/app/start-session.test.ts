import { expect, test } from 'vitest';
import { preferencesIn } from '../storage/preferences.ts';
import { beAtRest } from './at-rest.ts';
import { startSession } from './start-session.ts';

const ANA = { id: 'r', name: 'Ana' };

/** A browser whose database is lent to one session after the other. */
function createBrowser() {
  const local = new Map<string, string>();
  const database: string[] = [];
  const start = (isBlocked = false) => {
    const storage = {
      getItem: (name: string) => local.get(name) ?? null,
      setItem: (name: string, text: string) => void local.set(name, text),
    };
    const store = {
      keepPreferences: (text: string) => void database.push(text),
      recallPreferences: () => Promise.resolve(database.at(-1) ?? null),
    };
    return startSession(store, preferencesIn(isBlocked ? null : storage));
  };
  return { local, database, start };
}

/** All that has been begun, and waits for nothing else. */
async function rest(): Promise<void> {
  beAtRest();
  await new Promise(setImmediate);
}

test('who is checking is known again after localStorage was emptied, or while it is blocked', async () => {
  const { local, start } = createBrowser();
  start().events.nameReviewer(ANA);
  local.clear();
  const emptied = start();
  await rest();
  await expect.poll(() => emptied.getState().reviewer).toEqual(ANA);
  expect(local.size).toBe(1);
  const blocked = start(true);
  await rest();
  await expect.poll(() => blocked.getState().reviewer).toEqual(ANA);
});

test('each start takes what localStorage has into its database, unless that can’t be read', async () => {
  const { local, database, start } = createBrowser();
  start().events.nameReviewer(ANA);
  await rest();
  const [kept] = database.splice(0);
  start();
  await rest();
  expect(database).toEqual([kept]);
  local.forEach((_, name) => local.set(name, '{"state":'));
  const damaged = start();
  await rest();
  await expect.poll(() => damaged.getState().reviewer).toEqual(ANA);
  expect(database.at(-1)).toContain('Ana');
});
