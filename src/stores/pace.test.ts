import { expect, test } from 'vitest';
import { runAtOnce, runInSlices, type Steps } from '../domain/steps.ts';
import { createPace, partOf } from './pace.ts';

function* countTo(most: number, met: number[] = []): Steps<number> {
  for (let i = 0; i < most; i += 1) {
    met.push(i);
    yield i / most;
  }
  return most;
}

test('work in slices gives what it gives at once, and every step may be the end of a slice', async () => {
  const shares: number[] = [];
  const pace = partOf(
    (share) => {
      shares.push(share);
      return Promise.resolve();
    },
    0.5,
    1,
  );
  expect(await runInSlices(countTo(4), pace)).toBe(runAtOnce(countTo(4)));
  expect(shares).toEqual([0.5, 0.625, 0.75, 0.875]);
});

test('whoever changes their mind stops the work between two slices', async () => {
  const met: number[] = [];
  const giveUp = new AbortController();
  const pace = createPace(() => giveUp.abort(new Error('No more.')), giveUp.signal);
  await expect(runInSlices(countTo(Infinity, met), pace)).rejects.toThrow('No more.');
  const { length } = met;
  expect(length).toBeGreaterThan(1);
  await Promise.resolve();
  expect(met).toHaveLength(length);
});
