import { expect, test, vi } from 'vitest';
import type { DurablePlace } from './durable-shelf.ts';
import { createLatePlace } from './late-place.ts';
import { sayNotSaved } from './sentences.ts';

function placeThatOpens(): DurablePlace {
  return { open: () => Promise.reject(new Error('opened')) } as unknown as DurablePlace;
}

test('nothing is loaded before the page is at rest', async () => {
  let rest = (): void => undefined;
  const atRest = new Promise<void>((resolve) => {
    rest = resolve;
  });
  const load = vi.fn<() => Promise<DurablePlace>>(() => Promise.resolve(placeThatOpens()));
  const opened = createLatePlace(load, atRest).open();
  await Promise.resolve();
  expect(load).not.toHaveBeenCalled();
  rest();
  await expect(opened).rejects.toThrow('opened');
  expect(load).toHaveBeenCalledOnce();
});

test('whoever waits for what is in it need not wait for the rest', async () => {
  const place = createLatePlace(() => Promise.resolve(placeThatOpens()), new Promise(() => {}));
  const opened = place.open();
  place.hurry?.();
  await expect(opened).rejects.toThrow('opened');
});

test('a load that failed is tried again', async () => {
  const load = vi
    .fn<() => Promise<DurablePlace>>()
    .mockRejectedValueOnce(new Error('no network'))
    .mockResolvedValue(placeThatOpens());
  const place = createLatePlace(load, Promise.resolve());
  const error: unknown = await place.open().catch((reason: unknown) => reason);
  expect(error).toMatchObject({ cause: { message: 'no network' } });
  expect(sayNotSaved(error)).toContain('load the page again');
  await expect(place.open()).rejects.toThrow('opened');
  expect(load).toHaveBeenCalledTimes(2);
});
