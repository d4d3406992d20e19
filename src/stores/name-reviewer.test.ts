import { expect, test } from 'vitest';
import { createClock } from '../domain/clock.ts';
import { startFactCheck } from '../domain/start-fact-check.ts';
import { createFactCheckStore, type FactCheckStore, type PresentReviewer } from './fact-check-store.ts';

interface Desk {
  readonly store: FactCheckStore;
  readonly call: (name: string) => void;
  readonly nameHere: () => string | undefined;
}

function openDesk(): Desk {
  let time = Date.UTC(2026, 0, 1);
  let ids = 0;
  let present: PresentReviewer = { id: 'ana', name: 'Ana' };
  const clock = createClock({ now: () => (time += 1000), newId: () => `id-${(ids += 1)}`, tab: 'a' });
  const draft = {
    title: 'Friends',
    retrievedAt: '2026-01-01T00:00:00Z',
    language: 'en',
    direction: 'ltr',
    text: 'They are not our friends.',
    blocks: [{ kind: 'paragraph', start: 0, end: 25 }],
    links: [],
    sentences: [{ start: 0, end: 25 }],
    segmenter: '1',
    sha256: '0'.repeat(64),
  } as const;
  const factCheck = startFactCheck(draft, { clock, by: null });
  const store = createFactCheckStore(factCheck, {
    clock,
    reviewer: () => present,
    onChange: () => undefined,
  });
  return {
    store,
    call: (name) => {
      present = { ...present, name };
    },
    nameHere: () => store.getState().factCheck.tables.reviewer.get('ana')?.name,
  };
}

function annotate({ events }: FactCheckStore): void {
  events.annotate([{ quote: { exact: 'They', prefix: '', suffix: ' are' }, position: { start: 0, end: 4 } }]);
}

test('a reviewer who has done something here gets the new name here at once, typing being one step of undo', () => {
  const { store, call, nameHere } = openDesk();
  annotate(store);
  for (const name of ['An', 'Ann', 'Anna']) {
    call(name);
    store.events.nameReviewer('typing');
  }
  expect(nameHere()).toBe('Anna');
  store.events.undo();
  expect(nameHere()).toBe('Ana');
});

test('a reviewer who has done nothing here is not written into the fact check', () => {
  const { store, call, nameHere } = openDesk();
  call('Anna');
  store.events.nameReviewer();
  expect(nameHere()).toBeUndefined();
  expect(store.getState().past).toEqual([]);
});
