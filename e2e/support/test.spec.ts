import { expectAccessible } from './accessibility.ts';
import { test } from './test.ts';

test.use({ trace: 'off', screenshot: 'off' });

// Each of these must fail: they prove that a test which uses this fixture can.
const FAULTS: Readonly<Record<string, () => unknown>> = {
  'writes an error to the console': () => {
    console.error('planted');
  },
  'writes a warning to the console': () => {
    console.warn('planted');
  },
  throws: () =>
    new Promise((resolve) => {
      setTimeout(resolve, 100);
      setTimeout(() => {
        throw new Error('planted');
      });
    }),
  'violates its Content-Security-Policy': () => {
    document.head.append(Object.assign(document.createElement('style'), { textContent: 'p {}' }));
  },
  'asks another origin': () => fetch('http://127.0.0.1:9/').catch(() => null),
};

for (const [fault, commit] of Object.entries(FAULTS)) {
  test(`a test fails when its page ${fault}`, async ({ page }) => {
    test.fail();
    await page.goto('./');
    await page.evaluate(commit);
  });
}

test('a test fails when a fresh profile of it writes a warning to the console', async ({
  openFreshProfile,
}) => {
  test.fail();
  const page = await openFreshProfile();
  await page.goto('./');
  await page.evaluate(() => {
    console.warn('planted');
  });
});

test('a test fails when a page has a picture without a text', async ({ page }) => {
  test.fail();
  await page.goto('./');
  await page.evaluate(() => {
    document.body.append(Object.assign(document.createElement('img'), { src: './icon.svg' }));
  });
  await expectAccessible(page);
});
