import type { Locator, Page } from '@playwright/test';
import type { DeskPage } from './pages/desk-page.ts';
import { LibraryPage } from './pages/library-page.ts';
import { expectAccessible } from './support/accessibility.ts';
import { openPlanned, payload } from './support/open.ts';
import { expect, test } from './support/test.ts';

const SENTENCES = ['The ferry left at noon.', 'It carried 40 people.', 'Nobody knew why it turned.'];
const LATER = 'It was sold to a museum.';

const PLAN = {
  paragraphs: [SENTENCES, [LATER]],
  reviewers: ['Ben'],
  sources: {
    log: { title: 'The log', url: 'https://example.org/log' },
    copy: { title: 'The log', url: 'https://example.org/log/' },
    lone: { title: 'A book' },
  },
  annotations: [
    { quote: '40 people', rating: 'false', cites: { log: 'refutes', copy: 'supports' } },
    { quote: 'turned', rating: 'true' },
  ],
} as const;

/** One thing that takes something away, done by keyboard. */
interface Mistake {
  readonly title: string;
  /** Up to where it can be done. */
  readonly begin?: (desk: DeskPage) => Promise<void>;
  readonly do: (desk: DeskPage) => Promise<void>;
  readonly said: string;
  /** Shows that it was done, and that it was taken back. */
  readonly look: (desk: DeskPage) => Promise<unknown>;
}

async function press(target: Locator): Promise<void> {
  await target.focus();
  await target.press('Enter');
}

async function choose(page: Page, menu: Locator, item: string | RegExp): Promise<void> {
  await press(menu);
  await press(page.getByRole('menuitem', { name: item }));
}

/** By somebody who has given a name, a verdict on the last sentence, which is open. */
async function openOwn(desk: DeskPage): Promise<void> {
  await desk.putCursorOn(3);
  await desk.page.keyboard.press('5');
  await desk.answerReviewerDialog();
  await desk.openAnnotation(2);
}

const sourcesOf = ({ page }: DeskPage): Locator => page.getByRole('region', { name: 'Sources', exact: true });
const button = (within: Locator, name: string | RegExp): Locator =>
  within.getByRole('button', typeof name === 'string' ? { name, exact: true } : { name });
const moreAbout = (desk: DeskPage, source: string): Locator => button(sourcesOf(desk), `More for: ${source}`);
const annotations = (desk: DeskPage): Promise<unknown> => desk.annotations();
const sentences = (desk: DeskPage): Promise<unknown> => desk.sentences();
const sources = async (desk: DeskPage): Promise<unknown> => {
  const listed = sourcesOf(desk).locator('[data-source]');
  await expect(listed.first()).toBeVisible();
  return (await listed.allInnerTexts()).flatMap((text) => text.split('\n')).toSorted();
};
const bringIn = async (desk: DeskPage): Promise<void> => {
  await desk.loadNewDraft({ text: [...SENTENCES, LATER].join(' ').replace('40', '38') });
};

const IMPORTED = JSON.stringify([
  {
    '@context': 'http://www.w3.org/ns/anno.jsonld',
    id: 'urn:test:1',
    type: 'Annotation',
    motivation: 'assessing',
    body: [{ type: 'TextualBody', value: 'False', purpose: 'classifying' }],
    target: { source: 'x', selector: [{ type: 'TextQuoteSelector', exact: 'It was given to a museum' }] },
  },
]);

