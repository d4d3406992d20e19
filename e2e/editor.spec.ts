import type { DeskPage } from './pages/desk-page.ts';
import { tabTo } from './support/keyboard.ts';
import { openPlanned } from './support/open.ts';
import { expectAccessible } from './support/accessibility.ts';
import { holdBack } from './support/hold-back.ts';
import { expect, test } from './support/test.ts';

const SENTENCES = ['The ferry left at noon.', 'It carried 40 people.', 'Nobody knew why it turned.'];
const PLAN = { paragraphs: [SENTENCES] };
const OPEN = { ...PLAN, annotations: SENTENCES.map((quote) => ({ quote })) };

function radio({ editor }: DeskPage, name: string) {
  return editor.pane.getByRole('radio', { name, exact: true });
}

function tagsField({ editor }: DeskPage) {
  return editor.pane.getByLabel('Tags').and(editor.page.locator('input'));
}

test('everything that is written about a claim is there after a reload', async ({ page }) => {
  const desk = await openPlanned(page, PLAN);
  const { editor } = desk;
  const texts = {
    Conclusion: 'Forty-one people were on board.',
    Claim: 'The ferry carried 40 people on 3 May.',
    Claimant: 'The owner',
    Role: 'shipping line',
    Said: '2021-05-04',
    'Suggested wording': 'It carried 41 people.',
    Unknown: 'Whether the crew is counted.',
  };
  await desk.annotate({ sentence: 1 }, { verdict: 'Mostly true' });
  for (const [label, text] of Object.entries(texts)) await editor.field(label).fill(text);
  await editor.field('Claimant is').selectOption('An organisation');
  await editor.field('Status').selectOption('Approved');
  for (const name of ['Did they say it?', 'High']) await radio(desk, name).check();
  await tagsField(desk).fill('numbers, ferry');
  await tagsField(desk).press('Enter');
  await desk.whenSaved();
  await page.reload();

  await desk.whenOpen();
  for (const [label, text] of Object.entries(texts)) await expect(editor.field(label)).toHaveValue(text);
  for (const name of ['Mostly true', 'Did they say it?', 'High'])
    await expect(radio(desk, name)).toBeChecked();
  await expect(editor.field('Claimant is').locator(':checked')).toHaveText('An organisation');
  await expect(editor.field('Status').locator(':checked')).toHaveText('Approved');
  await expect(editor.pane.getByRole('list', { name: 'Tags' }).getByRole('listitem')).toHaveText([
    'numbers',
    'ferry',
  ]);
});

test('the claim starts as the quoted words and goes back to them', async ({ page }) => {
  const desk = await openPlanned(page, PLAN);
  await desk.annotate({ text: '40 people' });
  const claim = desk.editor.field('Claim');
  await expect(claim).toHaveValue('40 people');
  await claim.fill('There were 40 people on board.');
  await desk.editor.pane.getByRole('button', { name: 'Reset to the quoted words' }).click();
  await expect(claim).toHaveValue('40 people');
});

test('a verdict shows what it means, is changed by key or click, and is taken back', async ({ page }) => {
  const desk = await openPlanned(page, PLAN);
  await desk.annotate({ sentence: 0 }, { verdict: 'Misleading' });
  const verdict = desk.editor.pane.getByRole('group', { name: 'Verdict' });
  await expect(verdict).toHaveAccessibleDescription(/What “Misleading” means\./);
  await page.keyboard.press('1');
  await expect(radio(desk, 'True')).toBeChecked();
  await desk.editor.pane.getByRole('button', { name: 'Take back' }).click();
  await expect(verdict.getByRole('radio', { checked: true })).toHaveCount(0);
  expect(await desk.coverage()).toMatchObject({ open: 1, checked: 0 });

  await radio(desk, 'False').check();
  await radio(desk, 'False').click();
  await expect(verdict.getByRole('radio', { checked: true })).toHaveCount(0);
});

