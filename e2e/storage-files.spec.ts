import { readdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { DeskPage } from './pages/desk-page.ts';
import { FERRY, NEW, whenCopiesAgree } from './support/kept-copies.ts';
import { mortalStarts } from './support/mortal-starts.ts';
import { openPlanned } from './support/open.ts';
import { createRandom } from './support/random.ts';
import { expect, test } from './support/test.ts';

/** Where Chromium keeps what a page gives it, by a part of the path inside the profile. */
const PLACES = {
  localStorage: path.join('Local Storage', 'leveldb'),
  'all databases': 'IndexedDB',
} as const;

/** What becomes of the bytes of a file. */
const DAMAGES = {
  flipped: (bytes: Buffer): Buffer => {
    const random = createRandom(7);
    const flips = Math.max(1, bytes.length / 200);
    for (let i = 0; i < flips && bytes.length > 0; i += 1) {
      const at = random.below(bytes.length);
      bytes[at] = (bytes[at] ?? 0) ^ (1 << random.below(8));
    }
    return bytes;
  },
  'cut short': (bytes: Buffer): Buffer => bytes.subarray(0, Math.floor(bytes.length / 2)),
} as const;

// A trace dies with its browser.
test.use({ trace: 'off', screenshot: 'off' });

for (const [place, folder] of Object.entries(PLACES)) {
  for (const [what, damage] of Object.entries(DAMAGES)) {
    test(`when the files of ${place} were ${what} while the browser was closed, nothing is lost`, async ({
      baseURL,
      launchOptions,
      complaints,
    }, testInfo) => {
      const profile = testInfo.outputPath('profile');
      const start = mortalStarts(profile, { baseURL, launchOptions, complaints });
      const first = await start();
      const desk = await openPlanned(await first.context.newPage(), FERRY);
      await desk.annotate({ sentence: 2 }, NEW);
      await desk.whenSaved();
      await whenCopiesAgree(desk.page);
      const before = await desk.annotations();
      await first.quit();
      const files = await filesIn(profile, folder);
      expect(files.length, `files of ${place}`).toBeGreaterThan(2);
      for (const file of files) await writeFile(file, damage(await readFile(file)));

      const second = await start();
      const page = await second.context.newPage();
      await page.goto('./#/check/planned');
      const after = new DeskPage(page);
      await after.whenOpen();
      await expect.poll(() => after.annotations(), { timeout: 30_000 }).toEqual(before);
      await expect(after.list).toContainText(NEW.conclusion);
      await after.annotate({ sentence: 1 }, { verdict: 'False', conclusion: 'It was 41.' });
      await after.whenSaved();
      await second.quit();

      const third = await start();
      const again = await third.context.newPage();
      await again.goto('./#/check/planned');
      const last = new DeskPage(again);
      await last.whenOpen();
      await expect(last.list).toContainText('It was 41.');
      await expect(last.list).toContainText(NEW.conclusion);
      await third.quit();
    });
  }
}

async function filesIn(profile: string, folder: string): Promise<readonly string[]> {
  const entries = await readdir(profile, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile() && entry.parentPath.includes(folder))
    .map((entry) => path.join(entry.parentPath, entry.name));
}
