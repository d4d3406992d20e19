import type { Page } from '@playwright/test';
import { FERRY, NEW, whenCopiesAgree } from './support/kept-copies.ts';
import { openPlanned } from './support/open.ts';
import { expect, test } from './support/test.ts';

const DAMAGES = ['BigInt', 'circle', 'Blob', 'Map', 'undefined', 'torn text'] as const;

interface Buckets {
  readonly keys: () => Promise<string[]>;
  readonly open: (name: string) => Promise<{ readonly indexedDB: IDBFactory }>;
}

for (const damage of DAMAGES) {
  test(`a value in the database that became a ${damage} costs no other record, and saving goes on`, async ({
    page,
  }) => {
    const desk = await openPlanned(page, FERRY);
    await desk.annotate({ sentence: 2 }, NEW);
    await desk.whenSaved();
    await whenCopiesAgree(page);
    const before = await desk.annotations();
    const key = await keyOfNewVerdict(page);

    // Now it is in the way of a save.
    await damageNewest(page, key, damage);
    await desk.openAnnotation(2);
    await desk.editor.field('Conclusion').fill('It was looked up.');
    await desk.whenSaved();

    // Now it is in the way of healing.
    await page.evaluate(() => localStorage.removeItem('linecheck/planned/verdict/v1'));
    await damageNewest(page, key, damage);
    await page.reload();
    expect(await whenCopiesAgree(page)).toContain('1 record can’t be shown');
    await expect.poll(() => desk.annotations()).toEqual(before);
    await desk.openAnnotation(2);
    await desk.editor.field('Conclusion').fill('And again.');
    await desk.whenSaved();

    // The second copy is whole again.
    await page.evaluate(() => localStorage.clear());
    await page.reload();
    await whenCopiesAgree(page);
    await expect.poll(() => desk.annotations()).toEqual(before);
    await expect(desk.list).toContainText('And again.');
  });
}

test('what somebody else has put into the database is listed, however many starts later', async ({
  page,
}) => {
  const desk = await openPlanned(page, FERRY);
  await desk.whenSaved();
  await whenCopiesAgree(page);
  await damageNewest(page, 'linecheck/odd', 'torn text');
  for (let starts = 0; starts < 4; starts += 1) {
    await page.reload();
    await desk.whenOpen();
    expect(await whenCopiesAgree(page)).toContain('1 record can’t be shown');
  }
});

test('an earlier database that can’t be opened is kept until it can', async ({ page }) => {
  const desk = await openPlanned(page, FERRY);
  await desk.whenSaved();
  await whenCopiesAgree(page);
  const [locked = ''] = await bucketNames(page);
  await page.addInitScript((name) => {
    const buckets = Reflect.get(navigator, 'storageBuckets') as Buckets;
    const open = buckets.open.bind(buckets);
    Reflect.set(buckets, 'open', (asked: string) => {
      if (asked === name && sessionStorage.getItem('locked') !== null)
        return Promise.reject(new DOMException('Not now.', 'UnknownError'));
      return open(asked);
    });
  }, locked);
  await page.evaluate(() => sessionStorage.setItem('locked', 'yes'));
  for (let starts = 0; starts < 3; starts += 1) {
    await page.reload();
    await desk.whenOpen();
    await whenCopiesAgree(page);
  }
  expect(await bucketNames(page)).toContain(locked);

  await page.evaluate(() => sessionStorage.clear());
  await page.reload();
  await desk.whenOpen();
  await whenCopiesAgree(page);
  await expect.poll(() => bucketNames(page)).not.toContain(locked);
});

test('the database of a tab that was refused a bucket is not deleted while that tab is open', async ({
  page,
  context,
}) => {
  await page.addInitScript(() => {
    const buckets = Reflect.get(navigator, 'storageBuckets') as Buckets;
    Reflect.set(buckets, 'open', () => Promise.reject(new DOMException('No.', 'NotAllowedError')));
  });
  const desk = await openPlanned(page, FERRY);
  await desk.whenSaved();
  await whenCopiesAgree(page);
  const other = await context.newPage();
  await other.goto('./');
  for (let starts = 0; starts < 3; starts += 1) {
    await whenCopiesAgree(other);
    await other.reload();
  }
  const names = await page.evaluate(async () => (await indexedDB.databases()).map(({ name }) => name));
  expect(names).toContain('linecheck');
});

/** Names of this site's databases, newest first. */
function bucketNames(page: Page): Promise<readonly string[]> {
  return page.evaluate(async () => {
    const buckets = Reflect.get(navigator, 'storageBuckets') as Buckets;
    const numberOf = (name: string): number => Number(name.replace('linecheck-', ''));
    return (await buckets.keys()).toSorted((a, b) => numberOf(b) - numberOf(a));
  });
}

/** The key of the one verdict that was not planned. */
async function keyOfNewVerdict(page: Page): Promise<string> {
  const keys = await page.evaluate(() => Object.keys(localStorage));
  const found = keys.filter((key) => key.includes('/verdict/') && !/\/v\d$/.test(key));
  expect(found).toHaveLength(1);
  return found.join('');
}

async function damageNewest(page: Page, damaged: string, damage: (typeof DAMAGES)[number]): Promise<void> {
  const [newest = ''] = await bucketNames(page);
  await page.evaluate(
    async ([name, key, kind]) => {
      const circle: { self?: unknown } = {};
      circle.self = circle;
      const values: Readonly<Record<typeof kind, unknown>> = {
        BigInt: { size: 92n },
        circle,
        Blob: new Blob(['The words']),
        Map: new Map([['a', 1]]),
        undefined,
        'torn text': '1|00000000|{"torn":',
      };
      const buckets = Reflect.get(navigator, 'storageBuckets') as Buckets;
      const { indexedDB: factory } = await buckets.open(name);
      await new Promise<void>((resolve, reject) => {
        const opening = factory.open('linecheck', 1);
        opening.addEventListener('error', () => reject(new Error('It does not open.')));
        opening.addEventListener('success', () => {
          const tx = opening.result.transaction(['values'], 'readwrite', { durability: 'strict' });
          tx.objectStore('values').put(values[kind], key);
          tx.addEventListener('complete', () => {
            opening.result.close();
            resolve();
          });
          tx.addEventListener('abort', () => reject(new Error('It was not written.')));
        });
      });
    },
    [newest, damaged, damage] as const,
  );
}