test('a run of typing in one field is one step of undo, inside the field too', async ({ page }) => {
  const desk = await openPlanned(page, OPEN);
  await desk.openAnnotation(0);
  const [conclusion, claim] = [desk.editor.field('Conclusion'), desk.editor.field('Claim')];
  await page.keyboard.press('5');
  await desk.answerReviewerDialog();
  await conclusion.pressSequentially('It left at one.');
  await claim.fill('');
  await claim.pressSequentially('Noon.');

  await page.keyboard.press('Control+z');
  await expect(claim).toHaveValue(SENTENCES[0] ?? '');
  await expect(claim).toBeFocused();
  await page.keyboard.press('Control+z');
  await expect(conclusion).toHaveValue('');
  await expect(radio(desk, 'False')).toBeChecked();
  await page.keyboard.press('Control+z');
  await expect(radio(desk, 'False')).not.toBeChecked();
  for (let i = 0; i < 3; i += 1) await page.keyboard.press('Control+Shift+z');
  await expect(conclusion).toHaveValue('It left at one.');
  await expect(claim).toHaveValue('Noon.');
});

test('typing after an undo in the same field starts from what is shown', async ({ page }) => {
  const desk = await openPlanned(page, OPEN);
  await desk.openAnnotation(0);
  const conclusion = desk.editor.field('Conclusion');
  await page.keyboard.press('1');
  await desk.answerReviewerDialog();
  await conclusion.pressSequentially('One.');
  await page.keyboard.press('Control+z');
  await expect(conclusion).toHaveValue('');
  await conclusion.pressSequentially('Two.');
  await expect(conclusion).toHaveValue('Two.');
  await desk.whenSaved();
  await page.reload();
  await expect(conclusion).toHaveValue('Two.');
});

test('what holds no claim asks for a reason, and its verdict comes back with the claim', async ({ page }) => {
  const desk = await openPlanned(page, PLAN);
  await desk.annotate({ sentence: 2 }, { verdict: 'Unproven' });
  await desk.editor.choose('Mark as not checkable');
  await desk.editor.field('Reason').fill('Nobody can look into heads.');
  expect(await desk.coverage()).toMatchObject({ notCheckable: 1, checked: 0 });
  await expect(desk.editor.pane).toContainText('“Unproven”, is kept');
  await desk.editor.pane.getByRole('button', { name: 'Make it a claim' }).click();
  await expect(radio(desk, 'Unproven')).toBeChecked();
  expect(await desk.coverage()).toMatchObject({ notCheckable: 0, checked: 1 });
});

test('tags are added by comma and by leaving, offered again, and taken off', async ({ page }) => {
  const desk = await openPlanned(page, {
    ...PLAN,
    annotations: [{ quote: 'noon', tags: ['time'] }, { quote: '40' }],
  });
  await desk.openAnnotation(1);
  await page.keyboard.press('1');
  await desk.answerReviewerDialog();
  const tags = tagsField(desk);
  await tags.pressSequentially('number,');
  const shown = desk.editor.pane.getByRole('list', { name: 'Tags' }).getByRole('listitem');
  await expect(shown).toHaveText(['number']);
  await tags.fill('people');
  await desk.editor.field('Conclusion').click();
  await expect(shown).toHaveText(['number', 'people']);
  await desk.editor.pane.getByRole('button', { name: 'Remove number' }).click();
  await expect(shown).toHaveText(['people']);
  await desk.undo();
  await expect(shown).toHaveText(['number', 'people']);
});

test('the editor goes through the annotations in text order and stops at the ends', async ({ page }) => {
  const desk = await openPlanned(page, OPEN);
  await desk.openAnnotation(1);
  const { pane } = desk.editor;
  await expect(pane.getByRole('heading', { name: 'Annotation 2 of 3' })).toBeVisible();
  await pane.getByRole('button', { name: 'Next annotation' }).click();
  await expect(pane.getByRole('blockquote')).toHaveText(SENTENCES[2] ?? '');
  await expect(pane.getByRole('button', { name: 'Next annotation' })).toBeDisabled();
  for (let i = 0; i < 2; i += 1) await pane.getByRole('button', { name: 'Previous annotation' }).click();
  await expect(pane.getByRole('blockquote')).toHaveText(SENTENCES[0] ?? '');
  await expect(pane.getByRole('button', { name: 'Previous annotation' })).toBeDisabled();
  await expect(desk.article.locator('mark[data-current]')).toHaveText(SENTENCES[0] ?? '');
});

