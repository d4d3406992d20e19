import { LibraryPage } from './pages/library-page.ts';
import { openPlanned, payload } from './support/open.ts';
import { refuseDatabase } from './support/refuse-storage.ts';
import { expect, test } from './support/test.ts';

const PLAN = {
  title: 'Ferry',
  paragraphs: [['The ferry left at noon.', 'It carried 40 people.'], ['Nobody knew why it turned.']],
  reviewers: ['Ana'],
  sources: { log: { title: 'The log' } },
  annotations: [
    { quote: 'noon', rating: 'true', cites: { log: 'supports' } },
    { quote: '40 people', rating: 'false' },
  ],
} as const;

test('to a screen reader the desk is an article whose marks say verdict and sources once, with the verdicts behind it', async ({
  page,
}) => {
  const desk = await openPlanned(page, {
    title: 'Ferry',
    paragraphs: [['The ferry left at noon.', 'It carried 40 people.']],
    reviewers: ['Ana'],
    sources: { log: { title: 'The log' } },
    annotations: [
      { quote: 'noon', rating: 'true', cites: { log: 'supports' } },
      { quote: '40 people', rating: 'false' },
    ],
  });
  await desk.whenSaved();
  await expect(page.getByRole('main')).toMatchAriaSnapshot(`
    - article "Ferry":
      - heading "Ferry" [level=1]
      - paragraph:
        - text: The ferry left at
        - mark: noon
        - button "True, 1 source"
        - text: . It carried
        - mark: 40 people
        - button "False, no source"
        - text: .
    - 'toolbar "Verdict on: Sentence 1"':
      - text: Sentence 1
      - button "True"
      - button "Mostly true"
      - button "Half true"
      - button "Mostly false"
      - button "False"
      - button "Misleading"
      - button "Unproven"
      - button "Not checkable"
      - button "Annotate"
      - button "Correct the sentence"
  `);
  await expect(page.getByRole('complementary', { name: 'Overview' })).toMatchAriaSnapshot(`
    - complementary "Overview":
      - button "Annotations 2" [pressed]
      - button "Sources 1"
      - region "Annotations":
        - search "Filter annotations":
          - combobox "Search annotations"
          - button "Filters"
          - status: 2 annotations
        - list "In text order":
          - listitem:
            - button "True 1 source noon"
          - listitem:
            - button "False 40 people"
  `);
  await desk.openAnnotation(0);
  await expect(page.getByRole('complementary', { name: 'Editor' })).toMatchAriaSnapshot(`
    - complementary "Editor":
      - region "Annotation":
        - heading "Annotation 1 of 2" [level=2]
        - button "Previous annotation" [disabled]
        - button "Next annotation"
        - button "More for this annotation"
        - button "Close"
        - group:
          - blockquote: noon
          - group "Boundaries"
          - group "Verdict":
            - radio "True"
            - radio "Mostly true"
            - radio "Half true"
            - radio "Mostly false"
            - radio "False"
            - radio "Misleading"
            - radio "Unproven"
          - textbox "Conclusion"
          - region "Evidence":
            - heading "Sources 1" [level=3]
            - list:
              - listitem:
                - group "The log":
                  - group "Stance":
                    - radio "Supports" [checked]
            - combobox "Add source"
          - textbox "Claim": noon
  `);
});

test('the sources are a list that says where each is used, and can be searched', async ({ page }) => {
  const desk = await openPlanned(page, PLAN);
  await desk.showPanel('Sources');
  await expect(page.getByRole('complementary', { name: 'Overview' })).toMatchAriaSnapshot(`
    - complementary "Overview":
      - button "Annotations 2"
      - button "Sources 1" [pressed]
      - region "Sources":
        - search "Find sources":
          - searchbox "Search sources"
          - combobox "Order":
            - option "By first use" [selected]
            - option "By title"
          - status: 1 source
        - list "By first use":
          - listitem:
            - paragraph: The log
            - 'button "Edit source: The log"'
            - 'button "More for: The log"'
            - list "Used in":
              - listitem:
                - button "Supports noon"
  `);
});