const MISTAKES: readonly Mistake[] = [
  {
    title: 'an annotation is removed',
    begin: (desk) => desk.openAnnotation(0),
    do: (desk) => choose(desk.page, button(desk.editor.pane, /^More/), 'Remove annotation'),
    said: 'Annotation removed',
    look: annotations,
  },
  {
    title: 'a removed annotation is brought back',
    begin: async (desk) => {
      await desk.remove(0);
      await desk.list.locator('summary', { hasText: 'Removed annotations' }).click();
    },
    do: (desk) => press(button(desk.list, 'Restore')),
    said: 'Annotation restored',
    look: annotations,
  },
  {
    title: 'a verdict is taken back',
    begin: openOwn,
    do: ({ editor }) => press(button(editor.pane, 'Take back')),
    said: 'Verdict taken back',
    look: annotations,
  },
  {
    title: 'a verdict is taken back by choosing it again',
    begin: openOwn,
    do: ({ editor }) => editor.pane.getByRole('radio', { name: 'False', exact: true }).click(),
    said: 'Verdict taken back',
    look: annotations,
  },
  {
    title: 'an earlier verdict is restored from the history',
    begin: async (desk) => {
      await openOwn(desk);
      await desk.editor.giveVerdict('True');
      await desk.editor.openHistory();
    },
    do: ({ editor }) => press(button(editor.pane, 'Restore')),
    said: 'Verdict restored from the history',
    look: annotations,
  },
  {
    title: 'a tag is removed',
    begin: async (desk) => {
      await openOwn(desk);
      await desk.editor.unfold('Tags');
      await desk.editor.field('Tags').fill('ships');
      await desk.editor.field('Tags').press('Enter');
    },
    do: ({ editor }) => press(button(editor.pane, 'Remove ships')),
    said: 'Tag removed: ships',
    look: ({ editor }) => editor.pane.getByRole('list', { name: 'Tags' }).allInnerTexts(),
  },
  {
    title: 'the words of a claim are thrown away',
    begin: async (desk) => {
      await openOwn(desk);
      await desk.editor.unfold('Claim');
      await desk.editor.field('Claim').fill('The ferry is in a museum.');
    },
    do: ({ editor }) => press(button(editor.pane, 'Reset to the quoted words')),
    said: 'The claim is the quoted words again',
    look: ({ editor }) => editor.field('Claim').inputValue(),
  },
  {
    title: 'a source is taken off an annotation',
    begin: (desk) => desk.openAnnotation(0),
    do: ({ editor }) => press(button(editor.pane, 'Remove from annotation: The log').first()),
    said: 'Source removed from the annotation',
    look: annotations,
  },
  {
    title: 'a source that nothing rests on is removed',
    begin: (desk) => desk.showPanel('Sources'),
    do: (desk) => choose(desk.page, moreAbout(desk, 'A book'), 'Remove source'),
    said: 'Source removed',
    look: sources,
  },
  {
    title: 'a source is removed with its evidence',
    begin: (desk) => desk.showPanel('Sources'),
    do: async (desk) => {
      await choose(desk.page, moreAbout(desk, 'The log').first(), 'Remove source');
      await press(button(desk.page.getByRole('dialog'), 'Remove source'));
    },
    said: 'Source removed',
    look: sources,
  },
  {
    title: 'two sources are merged',
    begin: (desk) => desk.showPanel('Sources'),
    do: (desk) => press(button(sourcesOf(desk), 'Merge: The log')),
    said: 'Sources merged',
    look: sources,
  },
  {
    title: 'an author of a source is removed',
    begin: async (desk) => {
      await openOwn(desk);
      await desk.editor.close();
      await desk.showPanel('Sources');
      await button(sourcesOf(desk), 'Edit source: A book').click();
      await sourcesOf(desk).getByLabel('Authors').last().fill('Eve Ferryman');
      await sourcesOf(desk).getByLabel('Authors').last().press('Enter');
    },
    do: (desk) => press(button(sourcesOf(desk), 'Remove Eve Ferryman')),
    said: 'Author removed: Eve Ferryman',
    look: (desk) => sourcesOf(desk).getByRole('list', { name: 'Authors' }).allInnerTexts(),
  },
  {
    title: 'two sentences are joined',
    begin: (desk) => desk.putCursorOn(0),
    do: ({ page }) => page.keyboard.press('m'),
    said: 'The sentences were joined.',
    look: sentences,
  },
  {
    title: 'a sentence is split',
    begin: (desk) => desk.putCursorOn(0),
    do: async ({ page }) => {
      await page.keyboard.press('s');
      await expect(page.getByRole('slider')).toBeFocused();
      await page.keyboard.press('Enter');
    },
    said: 'The sentence was split.',
    look: sentences,
  },
  {
    title: 'a file is imported',
    do: async (desk) => {
      await desk.chooseFileToImport(payload('w3c.json', IMPORTED));
      await press(button(desk.page.getByRole('dialog'), /^Import 1/));
    },
    said: '1 annotation imported.',
    look: annotations,
  },
  {
    title: 'an annotation in doubt is detached',
    begin: async (desk) => {
      await openOwn(desk);
      await desk.editor.close();
      await desk.importFile(payload('w3c.json', IMPORTED));
      await desk.list.getByRole('button', { name: /Words changed/ }).click();
    },
    do: ({ editor }) => press(button(editor.pane, 'Detach')),
    said: 'Detached from the text',
    look: (desk) => desk.needsPlace(),
  },
  {
    title: 'what was detached is attached to another place',
    begin: async (desk) => {
      await openOwn(desk);
      await desk.editor.close();
      await desk.importFile(payload('w3c.json', IMPORTED.replace('It was given to a museum', 'Somewhere')));
      await desk.putCursorOn(0);
    },
    do: ({ page }) => press(button(page.getByRole('region', { name: 'Needs a place' }), /^Attach/)),
    said: 'The annotation has its place again.',
    look: (desk) => desk.needsPlace(),
  },
  {
    title: 'a new version is put in the place of the one under check',
    begin: openOwn,
    do: async (desk) => {
      await bringIn(desk);
      await desk.page.keyboard.press('n');
      await desk.page.keyboard.press('r');
      await press(desk.page.getByRole('button', { name: 'Use this version' }));
    },
    said: 'The new version is under check now.',
    look: sentences,
  },
  {
    title: 'a new version is discarded',
    begin: bringIn,
    do: async ({ page }) => {
      await press(page.getByRole('button', { name: 'Cancel' }));
      await press(page.getByRole('dialog').getByRole('button', { name: 'Discard' }));
    },
    said: 'The new version was discarded.',
    look: ({ page }) => page.getByRole('heading', { name: 'Compare versions' }).isVisible(),
  },
  {
    title: 'all keys are set back',
    begin: async ({ page }) => {
      await page.keyboard.press('?');
      const keys = page.getByRole('dialog', { name: 'Keys on this screen' });
      await button(keys, 'Change keys').click();
      const next = keys.getByRole('button', { name: /^Change the key of “?.*Join with/ });
      await next.click();
      await page.keyboard.press('q');
    },
    do: ({ page }) => press(button(page.getByRole('dialog'), 'Give all commands their own keys back')),
    said: 'All commands have their own keys again.',
    look: ({ page }) =>
      page
        .getByRole('dialog')
        .getByRole('button', { name: /^Change the key of/ })
        .allInnerTexts(),
  },
];

