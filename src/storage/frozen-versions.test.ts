import { expect, test } from 'vitest';
import { recordsOf, type AnyRecord } from '../domain/fact-check.ts';
import { openStore } from './open-store.ts';
import { createFakeBrowser } from './testing/fake-browser.ts';
import { createFakeClock } from './testing/fake-clock.ts';
import { createFakeDatabase, openFakePlace } from './testing/fake-database.ts';
import { SCHEMA } from './written-value.ts';

/** What a browser held after a session with one version of the app. Nothing ever writes these files again. */
interface Frozen {
  readonly id: string;
  readonly localStorage: Readonly<Record<string, string>>;
  readonly rows: readonly (readonly [key: string, text: string])[];
  readonly expected: readonly AnyRecord[];
}

const FROZEN = import.meta.glob<Frozen>('./testing/frozen/storage-*.json', {
  import: 'default',
  eager: true,
});

test('there is a frozen browser of every version of what is written', () => {
  const versions = Array.from({ length: SCHEMA }, (_, i) => `./testing/frozen/storage-${i + 1}.json`);
  expect(Object.keys(FROZEN).toSorted()).toEqual(versions.toSorted());
});

test.each(
  Object.entries(FROZEN).flatMap(([name, frozen]) => [
    { name, frozen, from: 'both copies', here: true, there: true },
    { name, frozen, from: 'localStorage alone', here: true, there: false },
    { name, frozen, from: 'the database alone', here: false, there: true },
  ]),
)('$name opens from $from as what it was', async ({ frozen, here, there }) => {
  const [browser, database] = [createFakeBrowser(), createFakeDatabase()];
  if (here) for (const [key, text] of Object.entries(frozen.localStorage)) browser.disk.set(key, text);
  if (there) database.generations.push({ disk: new Map(frozen.rows), isComplete: true });
  const tenant = { isAlive: () => true, isAlone: () => true, turn: () => Promise.resolve() };
  const durable = openFakePlace(database, tenant);
  const store = openStore({ ...browser.openTab(), clock: createFakeClock('today'), durable });
  const opened = await store.open(frozen.id);
  expect(opened).toMatchObject({ ok: true, readOnlyReason: null });
  expect(new Set(opened.ok ? recordsOf(opened.factCheck) : [])).toEqual(new Set(frozen.expected));
  expect(await store.quarantine()).toEqual([]);
});