test('the overview is what is left to do, and tables whose rows lead to what they count', async ({
  page,
}) => {
  await openPlanned(page, PLAN);
  await page.getByRole('button', { name: 'Overview' }).click();
  await expect(page.getByRole('dialog')).toMatchAriaSnapshot(`
    - dialog "Overview":
      - heading "Overview" [level=2]
      - button "Close"
      - region "Left to do":
        - heading "Left to do" [level=3]
        - group: 1 verdict without a source
        - group: 1 quoted passage missing
        - group: 1 sentence untouched
      - table "Verdicts":
        - caption: Verdicts
        - rowgroup:
          - row "True 1":
            - rowheader "True":
              - button "True"
            - cell "1"
          - row "False 1":
            - rowheader "False":
              - button "False"
            - cell "1"
      - table "Sources, by what they say of a claim":
        - rowgroup:
          - row "Supports 1":
            - rowheader "Supports"
            - cell "1"
          - row "Refutes 0"
          - row "Mixed 0"
          - row "Context 0"
      - table "Paragraphs":
        - rowgroup:
          - row "Paragraph Sentences":
            - columnheader "Paragraph"
            - columnheader "Sentences"
        - rowgroup:
          - row "The ferry left at noon. It carried 40 people. 2 of 2 done":
            - rowheader "The ferry left at noon. It carried 40 people.":
              - button "The ferry left at noon. It carried 40 people."
            - cell "2 of 2 done"
          - row "Nobody knew why it turned. 0 of 1 done, 1 untouched"
  `);
});

test('commands are options of a combobox, each with its key, and how many were found is told', async ({
  page,
}) => {
  const desk = await openPlanned(page, PLAN);
  await desk.putCursorOn(0);
  await page.keyboard.press('Control+k');
  await page.keyboard.type('verdict f');
  await expect(page.getByRole('dialog')).toMatchAriaSnapshot(`
    - dialog "Find a command":
      - banner:
        - heading "Find a command" [level=2]
        - button "Close"
      - combobox "Command" [expanded]: verdict f
      - listbox "Commands":
        - 'option "Verdict: False 5" [selected]'
        - 'option "Verdict: Mostly false 4"'
        - 'option "Verdict: Half true 3"'
      - status: 3 found
  `);
});

test('the keys are lists of terms under headings, each key with what it does', async ({ page }) => {
  const desk = await openPlanned(page, PLAN);
  await page.waitForLoadState('networkidle');
  await desk.putCursorOn(0);
  await page.keyboard.press('?');
  await expect(page.getByRole('dialog')).toMatchAriaSnapshot(`
    - dialog "Keys on this screen":
      - banner:
        - heading "Keys on this screen" [level=2]
        - button "Close"
      - button "Change keys"
      - button "First steps"
      - region "Verdict":
        - heading "Verdict" [level=3]
        - term: "1"
        - definition: "Verdict: True"
      - region "Sentences":
        - heading "Sentences" [level=3]
        - term: j → ↓
        - definition: Next sentence
        - term: "n"
        - definition: Next sentence that nobody has looked at
      - region "Annotation":
        - heading "Annotation" [level=3]
        - term: Enter
        - definition: Open the annotation here, or begin one
        - term: Esc
        - definition: Close, and back to the sentence
      - region "Everywhere":
        - heading "Everywhere" [level=3]
        - term: Ctrl+Z
        - definition: Undo
        - term: "?"
        - definition: Show the keys of this screen
  `);
});

test('the library says how to start, and lists what can be gone on with', async ({ page }) => {
  const desk = await openPlanned(page, PLAN);
  await desk.whenSaved();
  await desk.leave();
  await new LibraryPage(page).factChecks();
  await expect(page.getByRole('main')).toMatchAriaSnapshot(`
    - main:
      - heading "Linecheck" [level=1]
      - button "Settings"
      - region "Start with an article":
        - heading "Start with an article" [level=2]
        - button "Paste an article"
        - button "Open a file"
        - heading "Or practise on a sample" [level=3]
        - list "Or practise on a sample":
          - listitem:
            - link "Psaki defends dealing with Taliban after 13 Americans die in Kabul"
            - paragraph: English · 365 words
      - region "Your fact checks":
        - heading "Your fact checks" [level=2]
        - list "Your fact checks":
          - listitem:
            - link "Ferry"
            - text: 2 of 3 sentences looked at 2 annotations
            - time: /.+/
            - button "Actions for Ferry"
  `);
});

