import { violationsInEach } from './support/accessibility.ts';
import { disguise, disguiseGerman } from './support/disguise.ts';
import { COMPLAINTS, JOURNEYS, RUSSIAN } from './support/every-screen.ts';
import { lookThrough } from './support/plain-words.ts';
import { saidIn } from './support/said-in.ts';
import { smallTargets } from './support/targets.ts';
import { expect, test } from './support/test.ts';

test.use({ locale: 'de-DE', expectedComplaints: [COMPLAINTS] });

const german = saidIn('de');

for (const size of ['', ' @phone']) {
  const isPhone = size !== '';
  const targets = isPhone ? ', and all that can be tapped is as large as a finger' : '';
  for (const [journey, walk] of Object.entries(JOURNEYS)) {
    test(`every word of ${journey} is a message, none is cut off, nothing violates WCAG${targets}${size}`, async ({
      page,
      context,
    }) => {
      await disguiseGerman(context);
      const problems: Record<string, readonly string[]> = {};
      await walk({
        page,
        story: RUSSIAN,
        said: (english) => disguise(german(english)),
        look: async (screen) => {
          const { plain, cut } = await lookThrough(page);
          const found = [
            ...plain.map((words) => `no message: ${words}`),
            ...cut.map((words) => `cut off: ${words}`),
            ...(await violationsInEach(page)),
            ...(isPhone ? await smallTargets(page.locator('body')) : []),
          ];
          if (found.length > 0) problems[screen] = found;
        },
      });
      expect(problems).toEqual({});
    });
  }
}
