import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { applyChange } from '../domain/change.ts';
import type { Clock } from '../domain/clock.ts';
import { nameOf } from '../domain/pointers.ts';
import { recordsOf, type FactCheck } from '../domain/fact-check.ts';
import { openStore } from './open-store.ts';
import { keyOf, parseKey } from './storage-key.ts';
import type { Store } from './store.ts';
import { arbitraryEdit, makeEdit, type Edit } from './testing/arbitrary-edits.ts';
import { createFakeBrowser, type FakeBrowser } from './testing/fake-browser.ts';
import { createFakeClock } from './testing/fake-clock.ts';
import { createFakeDatabase, openFakePlace, type FakeDatabase } from './testing/fake-database.ts';
import { startSample } from './testing/sample.ts';
import { parseKept } from './written-value.ts';

interface Machine {
  readonly browser: FakeBrowser;
  readonly database: FakeDatabase;
}

/** What happens to one value: to which, in which copies, and how. */
interface Damage {
  readonly pick: number;
  readonly isInLocalStorage: boolean;
  readonly isInDatabase: boolean;
  readonly how: keyof typeof WAYS;
  readonly at: number;
}

/** What a text becomes; null when its key is deleted. */
const WAYS = {
  deleted: () => null,
  emptied: () => '',
  cut: (text: string, at: number) => text.slice(0, at),
  turned: (text: string, at: number) => `${text.slice(0, at)}\u0001${text.slice(at + 1)}`,
  replaced: () => '{"theme":"dark"}',
} as const;

const arbitraryDamage: fc.Arbitrary<Damage> = fc.record({
  pick: fc.nat(),
  isInLocalStorage: fc.boolean(),
  isInDatabase: fc.boolean(),
  how: fc.constantFrom('deleted', 'emptied', 'cut', 'turned', 'replaced'),
  at: fc.nat(),
});

/** So that records hang on each other from the start. */
const PREPARATION: readonly Edit[] = (
  ['annotate', 'annotate', 'give-verdict', 'cite-new', 'name-reviewer'] as const
).map((kind, pick) => ({ kind, pick, other: 1, words: kind }));

function openTab({ browser, database }: Machine, clock: Clock): Store {
  const durable = openFakePlace(database, {
    isAlive: () => true,
    isAlone: () => true,
    turn: () => Promise.resolve(),
  });
  return openStore({ ...browser.openTab(), clock, durable });
}

/** A browser in which a fact check is kept twice, after these edits. */
async function keepEdited(machine: Machine, edits: readonly Edit[]): Promise<FactCheck> {
  const clock = createFakeClock('first');
  const store = openTab(machine, clock);
  let factCheck = startSample(clock);
  await store.create(factCheck);
  for (const edit of [...PREPARATION, ...edits]) {
    const change = makeEdit(factCheck, edit, { clock, by: null });
    factCheck = applyChange(factCheck, change);
    expect(await store.save(factCheck.id, change)).toEqual({ ok: true });
  }
  await store.compareCopies();
  return factCheck;
}

/** Does the damage and returns the keys whose value is whole in no copy. */
function harm({ browser, database }: Machine, damages: readonly Damage[]): ReadonlySet<string> {
  const disk = database.generations.at(-1)?.disk ?? new Map<string, string>();
  const keys = [...browser.disk.keys()].filter((key) => parseKey(key) !== null).toSorted();
  const hurt = { localStorage: new Set<string>(), database: new Set<string>() };
  for (const { pick, isInLocalStorage, isInDatabase, how, at } of damages) {
    const key = keys[pick % keys.length] ?? '';
    const spoil = (copy: Map<string, string>): void => {
      const text = copy.get(key);
      const spoilt = text === undefined ? null : WAYS[how](text, at % text.length);
      if (spoilt === null) copy.delete(key);
      else copy.set(key, spoilt);
    };
    if (isInLocalStorage) spoil(browser.disk);
    if (isInDatabase) spoil(disk);
    if (isInLocalStorage) hurt.localStorage.add(key);
    if (isInDatabase) hurt.database.add(key);
  }
  return new Set([...hurt.localStorage].filter((key) => hurt.database.has(key)));
}

test('whatever happens to values of either copy or of both, each costs at most its own record', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(arbitraryEdit, { maxLength: 12 }),
      fc.array(arbitraryDamage, { minLength: 1, maxLength: 8 }),
      async (edits, damages) => {
        const machine: Machine = { browser: createFakeBrowser(), database: createFakeDatabase() };
        const factCheck = await keepEdited(machine, edits);
        const whole = new Map([...machine.browser.disk].filter(([key]) => parseKey(key) !== null));
        const lost = harm(machine, damages);

        const store = openTab(machine, createFakeClock('later'));
        await store.compareCopies();
        const opened = await store.open(factCheck.id);
        const quarantined = await store.quarantine();

        // Every other value is in both copies again.
        const disk = machine.database.generations.at(-1)?.disk;
        for (const [key, text] of whole) {
          if (lost.has(key)) continue;
          const kept = parseKept(key, text);
          expect(parseKept(key, machine.browser.disk.get(key) ?? ''), `localStorage ${key}`).toEqual(kept);
          expect(parseKept(key, disk?.get(key) ?? ''), `database ${key}`).toEqual(kept);
        }
        // And it is shown or, when what it hangs on is lost, listed.
        const shown = new Set(opened.ok ? recordsOf(opened.factCheck).map(nameOf) : []);
        const listed = new Set(quarantined.map(({ key }) => key));
        const missing = recordsOf(factCheck).filter((record) => {
          const key = keyOf({ factCheckId: factCheck.id, type: record.type, id: record.id });
          return !lost.has(key) && !shown.has(nameOf(record)) && !listed.has(key);
        });
        expect(missing).toEqual([]);
      },
    ),
    { numRuns: 100 },
  );
});

test('a text that is damaged in both copies is kept as it was found', async () => {
  await fc.assert(
    fc.asyncProperty(fc.nat(), fc.nat(), async (pick, at) => {
      const machine: Machine = { browser: createFakeBrowser(), database: createFakeDatabase() };
      await keepEdited(machine, []);
      const [key = ''] = harm(machine, [
        { pick, isInLocalStorage: true, isInDatabase: true, how: 'cut', at },
      ]);
      const raw = machine.browser.disk.get(key);
      const quarantined = await openTab(machine, createFakeClock('later')).quarantine();
      expect(quarantined).toContainEqual(expect.objectContaining({ key, raw }));
    }),
    { numRuns: 40 },
  );
});
