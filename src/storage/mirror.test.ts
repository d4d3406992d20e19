import { expect, test } from 'vitest';
import { createLocalShelf } from './local-shelf.ts';
import { createMirror } from './mirror.ts';
import { keyOf } from './storage-key.ts';
import { createFakeBrowser } from './testing/fake-browser.ts';

const PLACE = { factCheckId: 'f', type: 'verdict', id: 'v' } as const;
const KEY = keyOf(PLACE);
const COPY = keyOf({ ...PLACE, version: [1, 'other'] });
/** What begins like the text of a version that has seen that one. */
const seen = (words: string): string => `1|00000000|{"lineage":[[2,"own"]],"lost":[[1,"other"]],${words}`;

test('what stands is not written without the copies of versions that it has seen, until there is room for them', () => {
  const { disk, openTab } = createFakeBrowser();
  disk.set('of another page', 'x'.repeat(800));
  const shelf = createLocalShelf(openTab().localStorage, 1000);
  const everything = { wants: () => true, mayLack: () => false };
  const mirror = createMirror(shelf, null, everything, () => undefined);
  const onDisk = () => [disk.get(KEY), disk.get(COPY)];
  mirror.write(new Map([[KEY, 'first']]));
  mirror.write(
    new Map([
      [COPY, 'o'.repeat(200)],
      [KEY, seen('second')],
    ]),
  );
  expect(onDisk()).toEqual(['first', undefined]);
  mirror.write(new Map([[KEY, seen('third')]]));
  expect(onDisk()).toEqual(['first', undefined]);
  expect(mirror.behind()).toBe(2);
  shelf.remove('of another page');
  mirror.catchUp();
  expect(onDisk()).toEqual([seen('third'), 'o'.repeat(200)]);
  expect(mirror.behind()).toBe(0);
});
