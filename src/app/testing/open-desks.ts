import { annotate } from '../../domain/annotate.ts';
import { applyChange } from '../../domain/change.ts';
import type { Clock } from '../../domain/clock.ts';
import { recordsOf, type AnyRecord, type FactCheck } from '../../domain/fact-check.ts';
import { nameOf } from '../../domain/pointers.ts';
import { differenceOf } from '../../domain/receive-records.ts';
import { openStore } from '../../storage/open-store.ts';
import { createFakeBrowser, type FakeTab } from '../../storage/testing/fake-browser.ts';
import { createFakeClock } from '../../storage/testing/fake-clock.ts';
import { createFakeDatabase, openFakePlace } from '../../storage/testing/fake-database.ts';
import { startSample } from '../../storage/testing/sample.ts';
import type { Store } from '../../storage/store.ts';
import { createFactCheckStore, type FactCheckStore } from '../../stores/fact-check-store.ts';

/** Words of the sample. */
export const POINT = {
  quote: { exact: 'bridge', prefix: 'The ', suffix: ' is' },
  position: { start: 4, end: 10 },
};

/** One tab of the browser, with the desk in it. */
export interface Tab {
  readonly desk: FactCheckStore;
  readonly store: Store;
  /** Why something came to nothing, as this desk was told. */
  readonly refused: readonly string[];
  /** The next word of another tab arrives; false when none is on its way. */
  readonly hear: () => boolean;
  /** The next word never arrives. */
  readonly lose: () => void;
  /** The tab is looked at: it finds out by itself what it has missed. */
  readonly look: () => void;
  readonly close: () => void;
}

export interface Desks {
  readonly tabs: readonly [Tab, Tab, Tab];
  /** Closes a tab and opens another in its place. */
  readonly reload: (at: number) => Promise<void>;
  /** What somebody sees who opens the fact check now. */
  readonly reopen: () => Promise<FactCheck>;
}

interface Page {
  readonly fake: FakeTab;
  readonly clock: Clock;
  readonly store: Store;
  readonly look: () => void;
}

/** Three tabs of one reviewer on one fact check with one annotation, `a1`, wired as the desk is. */
export async function openDesks(): Promise<Desks> {
  const [browser, database] = [createFakeBrowser(), createFakeDatabase()];
  let opened = 0;
  const open = (): Page => {
    const fake = browser.openTab();
    const clock = createFakeClock(`tab${(opened += 1)}`);
    const isFirst = opened === 1;
    const { isAlive } = fake;
    const tenant = { isAlive, isAlone: () => isFirst, turn: () => Promise.resolve() };
    const durable = openFakePlace(database, tenant);
    let look = (): void => undefined;
    const whenBack = (act: (wasAside: boolean) => void): void => {
      look = () => act(true);
    };
    return { fake, clock, store: openStore({ ...fake, clock, durable, whenBack }), look: () => look() };
  };

  const first = open();
  const begun = startSample(first.clock);
  const hand = { clock: first.clock, by: 'ada' };
  await first.store.create(applyChange(begun, annotate(begun, { targets: [POINT], id: 'a1' }, hand)));
  const tabs: [Tab, Tab, Tab] = [
    await sit(first, begun.id),
    await sit(open(), begun.id),
    await sit(open(), begun.id),
  ];
  return {
    tabs,
    reload: async (at) => {
      tabs[at]?.close();
      tabs[at === 2 ? 2 : at === 1 ? 1 : 0] = await sit(open(), begun.id);
    },
    reopen: () => show(open().store, begun.id),
  };
}

async function sit({ fake, clock, store, look }: Page, id: string): Promise<Tab> {
  const refused: string[] = [];
  const desk = createFactCheckStore(await show(store, id), {
    clock,
    reviewer: () => ({ id: 'ada', name: 'Ada' }),
    onChange: (_, change) => void store.save(id, change),
    onRefused: (reason) => refused.push(reason),
  });
  store.watch((told) => desk.events.receive(told));
  // What happened meanwhile was told to nobody.
  desk.events.receive(differenceOf(desk.getState().factCheck, await show(store, id)));
  return {
    desk,
    store,
    refused,
    hear: fake.deliver,
    lose: fake.lose,
    look,
    close: () => fake.dieAfter(-1),
  };
}

async function show(store: Store, id: string): Promise<FactCheck> {
  await store.compareCopies();
  const shown = await store.open(id);
  if (!shown.ok) throw new Error(shown.problem);
  return shown.factCheck;
}

/** What somebody sees who opens the fact check when all words have arrived, and what was lost is found out. */
export async function whenAllIsHeard({ tabs, reopen }: Desks): Promise<FactCheck> {
  const hear = (): void => {
    while (tabs.some((tab) => tab.hear()));
  };
  hear();
  for (const { look } of tabs) look();
  hear();
  return reopen();
}

/** To be compared: in which order records are kept says nothing. */
export function byName(factCheck: FactCheck): Readonly<Record<string, AnyRecord>> {
  return Object.fromEntries(recordsOf(factCheck).map((record) => [nameOf(record), record]));
}