test('a removed annotation comes back by the notice, with all that was written', async ({ page }) => {
  const desk = await openPlanned(page, PLAN);
  await desk.annotate({ sentence: 0 }, { verdict: 'True', conclusion: 'The log says so.' });
  const before = await desk.annotations();
  await desk.remove(0);
  expect(await desk.coverage()).toMatchObject({ untouched: 3 });
  await page.getByRole('status').getByRole('button', { name: 'Undo' }).click();
  await expect.poll(() => desk.annotations()).toEqual(before);
  await desk.openAnnotation(0);
  await expect(desk.editor.field('Conclusion')).toHaveValue('The log says so.');
});

test('by keyboard alone: annotate, judge, conclude, fill in details, go on to the next sentence', async ({
  page,
}) => {
  const { keyboard } = page;
  const desk = await openPlanned(page, PLAN);
  for (const key of ['j', 'Enter']) await keyboard.press(key);
  await expect(page.getByRole('dialog', { name: 'Who is checking?' }).getByLabel('Your name')).toBeFocused();
  await keyboard.type('Ana');
  await keyboard.press('Enter');
  await expect(desk.editor.pane).toBeFocused();
  await keyboard.press('5');
  await expect(radio(desk, 'False')).toBeChecked();

  await tabTo(desk.editor.field('Conclusion'));
  await keyboard.type('It carried 41, 0 of them children.');
  await tabTo(desk.editor.field('Claimant'));
  await keyboard.type('The owner');
  await tabTo(radio(desk, 'Low'));
  await keyboard.press('ArrowRight');
  await keyboard.press('ArrowLeft');
  await tabTo(tagsField(desk));
  await keyboard.type('people');
  await keyboard.press('Enter');
  await keyboard.press('Tab');
  await tabTo(desk.editor.field('Status'));
  await keyboard.type('Res');
  await keyboard.press('Escape');
  await expect(desk.sentence(1)).toBeFocused();

  await keyboard.press('Enter');
  await expect(desk.editor.field('Conclusion')).toHaveValue('It carried 41, 0 of them children.');
  await expect(desk.editor.field('Claimant')).toHaveValue('The owner');
  await expect(radio(desk, 'Low')).toBeChecked();
  await expect(desk.editor.pane.getByRole('list', { name: 'Tags' })).toHaveText('people');
  await expect(desk.editor.field('Status').locator(':checked')).toHaveText('Researching');
  await tabTo(desk.editor.pane.getByRole('button', { name: 'More' }));
  await keyboard.press('Enter');
  await keyboard.press('ArrowDown');
  await expect(page.getByRole('menuitem', { name: 'Remove annotation' })).toBeFocused();
  await keyboard.press('Enter');
  await expect(desk.sentence(1)).toBeFocused();
  await keyboard.press('Control+z');
  await expect.poll(() => desk.annotations()).toMatchObject([{ quote: SENTENCES[1], verdict: 'False' }]);
  await keyboard.press('n');
  await expect(desk.sentence(2)).toBeFocused();
});

test('a reviewer whose name this browser has forgotten goes on with their own verdicts', async ({ page }) => {
  const desk = await openPlanned(page, {
    ...PLAN,
    annotations: [{ quote: 'It carried 40 people.', rating: 'false', by: 'Ana' }],
  });
  await desk.clickText('40 people');
  await expect(desk.editor.pane.getByRole('region', { name: 'Other reviewers' })).toContainText('Ana');
  // The question comes before the first letter, and none of the letters goes into the name.
  await desk.editor.field('Conclusion').click();
  const asked = page.getByRole('dialog', { name: 'Who is checking?' });
  await asked.getByRole('button', { name: 'Ana' }).click();
  await expect(desk.editor.field('Conclusion')).toBeFocused();
  await page.keyboard.type('Forty-one.');
  await expect(desk.editor.field('Conclusion')).toHaveValue('Forty-one.');
  await expect(radio(desk, 'False')).toBeChecked();
  await expect(desk.editor.pane.getByRole('region', { name: 'Other reviewers' })).toBeHidden();
});

