import { DeskPage } from './pages/desk-page.ts';
import { LibraryPage } from './pages/library-page.ts';
import { tabTo } from './support/keyboard.ts';
import { openPlanned, openSample } from './support/open.ts';
import { whenCopiesAgree } from './support/kept-copies.ts';
import { expect, test } from './support/test.ts';

const BRIEFING = 'Psaki defends dealing with Taliban after 13 Americans die in Kabul';

/** Title, direction and one sentence of each sample. */
const SAMPLES = [
  [BRIEFING, 'ltr', /^“They are not our friends\.”$/],
  ['The Pump, the Map and the Handle', 'ltr', /^It is a fine story, and short enough for a plaque\.$/],
  ['الحرّ يعجّل موسم التمور في واحة عين الصفصاف', 'rtl', /^غير أن ما يشغل المزارعين سؤال آخر/],
  ['築百年の木造駅舎、改修終え再び町の玄関に', 'ltr', /^式典には約四百人が集まった。$/],
] as const;

const SHORT = { title: 'Short', paragraphs: [['One is here.', 'Two is there.'], ['Three is gone.']] };

test('a first visit says what to do and lists the four samples', async ({ page }) => {
  const library = new LibraryPage(page);
  await library.goto();
  await expect(page.getByRole('heading', { level: 1, name: 'Linecheck' })).toBeVisible();
  const start = library.section('Start with an article');
  await expect(start.getByRole('button', { name: 'Paste an article' })).toBeVisible();
  await expect(start.getByRole('button', { name: 'Open a file' })).toBeVisible();
  await expect(start.getByRole('listitem').getByRole('link')).toHaveText(SAMPLES.map(([title]) => title));
  await expect(library.section('Your fact checks')).toContainText('Nothing here yet');
  await expect(library.section('Your fact checks')).toContainText('Paste an article or open a sample');
});

for (const [title, direction, sentence] of SAMPLES) {
  test(`the sample “${title}” opens by a click, and is in the list afterwards`, async ({ page }) => {
    const library = new LibraryPage(page);
    await library.goto();
    const desk = await library.openSample(title);
    // A title that is read from the right is kept apart from what stands beside it (Unicode's FSI and PDI).
    await expect(page).toHaveTitle(new RegExp(`^\u2068?${title}\u2069? – Linecheck$`));
    await expect(desk.article.getByRole('heading', { level: 1 })).toHaveText(title);
    await expect(desk.article).toHaveAttribute('dir', direction);
    expect(await desk.sentences()).toContainEqual(expect.stringMatching(sentence));
    await desk.leave();
    expect(await library.factChecks()).toEqual([title]);
  });
}

test('progress is shown, and a fact check is taken up where it was left', async ({ page }) => {
  const library = new LibraryPage(page);
  const desk = await openPlanned(page, {
    ...SHORT,
    annotations: [{ quote: 'One is here.', rating: 'true' }, { quote: 'there' }],
  });
  await desk.leave();
  const entry = library.section('Your fact checks').getByRole('listitem');
  await expect(entry).toContainText('2 of 3 sentences looked at');
  await expect(entry).toContainText('2 annotations');

  await library.resume('Short');
  await desk.putCursorOn(2);
  await desk.pressInVerdictBar('Not checkable');
  await desk.answerReviewerDialog();
  await desk.leave();
  await expect(entry).toContainText('All 3 sentences looked at');
});

test('a fact check gets another title, which can be taken back', async ({ page }) => {
  const library = new LibraryPage(page);
  await (await openPlanned(page, SHORT)).leave();
  await library.rename('Short', 'Budget, second reading');
  await expect.poll(() => library.factChecks()).toEqual(['Budget, second reading']);
  await expect(library.section('Your fact checks')).toContainText('Short');
  await library.undoFromNotice();
  await expect.poll(() => library.factChecks()).toEqual(['Short']);
});

test('a fact check needs a title', async ({ page }) => {
  const library = new LibraryPage(page);
  await (await openPlanned(page, SHORT)).leave();
  await library.rename('Short', '   ');
  const dialog = page.getByRole('dialog', { name: 'Rename' });
  await expect(dialog.getByLabel('Title')).toHaveAccessibleDescription('A fact check needs a title.');
  await dialog.getByRole('button', { name: 'Cancel' }).click();
  expect(await library.factChecks()).toEqual(['Short']);
});

