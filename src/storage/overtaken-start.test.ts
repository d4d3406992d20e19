import { setImmediate } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { recordsOf } from '../domain/fact-check.ts';
import type { DurablePlace, DurableShelf } from './durable-shelf.ts';
import { openStore } from './open-store.ts';
import { factChecksOf, keyOf } from './storage-key.ts';
import type { Store } from './store.ts';
import { createFakeBrowser } from './testing/fake-browser.ts';
import { createFakeClock } from './testing/fake-clock.ts';
import { mergeIntoDisk, openBarePlace } from './testing/fake-database.ts';
import { startSample } from './testing/sample.ts';

type Disk = Map<string, string>;

interface ShelfParts {
  /** Are called when the browser takes the database away. */
  readonly lost?: (() => void)[];
  readonly answered?: Promise<void>;
}

/** A database that finishes what has begun when it is closed, and begins nothing after that, as IndexedDB does. */
function openShelf(disk: Disk, { lost = [], answered = Promise.resolve() }: ShelfParts = {}): DurableShelf {
  let isClosed = false;
  const begin = (): void => {
    if (isClosed) throw new DOMException('It is closed.', 'InvalidStateError');
  };
  const readAll = async (prefix: string): Promise<Disk> => {
    begin();
    const found = new Map([...disk].filter(([key]) => key.startsWith(prefix)));
    await answered;
    return found;
  };
  return {
    isNewer: false,
    factChecks: () => Promise.resolve(factChecksOf(disk.keys())),
    read: (id) => readAll(`linecheck/${id}/`),
    readAll,
    readStrangers: () => Promise.resolve(new Map()),
    merge: (texts, at) => {
      begin();
      return Promise.resolve(mergeIntoDisk(disk, texts, at));
    },
    drop: () => Promise.resolve(),
    close: () => {
      isClosed = true;
    },
    whenLost: (act) => void lost.push(act),
  };
}

/** Lets everything happen that waits for nothing else. */
async function rest(): Promise<void> {
  for (let turn = 0; turn < 20; turn += 1) await setImmediate();
}

async function whenWhole(store: Store): Promise<void> {
  while (!store.state().isReconciled) await setImmediate();
}

test.each([['answers', true], ['fails']])(
  'what a start has compared with a database that was taken away is compared anew with the next one, when an older one %s then',
  async (_, isWhole = false) => {
    const browser = createFakeBrowser();
    const clock = createFakeClock('one');
    const factCheck = startSample(clock);
    const [first, second]: [Disk, Disk] = [new Map(), new Map()];
    const place = openBarePlace(() => Promise.resolve(openShelf(first)));
    const earlier = openStore({ ...browser.openTab(), clock, durable: place });
    await earlier.create(factCheck);
    await whenWhole(earlier);
    // A long article is in the database alone.
    for (const { type, id } of recordsOf(factCheck))
      if (type === 'article') browser.disk.delete(keyOf({ factCheckId: factCheck.id, type, id }));

    // This start finds nothing to heal in the first database; an older one answers when that is gone.
    const lost: (() => void)[] = [];
    let [answer, reopen] = [(): void => undefined, (): void => undefined];
    const answered = new Promise<void>((resolve, reject) => {
      answer = isWhole ? resolve : () => reject(new DOMException('It was closed.', 'AbortError'));
    });
    const hasRoom = new Promise<void>((resolve) => {
      reopen = resolve;
    });
    let isFirstGone = false;
    const durable: DurablePlace = {
      ...openBarePlace(async () => {
        if (!isFirstGone) return openShelf(first, { lost });
        await hasRoom;
        return openShelf(second);
      }),
      openEarlier: () => {
        const shelves = isFirstGone ? [openShelf(first)] : [openShelf(new Map(), { answered })];
        return Promise.resolve({ shelves, isWhole: () => true });
      },
    };
    const parts = { clock: createFakeClock('two'), durable, after: () => () => undefined };
    const store = openStore({ ...browser.openTab(), ...parts });
    while (lost.length === 0) await setImmediate();
    await rest();
    isFirstGone = true;
    for (const tell of lost.splice(0)) tell();
    await rest();
    answer();
    await rest();
    reopen();
    await whenWhole(store);
    expect([...second.keys()].toSorted()).toEqual([...first.keys()].toSorted());
    expect(await store.compareCopies()).toEqual({ ok: true });
  },
);
