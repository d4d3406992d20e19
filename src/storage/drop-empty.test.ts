import { setImmediate } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { dropEmpty } from './drop-empty.ts';
import { chooseGeneration, chooseNextGeneration, type Buckets } from './generations.ts';
import { openShelf } from './idb-database.ts';
import { createFakeDisk, upgradeDatabase, type FakeDisk } from './testing/fake-buckets.ts';
import { createFakeLocks } from './testing/fake-locks.ts';

const AT = '2026-01-31T00:00:00Z';
const never = () => () => undefined;

function namesOn({ factories }: FakeDisk): readonly string[] {
  return [...factories.keys()];
}

test('generations in which nothing is go; one that has anything, or is a newer version’s, stays', async () => {
  const disk = createFakeDisk();
  for (const name of ['linecheck-1', 'linecheck-2', 'linecheck-3', 'linecheck-4', 'somebody-else'])
    await disk.buckets.open(name);
  const shelfIn = async (name: string) => openShelf((await disk.buckets.open(name)).indexedDB);
  const [empty, full] = [await shelfIn('linecheck-2'), await shelfIn('linecheck-3')];
  await full.merge(new Map([['linecheck', '']]), AT);
  empty.close();
  full.close();
  await upgradeDatabase((await disk.buckets.open('linecheck-4')).indexedDB);
  await dropEmpty(disk.buckets, createFakeLocks().openTab().locks);
  expect(namesOn(disk)).toEqual(['linecheck-3', 'linecheck-4', 'somebody-else']);
});

test('a generation that another tab tries out, or is in, stays, though nothing is in it yet', async () => {
  const disk = createFakeDisk();
  const locks = createFakeLocks();
  const [own, other] = [locks.openTab(), locks.openTab()];
  const dropAll = (): Promise<void> => dropEmpty(disk.buckets, other.locks);
  // The other one stands still while it starts: it is not waited for.
  const { name, moveOut } = await chooseNextGeneration(1, disk.buckets, {
    locks: own.locks,
    patience: 0,
    after: never,
    tryOut: dropAll,
  });
  await dropAll();
  expect(namesOn(disk)).toEqual([name]);
  moveOut();
  await dropAll();
  expect(namesOn(disk)).toEqual([]);
});

test('who begins a generation under the name of one that is just being let go of has it to themselves', async () => {
  const disk = createFakeDisk();
  const locks = createFakeLocks();
  await disk.buckets.open('linecheck-1');
  let starting: Promise<unknown> = Promise.resolve();
  const buckets: Buckets = {
    ...disk.buckets,
    // Its name is free before it is gone.
    delete: async (name) => {
      await disk.buckets.delete(name);
      starting = chooseGeneration(disk.buckets, locks.openTab().locks);
      await setImmediate();
      expect(namesOn(disk)).toEqual([]);
    },
  };
  await dropEmpty(buckets, locks.openTab().locks);
  expect(await starting).toMatchObject({ name: 'linecheck-1' });
  expect(namesOn(disk)).toEqual(['linecheck-1']);
});
