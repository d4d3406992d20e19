import { openPlanned } from './support/open.ts';
import { expect, test } from './support/test.ts';

test.use({ expectedComplaints: [/planted/] });

test('a notice with a long button leaves its words a line to be read in @phone', async ({ page }) => {
  await openPlanned(page, { paragraphs: [['The ferry left at noon.']] });
  await page.evaluate(() => {
    setTimeout(() => {
      throw new Error('planted');
    });
  });
  const words = page.getByText('Something went wrong');
  await expect(words).toBeVisible();
  const box = await words.boundingBox();
  expect(box?.width).toBeGreaterThan(250);
});

test('what breaks in an event or a promise is told, once as long as that stands, with what is kept and what to do', async ({
  page,
}) => {
  const desk = await openPlanned(page, { paragraphs: [['The ferry left at noon.']] });
  const notices = page.getByRole('status').filter({ hasText: 'Something went wrong' });
  const breakOnce = (message: string, isPromise: boolean): Promise<void> =>
    page.evaluate(
      ([words, inPromise]) => {
        if (inPromise) void Promise.reject(new Error(words));
        else
          setTimeout(() => {
            throw new Error(words);
          });
      },
      [message, isPromise] as const,
    );
  await breakOnce('planted in an event', false);
  const dismiss = notices.getByRole('button', { name: 'Dismiss' });
  await expect(notices).toContainText('“planted in an event”. What says “Saved” is saved.');
  await breakOnce('planted in an event', false);
  await breakOnce('planted in a promise', true);
  await expect(notices).toContainText('“planted in a promise”');
  await expect(dismiss).toHaveCount(2);
  await dismiss.first().click();
  await dismiss.click();
  await expect(notices).toBeHidden();

  await breakOnce('planted in an event', false);
  await notices.getByRole('button', { name: 'Load the page again' }).click();
  await desk.whenOpen();
  await expect(notices).toBeHidden();
});
