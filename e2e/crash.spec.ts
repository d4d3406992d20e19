import { cp } from 'node:fs/promises';
import { ENDINGS, isKill, planEndings, type Ending } from './crash/endings.ts';
import { createSessions, type Outcome } from './crash/sessions.ts';
import { startMortalBrowser, type MortalParts } from './crash/mortal-browser.ts';
import { LibraryPage } from './pages/library-page.ts';
import { planFile } from './support/fact-check-file.ts';
import { payload } from './support/open.ts';
import { createRandom } from './support/random.ts';
import { expect, test, watch } from './support/test.ts';

/** `npm run test:crash` sets these; without it there is time for a few only. */
const KILLS = Number(process.env['LINECHECK_KILLS'] ?? 10);
const SEED = Number(process.env['LINECHECK_SEED'] ?? 1);
/** So many people work at the same time, each in a browser of their own: while one is started again, another types. */
const PEOPLE = 2;
/** Takes the database away, so that there must be losses: does this test see them? */
const IS_CONTROL = process.env['LINECHECK_CRASH_CONTROL'] === 'yes';

const SENTENCES = Array.from({ length: 12 }, (_, i) => `Ship number ${i + 1} left the harbour at noon.`);

// A trace dies with its browser; the seed says how to see it again.
test.use({ trace: 'off', screenshot: 'off' });

test('what the page says is saved is there after every kind of ending', async ({
  baseURL,
  launchOptions,
  complaints,
}, testInfo) => {
  test.setTimeout(120_000 + KILLS * 30_000);
  console.log(`Seed ${SEED}, ${KILLS} kills`);
  if (baseURL === undefined) throw new Error('The app has no address.');
  const profiles = Array.from({ length: PEOPLE }, (_, i) => testInfo.outputPath(`profile-${i}`));
  const version = await preparePeople(profiles, { launchOptions, baseURL });
  const endings = planEndings(KILLS, createRandom(SEED));
  const outcomes: (Outcome & { readonly ending: Ending })[] = [];

  const live = async (profile: string, person: number): Promise<void> => {
    const sessions = createSessions({
      profile,
      launchOptions,
      baseURL,
      random: createRandom(SEED + person),
      address: './#/check/planned',
      sentences: SENTENCES,
      file: testInfo.outputPath(`export-${person}.json`),
      onStart: async ({ context }) => {
        await watch(context, complaints, baseURL);
        if (IS_CONTROL) await context.addInitScript(() => Reflect.deleteProperty(globalThis, 'indexedDB'));
      },
    });
    for (const ending of endings.filter((_, i) => i % PEOPLE === person)) {
      const outcome = await test.step(ENDINGS[ending], () => sessions.run(ending));
      outcomes.push({ ending, ...outcome });
      console.log(
        `${outcomes.length} of ${endings.length}: ${ENDINGS[ending]}, ${outcome.acknowledged} saved`,
      );
      for (const finding of outcome.findings) console.log(`${ENDINGS[ending]}: ${JSON.stringify(finding)}`);
      for (const sentence of outcome.wrongSentences) console.log(`${ENDINGS[ending]}: it said “${sentence}”`);
    }
    await sessions.end();
  };
  await Promise.all(profiles.map(live));
  print(version, outcomes);

  const lost = outcomes.flatMap(({ findings }) => findings);
  if (IS_CONTROL) {
    expect(lost.length, 'without the database there are losses, and they are seen').toBeGreaterThan(0);
    return;
  }
  expect(lost, `seed ${SEED}`).toEqual([]);
  expect(outcomes.flatMap(({ wrongSentences }) => wrongSentences)).toEqual([]);
  expect(outcomes.filter(({ ending }) => isKill(ending))).toHaveLength(KILLS);
});

/**
 * Opens the fact check in a first start that is ended politely, in which whoever is at the desk gives a name, and makes a
 * profile of it for everybody. Returns the browser's version.
 */
async function preparePeople(
  [profile = '', ...others]: readonly string[],
  start: Omit<MortalParts, 'profile'>,
): Promise<string> {
  const browser = await startMortalBrowser({ profile, ...start });
  const [page = await browser.context.newPage()] = browser.context.pages();
  const library = new LibraryPage(page);
  await library.goto();
  // A paragraph for each: the mark that another tab puts behind its words moves no other sentence away from a click.
  const plan = planFile({ paragraphs: SENTENCES.map((sentence) => [sentence]) });
  const desk = await library.openFile(payload('planned.linecheck.json', JSON.stringify(plan)));
  await desk.putCursorOn(0);
  await desk.pressInVerdictBar('Not checkable');
  await desk.answerReviewerDialog();
  await desk.undo();
  await desk.whenSaved();
  await browser.quit();
  await Promise.all(others.map((other) => cp(profile, other, { recursive: true })));
  return browser.version;
}

function print(version: string, outcomes: readonly (Outcome & { readonly ending: Ending })[]): void {
  const line = (name: string, of: readonly Outcome[]): string => {
    const count = (kind: 'lost' | 'torn'): number =>
      of.flatMap(({ findings }) => findings.filter((finding) => finding.kind === kind)).length;
    const sum = (take: (outcome: Outcome) => number): number =>
      of.reduce((total, outcome) => total + take(outcome), 0);
    const numbers = [
      of.length,
      sum(({ acknowledged }) => acknowledged),
      count('lost'),
      count('torn'),
      sum(({ recovered }) => recovered),
      sum(({ wrongSentences }) => wrongSentences.length),
    ];
    return `${name.padEnd(34)}${numbers.map((number) => String(number).padStart(11)).join('')}`;
  };
  const head = ['times', 'saved', 'lost', 'torn', 'recovered', 'said wrong'];
  console.log(`\nChromium ${version}`);
  console.log(`${'ending'.padEnd(34)}${head.map((word) => word.padStart(11)).join('')}`);
  for (const ending of Object.keys(ENDINGS) as Ending[])
    console.log(
      line(
        ENDINGS[ending],
        outcomes.filter((outcome) => outcome.ending === ending),
      ),
    );
  console.log(`${line('all', outcomes)}\n`);
}