test('a deleted fact check comes back whole by the notice', async ({ page }) => {
  const library = new LibraryPage(page);
  const desk = await openPlanned(page, { ...SHORT, annotations: [{ quote: 'Two', rating: 'false' }] });
  await desk.leave();
  await library.delete('Short');
  await expect(page.getByRole('status')).toContainText('“Short” was deleted.');
  await expect(library.section('Your fact checks')).toContainText('Nothing here yet');
  await library.undoFromNotice();
  await library.resume('Short');
  expect(await desk.annotations()).toMatchObject([{ quote: 'Two', verdict: 'False' }]);
});

test('a deleted fact check stays away after a reload', async ({ page }) => {
  const library = new LibraryPage(page);
  await (await openPlanned(page, SHORT)).leave();
  await library.delete('Short');
  await expect(library.section('Your fact checks')).toContainText('Nothing here yet');
  await page.reload();
  await expect(library.section('Your fact checks')).toContainText('Nothing here yet');
});

test('a fact check that was deleted is listed below the others, and brought back from there in a later visit', async ({
  page,
}) => {
  const library = new LibraryPage(page);
  await (await openPlanned(page, SHORT)).leave();
  await library.delete('Short');
  await expect(library.section('Your fact checks')).toContainText('Nothing here yet');
  await page.reload();
  await page.getByText('Deleted fact checks').click();
  const deleted = page.getByRole('list', { name: 'Deleted fact checks' });
  await expect(deleted.getByRole('listitem')).toContainText('Short');
  await deleted.getByRole('button', { name: 'Bring it back' }).press('Enter');
  await expect(deleted).toHaveCount(0);
  expect(await library.factChecks()).toEqual(['Short']);
  // The list that it was in is gone: who goes by keyboard goes on at what came back.
  await expect(page.getByRole('link', { name: 'Short', exact: true })).toBeFocused();
});

test('by keyboard alone: open a sample, leave it, rename it, delete it and take that back', async ({
  page,
}) => {
  const { keyboard } = page;
  const library = new LibraryPage(page);
  await library.goto();
  await tabTo(page.getByRole('link', { name: BRIEFING }));
  await keyboard.press('Enter');
  await new DeskPage(page).whenOpen();

  await tabTo(page.getByRole('link', { name: 'Library' }));
  await keyboard.press('Enter');
  const actions = page.getByRole('button', { name: `Actions for ${BRIEFING}` });
  await tabTo(actions);
  await keyboard.press('Enter');
  await expect(page.getByRole('menuitem', { name: 'Rename' })).toBeFocused();
  await keyboard.press('Enter');
  await expect(page.getByRole('dialog', { name: 'Rename' }).getByLabel('Title')).toBeFocused();
  await keyboard.type('By hand');
  await keyboard.press('Enter');
  await expect.poll(() => library.factChecks()).toEqual(['By hand']);

  const renamed = page.getByRole('button', { name: 'Actions for By hand' });
  await expect(renamed).toBeFocused();
  await keyboard.press('Enter');
  await keyboard.press('ArrowUp');
  await expect(page.getByRole('menuitem', { name: 'Delete' })).toBeFocused();
  await keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: 'Your fact checks' })).toBeFocused();
  await tabTo(page.getByRole('status').getByRole('button', { name: 'Undo' }).last());
  await keyboard.press('Enter');
  await expect.poll(() => library.factChecks()).toEqual(['By hand']);
});

test('a sample that was only looked at is listed once', async ({ page }) => {
  const library = new LibraryPage(page);
  const desk = await openSample(page);
  await desk.leave();
  await library.openSample();
  await desk.leave();
  expect(await library.factChecks()).toEqual([BRIEFING]);
});

test('a sample that was only looked at is listed once although localStorage was emptied since', async ({
  page,
}) => {
  const library = new LibraryPage(page);
  await library.goto();
  const desk = await library.openSample();
  await desk.whenSaved();
  await whenCopiesAgree(page);
  await page.evaluate(() => localStorage.clear());
  // By its address, as from a bookmark: the library would wait for the database.
  await page.goto('about:blank');
  await page.goto('./#/samples/white-house-briefing');
  await desk.whenSaved();
  await desk.leave();
  await expect(library.section('Your fact checks').getByRole('listitem')).toHaveCount(1);
});

