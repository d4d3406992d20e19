import { readFile } from 'node:fs/promises';
import { DeskPage } from './pages/desk-page.ts';
import { whenCopiesAgree } from './support/kept-copies.ts';
import { expect, test } from './support/test.ts';

/** What the first version of the storage wrote, as it lay in a browser. */
interface Frozen {
  readonly id: string;
  readonly localStorage: Readonly<Record<string, string>>;
}

const FROZEN = new URL('../src/storage/testing/frozen/storage-1.json', import.meta.url);

test('what the first version of the app saved opens as it was, can be edited, and is whole', async ({
  page,
}) => {
  const { id, localStorage: kept } = JSON.parse(await readFile(FROZEN, 'utf8')) as Frozen;
  await page.addInitScript((texts) => {
    if (localStorage.length === 0) for (const [key, text] of texts) localStorage.setItem(key, text);
  }, Object.entries(kept));
  await page.goto(`./#/check/${id}`);
  const desk = new DeskPage(page);
  await desk.whenOpen();
  await expect(desk.list).toContainText('So it is — “measured”.');
  const before = await desk.annotations();
  expect(before).toMatchObject([
    { quote: 'bridge', verdict: 'False', anchor: 'exact', sources: 1 },
    { quote: '92 m', anchor: 'exact' },
  ]);
  await desk.annotate({ text: 'crossed it' }, { verdict: 'Unproven', conclusion: 'Nobody counted.' });
  await desk.whenSaved();
  expect(await whenCopiesAgree(page)).toContain('None');
  await page.reload();
  await expect(desk.list).toContainText('Nobody counted.');
  await expect.poll(() => desk.annotations()).toEqual(expect.arrayContaining(before));
});
