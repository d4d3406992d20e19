import { fileURLToPath } from 'node:url';
import { LibraryPage } from './pages/library-page.ts';
import { expect, test } from './support/test.ts';

const SEARCH = fileURLToPath(
  new URL('../src/exchange/testing/samples/hypothesis-search.json', import.meta.url),
);

test('annotations from Hypothesis come in with verdict and author, once, and in one step of undo', async ({
  page,
}) => {
  const library = new LibraryPage(page);
  await library.goto();
  const desk = await library.pasteArticle({
    title: 'A speech',
    text: 'A speaker stood up. They are not our friends. Nobody answered.',
  });

  const report = await desk.importFile(SEARCH);
  expect(report).toContain('1 annotation found word for word');
  expect(report).toContain('1 annotation left out: about the page');
  expect(report).toContain('reviewer_one, reviewer_two');
  const imported = [{ quote: 'They are not our friends.', verdict: 'False', anchor: 'exact', sources: 0 }];
  expect(await desk.annotations()).toEqual(imported);

  expect(await desk.importFile(SEARCH)).toContain('1 annotation here already');
  expect(await desk.annotations()).toEqual(imported);

  await desk.undo();
  expect(await desk.annotations()).toEqual([]);
});