test('a verdict says that it was given on another wording of the claim, until its reviewer says that it holds', async ({
  page,
}) => {
  const desk = await openPlanned(page, {
    ...PLAN,
    reviewers: ['Ana', 'Ben'],
    annotations: [{ quote: 'It carried 40 people.', rating: 'false', by: 'Ana' }],
  });
  const { pane } = desk.editor;
  const asked = page.getByRole('dialog', { name: 'Who is checking?' });
  await desk.clickText('40 people');
  await desk.editor.field('Claim').click();
  await asked.getByRole('button', { name: 'Ben' }).click();
  await desk.editor.field('Claim').fill('The ferry carried 40 people.');
  await expect(pane.getByRole('region', { name: 'Other reviewers' })).toContainText(
    'Given on another wording of the claim: It carried 40 people.',
  );
  await expectAccessible(page);
});

test('who is checking is not asked in the middle of a word: tags too are whole, and kept', async ({
  page,
}) => {
  const { keyboard } = page;
  const desk = await openPlanned(page, OPEN);
  const { editor } = desk;
  const asked = page.getByRole('dialog', { name: 'Who is checking?' });
  await desk.openAnnotation(1);
  await tabTo(tagsField(desk));
  await keyboard.type('people, ferry, ');
  await keyboard.type('numbers');
  await expect(asked).toBeHidden();
  await expect(tagsField(desk)).toHaveValue('people, ferry, numbers');
  await keyboard.press('Enter');
  await expect(asked.getByLabel('Your name')).toBeFocused();
  await expect(asked.getByLabel('Your name')).toHaveValue('');
  await keyboard.type('Ana');
  await keyboard.press('Enter');
  await expect(tagsField(desk)).toBeFocused();
  await expect(tagsField(desk)).toHaveValue('');
  await desk.whenSaved();
  await page.reload();
  await expect(editor.pane.getByRole('list', { name: 'Tags' }).getByRole('listitem')).toHaveText([
    'people',
    'ferry',
    'numbers',
  ]);
});

test('what was typed without a name is kept by giving one later, or told of when none is given', async ({
  page,
}) => {
  const { keyboard } = page;
  const desk = await openPlanned(page, OPEN);
  const { editor } = desk;
  const asked = page.getByRole('dialog', { name: 'Who is checking?' });
  await desk.openAnnotation(1);
  await tabTo(editor.field('Conclusion'));
  await keyboard.type('Forty-one people.');
  await expect(editor.field('Conclusion')).toHaveValue('Forty-one people.');
  await expect(asked).toBeHidden();
  await keyboard.press('Escape');
  await expect(asked.getByLabel('Your name')).toBeFocused();
  await keyboard.press('Escape');
  await expect(asked).toBeHidden();
  await expect(desk.sentence(1)).toBeFocused();
  await page.getByRole('status').getByRole('button', { name: 'Give a name' }).click();
  await asked.getByLabel('Your name').fill('Ana');
  await keyboard.press('Enter');
  await desk.clickText('40 people');
  await expect(editor.field('Conclusion')).toHaveValue('Forty-one people.');
});