test('a comparison tells sentence by sentence what was removed and added, and asks about each verdict', async ({
  page,
}) => {
  const desk = await openPlanned(page, PLAN);
  await desk.loadNewDraft({
    text: 'The ferry left at one. It carried 40 people.\n\nEverybody knew. A new day came.',
  });
  await expect(page.getByRole('main')).toMatchAriaSnapshot(`
    - main:
      - link "Ferry"
      - heading "Compare versions" [level=1]
      - group "Layout":
        - button "Side by side" [pressed]
        - button "Inline"
      - group "Show":
        - button "All" [pressed]
        - button "Changed 1"
        - button "Changed under a verdict 1"
        - button "Sentence changed around it 0" [disabled]
        - button "Moved 0" [disabled]
        - button "New 2"
        - button "Removed 1"
      - list:
        - listitem:
          - paragraph: Changed
          - paragraph:
            - text: The ferry left at
            - deletion: "(removed: noon )"
            - text: .
          - paragraph:
            - text: The ferry left at
            - insertion: "(added: one )"
            - text: .
          - 'region "True: noon"':
            - paragraph:
              - strong: "True"
              - text: Its words have changed. Does it still hold?
            - paragraph: noon
            - paragraph: "Now: one"
            - group "What about it?":
              - 'button "Still holds: noon"'
              - 'button "Re-check: noon"'
              - 'button "Detach: noon"'
              - 'button "Decide later: noon"'
        - listitem:
          - button "1 unchanged sentence, 1 annotated"
        - listitem:
          - paragraph: New
          - paragraph:
            - insertion: "(added: Everybody knew. )"
        - listitem:
          - paragraph: New
        - listitem:
          - paragraph: Removed
      - status: 0 of 1 decided
      - button "Cancel"
      - button "Use this version" [disabled]
  `);
});

test('what a file holds is told before it is taken: what was understood, what labels mean, what is left out', async ({
  page,
}) => {
  const desk = await openPlanned(page, PLAN);
  const user = 'acct:reviewer_one@hypothes.is';
  const selector = [
    { type: 'TextQuoteSelector', exact: 'Nobody knew why', prefix: '', suffix: ' it turned.' },
  ];
  const rows = [
    { id: 'a', user, text: 'The log says why.', tags: ['verdict:false', 'numbers'], target: [{ selector }] },
    { id: 'b', user, text: 'So it does.', references: ['gone'] },
    'no annotation',
  ];
  await desk.chooseFileToImport(payload('search.json', JSON.stringify({ total: 3, rows })));
  const dialog = page.getByRole('dialog', { name: 'Import' });
  await expect(dialog).toMatchAriaSnapshot(`
    - dialog "Import":
      - banner:
        - heading "Import" [level=2]
        - button "Close"
      - paragraph: search.json
      - list "What was understood":
        - listitem: 1 annotation found by its words
        - listitem: "1 annotation about the whole text, not about words in it: it waits under “Needs a place”"
        - listitem: "1 of them answers something that is not in the file: it comes as a note of its own"
      - paragraph: "Kept as reviewers: reviewer_one."
      - region "Labels":
        - combobox "“false” means":
          - option "False" [selected]
      - region "What can’t be imported":
        - heading "What can’t be imported" [level=3]
        - list:
          - listitem: "item 3: It is not an annotation."
      - button "Cancel"
      - button "Import 2 annotations"
  `);
});

test('an export is chosen by what it is for, and says what it writes and what it can’t hold', async ({
  page,
}) => {
  await openPlanned(page, PLAN);
  await page.getByRole('button', { name: 'Export' }).click();
  const dialog = page.getByRole('dialog', { name: 'Export' });
  await dialog.getByRole('radio', { name: 'CSV' }).check();
  await expect(dialog).toMatchAriaSnapshot(`
    - dialog "Export":
      - banner:
        - heading "Export" [level=2]
        - button "Close"
      - group "Format":
        - radio "Linecheck file"
        - text: Linecheck file To publish
        - radio "Report"
        - radio "Report in Markdown"
        - radio "ClaimReview"
        - radio "W3C annotations"
        - text: W3C annotations For editors
        - radio "CSV" [checked]
        - radio "Sources as CSL-JSON"
        - radio "Sources as BibTeX"
        - text: Sources as BibTeX For researchers
        - radio "AVeriTeC"
        - radio "FEVER"
        - radio "Label Studio"
        - radio "doccano"
        - paragraph: "Two tables for a spreadsheet: a row for each annotation, and a row for each piece of evidence."
      - term: Claims
      - definition: /Ferry\\.claims\\.csv \\d+ bytes/
      - term: Evidence
      - definition: /Ferry\\.evidence\\.csv \\d+ bytes/
      - region "What the file can’t hold":
        - heading "What the file can’t hold" [level=3]
        - list:
          - listitem: The text of the article is not in the CSV files.
      - button "Cancel"
      - button "Download evidence"
      - button "Download claims"
  `);
});

