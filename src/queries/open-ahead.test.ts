import { QueryClient, QueryObserver } from '@tanstack/react-query';
import { expect, test } from 'vitest';
import type { OpenResult } from '../storage/store.ts';
import { openedKey, openingOf } from './kept-fact-checks.ts';
import { openAhead } from './open-ahead.ts';

/** A store that says how often it was asked, and a person who goes elsewhere when told. */
function setUp() {
  let asked = 0;
  let leave = (): void => undefined;
  const client = new QueryClient();
  const store = {
    open: (): Promise<OpenResult> => {
      asked += 1;
      return Promise.resolve({ ok: false, problem: `answer ${asked}` });
    },
  };
  const whenLeft = (act: () => void) => {
    leave = act;
    return () => undefined;
  };
  return {
    client,
    ahead: () => openAhead('f1', { store, client, whenLeft }),
    leave: () => leave(),
    /** As the desk does. */
    show: () => new QueryObserver(client, openingOf('f1', store)),
  };
}

/** What is let go of, and held by nobody else, goes in the next turn. */
async function rest(): Promise<void> {
  await new Promise((resolve) => {
    setTimeout(resolve);
  });
}

test('what was opened ahead is there at the first rendering, and is not read a second time', async () => {
  const { client, ahead, show } = setUp();
  await ahead();
  await rest();
  expect(client.getQueryData(openedKey('f1'))).toMatchObject({ problem: 'answer 1' });
  const desk = show();
  expect(desk.getCurrentResult().data).toMatchObject({ problem: 'answer 1' });
  const close = desk.subscribe(() => undefined);
  await rest();
  expect(desk.getCurrentResult().data).toMatchObject({ problem: 'answer 1' });
  close();
});

test.each(['was shown', 'was left before'])('what %s is read anew by whoever opens it later', async (how) => {
  const { client, ahead, leave, show } = setUp();
  await ahead();
  if (how === 'was shown') show().subscribe(() => undefined)();
  else leave();
  await rest();
  expect(client.getQueryData(openedKey('f1'))).toBeUndefined();
  const close = show().subscribe(() => undefined);
  await rest();
  expect(client.getQueryData(openedKey('f1'))).toMatchObject({ problem: 'answer 2' });
  close();
});