test('what was typed without a name is not called saved, and not lost with the desk that it was typed at', async ({
  page,
}) => {
  const desk = await openPlanned(page, OPEN);
  const asked = page.getByRole('dialog', { name: 'Who is checking?' });
  const indicator = page.getByRole('status', { name: 'Saving' });
  await desk.openAnnotation(1);
  await tabTo(desk.editor.field('Conclusion'));
  await page.keyboard.type('Forty-one people.');
  await expect(indicator).toHaveText('Not saved. What you have typed waits for your name.');
  // As by a long press on the button of the browser: past the desk at once.
  await page.evaluate(() => history.go(-2));
  await expect(page.getByRole('heading', { name: 'Your fact checks' })).toBeVisible();
  await expect(asked.getByLabel('Your name')).toBeFocused();
  await page.keyboard.press('Escape');
  await page.evaluate(() => history.go(2));
  await expect(desk.editor.field('Conclusion')).toHaveValue('');
  await expect(indicator).toHaveText('Not saved. What you have typed waits for your name.');
  await page.getByRole('status').getByRole('button', { name: 'Give a name' }).click();
  await asked.getByLabel('Your name').fill('Ana');
  await page.keyboard.press('Enter');
  await expect(desk.editor.field('Conclusion')).toHaveValue('Forty-one people.');
  await desk.whenSaved();
});

test('once a name was given for something else, nothing says any more that what was typed waits for one', async ({
  page,
}) => {
  const desk = await openPlanned(page, OPEN);
  const asked = page.getByRole('dialog', { name: 'Who is checking?' });
  await desk.openAnnotation(1);
  await tabTo(desk.editor.field('Conclusion'));
  await page.keyboard.type('Forty-one people.');
  await page.keyboard.press('Escape');
  await expect(asked.getByLabel('Your name')).toBeFocused();
  await page.keyboard.press('Escape');
  const told = page.getByText('can’t be saved without a name');
  await expect(told).toBeVisible();
  await expect(desk.sentence(1)).toBeFocused();
  await page.keyboard.press('1');
  await asked.getByLabel('Your name').fill('Ana');
  await page.keyboard.press('Enter');
  await expect(told).toBeHidden();
  await desk.clickText('40 people');
  await expect(desk.editor.field('Conclusion')).toHaveValue('Forty-one people.');
  await desk.whenSaved();
});

test('a link is followed once what was typed without a name has been saved', async ({ page }) => {
  const desk = await openPlanned(page, OPEN);
  await desk.openAnnotation(1);
  await tabTo(desk.editor.field('Conclusion'));
  await page.keyboard.type('Forty-one people.');
  await desk.leave();
  await desk.answerReviewerDialog();
  await expect(page.getByRole('heading', { name: 'Your fact checks' })).toBeVisible();
  await page.goBack();
  await expect(desk.editor.field('Conclusion')).toHaveValue('Forty-one people.');
});

test('a click that leaves the fields does what it was made for, then the question comes', async ({
  page,
}) => {
  const desk = await openPlanned(page, OPEN);
  await desk.openAnnotation(1);
  await tabTo(desk.editor.field('Conclusion'));
  await page.keyboard.type('Forty-one people.');
  await desk.editor.pane.getByRole('button', { name: 'Next annotation' }).click();
  const asked = page.getByRole('dialog', { name: 'Who is checking?' });
  await expect(asked).toBeVisible();
  await desk.answerReviewerDialog();
  await expect(desk.editor.pane.getByRole('blockquote')).toHaveText(SENTENCES[2] ?? '');
  await desk.editor.pane.getByRole('button', { name: 'Previous annotation' }).click();
  await expect(desk.editor.field('Conclusion')).toHaveValue('Forty-one people.');
});

test('an editor that comes late takes no key from who has gone on to another sentence', async ({ page }) => {
  const letGo = await holdBack(page, /AnnotationEditor/);
  const desk = await openPlanned(page, { ...PLAN, annotations: [{ quote: '40 people', rating: 'false' }] });
  await desk.clickText('40 people');
  await desk.putCursorOn(2);
  await letGo();
  await expect(desk.editor.pane).toBeVisible();
  await page.keyboard.press('1');
  await desk.answerReviewerDialog();
  await expect(desk.sentence(2).getByRole('button', { name: 'True, ' })).toBeVisible();
  await expect(desk.sentence(1).getByRole('button', { name: 'False, ' })).toBeVisible();
});