test('settings are named fields and groups, each with what it is about', async ({ page }) => {
  const desk = await openPlanned(page, PLAN);
  await desk.whenSaved();
  await page.getByRole('banner').getByRole('button', { name: 'Settings' }).click();
  await expect(page.getByRole('dialog', { name: 'Settings' })).toMatchAriaSnapshot(`
    - dialog "Settings":
      - banner:
        - heading "Settings" [level=2]
        - button "Close"
      - textbox "Your name"
      - paragraph: It goes into the file beside your verdicts. There is no account.
      - combobox "Language of Linecheck":
        - option "As the browser" [selected]
      - combobox "Rating scale of this fact check":
        - option "Linecheck" [selected]
        - option "Editorial"
        - option "AVeriTeC"
        - option "FEVER"
      - button "Copy and edit"
      - group "Dragging over the text selects":
        - radio "Just the words" [checked]
        - radio "Whole sentences"
      - group "Keys that write a character":
        - radio "On" [checked]
        - radio "Off"
      - button "Change keys"
      - group "Appearance":
        - radio "As the system" [checked]
        - radio "Light"
        - radio "Dark"
      - group "Text size of the article":
        - radio "Small"
        - radio "Medium" [checked]
        - radio "Large"
        - radio "Largest"
      - group "Typeface of the article":
        - radio "Serif" [checked]
        - radio "Sans"
        - radio "Sans, spaced out"
      - region "Where your work is kept":
        - heading "Where your work is kept" [level=3]
      - region "Backup":
        - heading "Backup" [level=3]
        - button "Download everything"
      - region "Damaged records":
        - heading "Damaged records" [level=3]
        - paragraph: "None: all that is kept can be read."
  `);
});

test('what an edit, an undo, a search and an import have done is told politely, without taking the focus', async ({
  page,
}) => {
  const desk = await openPlanned(page, PLAN);
  const said = (words: string | RegExp) =>
    expect(page.getByRole('status').filter({ hasText: words })).toBeAttached();
  await desk.putCursorOn(2);
  await page.keyboard.press('5');
  await desk.answerReviewerDialog();
  await expect(desk.sentence(2)).toBeFocused();
  await said(/^False: Nobody knew why it turned\.$/);
  await said(/^Saved$/);
  await page.keyboard.press('0');
  await said(/^Not checkable: Nobody knew why it turned\.$/);
  await page.keyboard.press('Control+z');
  await said('Undone: Edit annotation');
  await page.keyboard.press('Control+Shift+z');
  await said('Redone: Edit annotation');
  await page.keyboard.press('k');
  await expect(desk.sentence(1)).toBeFocused();

  await desk.openAnnotation(1);
  for (const key of ['{', '3']) await page.keyboard.press(key);
  await said(/^Half true: carried 40 people$/);
  await page.keyboard.press('}');
  await said(/^Boundaries: 40 people$/);
  await page.keyboard.press('Escape');

  const search = desk.list.getByLabel('Search annotations');
  await search.fill('verdict:true');
  await said(/^1 of 3$/);
  await expect(search).toBeFocused();
  await desk.importFile(payload('sources.bib', '@book{a, title={A book}}'));
  await said('1 source imported.');
});

test('that something is not saved is told where it says Saved otherwise', async ({ page }) => {
  await page.addInitScript(refuseDatabase);
  const desk = await openPlanned(page, PLAN);
  await desk.putCursorOn(2);
  await page.keyboard.press('5');
  await desk.answerReviewerDialog();
  await page.evaluate(() => {
    Storage.prototype.setItem = () => {
      throw new DOMException('The quota has been exceeded.', 'QuotaExceededError');
    };
  });
  await page.keyboard.press('4');
  await expect(page.getByRole('status', { name: 'Saving' })).toHaveText(/^Not saved\. /);
});