for (const mistake of MISTAKES)
  test(`when ${mistake.title}, that is said, and undone where it is said, with the focus back`, async ({
    page,
  }) => {
    const desk = await openPlanned(page, PLAN);
    await mistake.begin?.(desk);
    const before = await mistake.look(desk);

    await mistake.do(desk);
    await desk.answerReviewerDialog();
    const notice = page.getByRole('status').locator('div').filter({ hasText: mistake.said });
    await expect(notice).toBeVisible();
    await expect.poll(() => mistake.look(desk)).not.toEqual(before);
    await expect(page.locator(':focus')).toHaveCount(1);

    const undo = notice.getByRole('button', { name: 'Undo' });
    // In a dialog the notice is a part of it, and reached by Tab.
    if (await page.getByRole('dialog').isVisible()) await undo.focus();
    else await page.keyboard.press('F8');
    await expect(undo).toBeFocused();
    await expectAccessible(page);
    await page.keyboard.press('Enter');
    await expect(notice).toBeHidden();
    await expect.poll(() => mistake.look(desk)).toEqual(before);
    await expect(page.locator(':focus')).toHaveCount(1);
  });

test('a notice that offers to undo a step goes as soon as another step is the last one', async ({ page }) => {
  const desk = await openPlanned(page, PLAN);
  const notice = page.getByRole('status').locator('div').filter({ hasText: 'The sentences were joined.' });
  await desk.putCursorOn(0);
  await page.keyboard.press('m');
  await expect(notice).toBeVisible();
  await page.keyboard.press('1');
  await desk.answerReviewerDialog();
  await expect(notice).toBeHidden();
  await page.keyboard.press('Control+z');
  await page.keyboard.press('Control+z');
  expect(await desk.sentences()).toHaveLength(4);

  await page.keyboard.press('m');
  await expect(notice).toBeVisible();
  await page.keyboard.press('Control+z');
  await expect(notice).toBeHidden();
});

test('what is done in the library is undone where it is said, with the focus back', async ({ page }) => {
  const desk = await openPlanned(page, PLAN);
  await desk.whenSaved();
  await desk.leave();
  const library = new LibraryPage(page);
  const before = await library.factChecks();
  const actions = button(page.locator('main'), /^Actions for Planned/);
  for (const [action, said, after] of [
    ['Rename', 'Renamed to “Other”.', ['Other']],
    ['Delete', '“Planned” was deleted.', []],
  ] as const) {
    await choose(page, actions, action);
    if (action === 'Rename') {
      await page.getByRole('dialog').getByLabel('Title').fill('Other');
      await page.keyboard.press('Enter');
    }
    await expect.poll(() => library.factChecks()).toEqual(after);
    const notice = page.getByRole('status').locator('div').filter({ hasText: said });
    await expect(notice).toBeVisible();
    await page.keyboard.press('F8');
    await expect(notice.getByRole('button', { name: 'Undo' })).toBeFocused();
    await page.keyboard.press('Enter');
    await expect.poll(() => library.factChecks()).toEqual(before);
    await expect(page.locator('main :focus')).toHaveCount(1);
  }
});