test.describe('when the samples can’t be had', () => {
  test.use({ expectedComplaints: [/Failed to load resource/] });

  for (const [trouble, answer] of [
    ['the server fails', { status: 500, body: 'broken' }],
    ['what comes is no catalogue', { status: 200, body: '<!doctype html>' }],
    ['the server can’t be reached', null],
  ] as const) {
    test(`a sentence and a way to retry when ${trouble}`, async ({ page }) => {
      await page.route('**/catalogue.json', (route) => (answer ? route.fulfill(answer) : route.abort()));
      const library = new LibraryPage(page);
      await library.goto();
      const start = library.section('Start with an article');
      await expect(start.getByRole('alert')).toContainText(/list of sample articles .*[.]/);
      await expect(start.getByRole('button', { name: 'Paste an article' })).toBeEnabled();
      await page.unroute('**/catalogue.json');
      await start.getByRole('button', { name: 'Try again' }).click();
      await expect(start.getByRole('link', { name: BRIEFING })).toBeVisible();
    });
  }

  test('a sample that can’t be loaded says so and opens on another try', async ({ page }) => {
    await page.route('**/articles/white-house-briefing.*', (route) => route.fulfill({ status: 503 }));
    await page.goto('./#/samples/white-house-briefing');
    await expect(page.getByRole('alert')).toContainText('could not be loaded: the server answered 503.');
    await page.unroute('**/articles/white-house-briefing.*');
    await page.getByRole('button', { name: 'Try again' }).click();
    await new DeskPage(page).whenOpen();
  });

  test('an address of no sample leads back to the library', async ({ page }) => {
    await page.goto('./#/samples/nowhere');
    await expect(page.getByRole('alert')).toContainText('There is no sample article of that name.');
    await page.getByRole('link', { name: 'To the library' }).click();
    await expect(page.getByRole('heading', { name: 'Start with an article' })).toBeVisible();
  });

  test('offline, the library says why there are no samples, and has them as soon as there is a network', async ({
    page,
    context,
  }) => {
    let answer = (): void => undefined;
    const isOffline = new Promise<void>((resolve) => {
      answer = resolve;
    });
    await page.route('**/catalogue.json', async (route) => {
      await isOffline;
      await route.abort();
    });
    await new LibraryPage(page).goto();
    await context.setOffline(true);
    answer();
    await expect(page.getByText('You are offline.')).toBeVisible();
    await page.unroute('**/catalogue.json');
    await context.setOffline(false);
    await expect(page.getByRole('link', { name: BRIEFING })).toBeVisible();
  });

  test('offline, another article is pasted, checked, left and taken up again', async ({ page, context }) => {
    const library = new LibraryPage(page);
    await library.goto();
    const desk = await library.pasteArticle({ text: 'The bridge opened in 1998.' });
    await desk.annotate({ sentence: 0 }, { verdict: 'True' });
    await desk.editor.close();
    await desk.leave();

    await context.setOffline(true);
    await library.pasteArticle({ text: 'It cost 4 million. Nobody was hurt.' });
    await desk.annotate({ sentence: 1 }, { verdict: 'False', conclusion: 'Two were.' });
    await desk.whenSaved();
    await desk.leave();
    await library.resume('It cost 4 million.');
    await expect.poll(() => desk.annotations()).toMatchObject([{ verdict: 'False' }]);
  });
});

test.describe('when nothing that is loaded ahead comes', () => {
  // The browser's own line about each request that fails.
  test.use({ expectedComplaints: [/^console error: Failed to load resource/] });

  test('the library is there, and nothing is complained of', async ({ page }) => {
    const refused: string[] = [];
    await page.route('**/assets/{AnnotationList,ReviewerQuestion}*.js', async (route) => {
      refused.push(route.request().url());
      await route.abort();
    });
    await new LibraryPage(page).goto();
    await expect.poll(() => refused.length).toBeGreaterThan(1);
    await expect(page.getByRole('link', { name: BRIEFING })).toBeVisible();
  });
});
