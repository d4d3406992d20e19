import { setImmediate } from 'node:timers/promises';
import { QueryClient, QueryObserver } from '@tanstack/react-query';
import { expect, test } from 'vitest';
import { openedKey } from './kept-fact-checks.ts';
import { createLook } from './look-again.ts';

interface Answer {
  readonly ok: boolean;
  readonly notices: readonly string[];
}

const NOT_YET: Answer = { ok: false, notices: [] };

/** A screen that shows what was opened, of which each opening is answered when the test says so. */
async function show(): Promise<{
  readonly look: () => void;
  readonly openings: () => number;
  readonly answer: (with_: Answer) => Promise<void>;
  readonly shown: () => Answer | undefined;
  readonly close: () => void;
}> {
  const client = new QueryClient();
  const waiting: ((answer: Answer) => void)[] = [];
  let openings = 0;
  const observer = new QueryObserver<Answer>(client, {
    queryKey: openedKey('f1'),
    queryFn: () => {
      openings += 1;
      return new Promise((resolve) => {
        waiting.push(resolve);
      });
    },
    staleTime: Infinity,
    gcTime: 0,
  });
  const close = observer.subscribe(() => undefined);
  const answer = async (one: Answer): Promise<void> => {
    waiting.shift()?.(one);
    await setImmediate();
    await setImmediate();
  };
  await answer(NOT_YET);
  return {
    look: createLook(client, 'f1'),
    openings: () => openings,
    answer,
    shown: () => observer.getCurrentResult().data,
    close,
  };
}

test('what an opening under way was told is shown, however often somebody looks again meanwhile', async () => {
  const screen = await show();
  screen.look();
  screen.look();
  screen.look();
  await screen.answer({ ok: true, notices: ['A record was restored.'] });
  expect(screen.shown()).toEqual({ ok: true, notices: ['A record was restored.'] });
  expect(screen.openings()).toBe(2);
  screen.close();
});

test('an opening that found nothing is followed by another when there was news meanwhile', async () => {
  const screen = await show();
  screen.look();
  screen.look();
  await screen.answer(NOT_YET);
  expect(screen.openings()).toBe(3);
  await screen.answer({ ok: true, notices: [] });
  expect(screen.shown()?.ok).toBe(true);
  screen.look();
  expect(screen.openings()).toBe(4);
  screen.close();
});
