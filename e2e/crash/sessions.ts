import type { Page } from '@playwright/test';
import { DeskPage } from '../pages/desk-page.ts';
import { whenCopiesAgree } from '../support/kept-copies.ts';
import type { Random } from '../support/random.ts';
import { ENDINGS, type Ending } from './endings.ts';
import { createLedger, type Finding } from './ledger.ts';
import { startMortalBrowser, type MortalBrowser, type MortalParts } from './mortal-browser.ts';
import { readBack } from './read-back.ts';
import { judge, rememberSentences, sentencesSaid, whenSaid, type Said } from './said.ts';
import { createTypist, type Typist } from './typist.ts';
import { within } from './within.ts';

export interface SessionParts extends MortalParts {
  /** Address of the fact check. */
  readonly address: string;
  /** The sentences of its article. */
  readonly sentences: readonly string[];
  readonly random: Random;
  /** Where an export may be put for a moment. */
  readonly file: string;
  /** Is called with each browser that was started. */
  readonly onStart: (browser: MortalBrowser) => Promise<void>;
}

/** What one session did, and what the next start showed of it. */
export interface Outcome extends Said {
  readonly acknowledged: number;
  readonly findings: readonly Finding[];
}

export interface Sessions {
  /** Edits, ends the session so, starts again and compares. */
  readonly run: (ending: Ending) => Promise<Outcome>;
  readonly end: () => Promise<void>;
}

/** Milliseconds after "Saved": localStorage is written down after five seconds, so that all of these lose it. */
const LONGEST_WAIT = 2000;
const MOST_EDITS = 2;
/** Milliseconds in which a word is typed. */
const LONGEST_TYPING = 250;
/** The second copy is read after the page is painted: so long may it take to bring back what is missing. */
const PATIENCE = 15_000;
/** Milliseconds for one thing that is done to the page, and for a whole session with the start after it. */
const LONGEST_STEP = 30_000;
const LONGEST_SESSION = 150_000;

export function createSessions(parts: SessionParts): Sessions {
  const { random, sentences, address } = parts;
  const ledger = createLedger();
  let browser: MortalBrowser | null = null;
  /** Open and looked through: the next session goes on in it. */
  let desk: Page | null = null;
  let words = 0;
  const newWord = (): string => `word${(words += 1)}`;

  const openBrowser = async (): Promise<MortalBrowser> => {
    if (browser) return browser;
    browser = await startMortalBrowser(parts);
    browser.context.setDefaultTimeout(LONGEST_STEP);
    await browser.context.addInitScript(rememberSentences);
    await parts.onStart(browser);
    return browser;
  };

  const openDesk = async (): Promise<Page> => {
    const { context } = await openBrowser();
    // The page that a browser starts with will do, and is there at once.
    const blank = context.pages().find((page) => page.url() === 'about:blank');
    const page = blank ?? (await within(LONGEST_STEP, 'To open a page', context.newPage()));
    // To leave although something is not saved yet is what some of the sessions are about.
    page.on('dialog', (dialog) => void dialog.accept());
    await page.goto(address);
    await new DeskPage(page).whenOpen();
    return page;
  };

  const typistAt = (page: Page, own: (sentence: number) => boolean): Typist => {
    const [first = 0, ...others] = [...sentences.keys()].filter(own);
    return createTypist({ page, sentences: [first, ...others], ledger, random, newWord });
  };

  const editFor = async (page: Page, typist: Typist): Promise<number> => {
    let acknowledged = 0;
    for (let edits = 1 + random.below(MOST_EDITS); edits > 0; edits -= 1) {
      await typist.edit();
      await whenSaid(page);
      acknowledged += ledger.acknowledge();
    }
    return acknowledged;
  };

  /** Two at once, on sentences of their own. What both have typed counts when both pages say Saved. */
  const editInTwoTabs = async (page: Page): Promise<number> => {
    const other = await openDesk();
    const typists = [typistAt(page, (n) => n % 2 === 0), typistAt(other, (n) => n % 2 === 1)];
    let acknowledged = 0;
    for (let edits = 1 + random.below(MOST_EDITS); edits > 0; edits -= 1) {
      await Promise.all(typists.map((typist) => typist.edit()));
      await Promise.all([whenSaid(page), whenSaid(other)]);
      acknowledged += ledger.acknowledge();
    }
    return acknowledged;
  };

  /** Types on until something happens to the page: what is typed then may be lost. */
  const interrupt = async (typist: Typist, act: () => Promise<unknown>): Promise<void> => {
    const typeOn = await typist.beginTyping();
    let isStopped = false;
    const typing = typeOn(() => isStopped);
    await pause(random.below(LONGEST_TYPING));
    isStopped = true;
    // The key that is on its way belongs to this page, not to the next one.
    await typing;
    await act();
  };

  const killBrowser = async (): Promise<void> => {
    const { kill } = await openBrowser();
    browser = null;
    await kill();
  };

  /** Sees the session to its end; what was acknowledged in it. */
  const live = async (page: Page, ending: Ending): Promise<number> => {
    const typist = typistAt(page, () => true);
    const { killPages, quit } = await openBrowser();
    const acknowledged = ending === 'kill-two-tabs' ? await editInTwoTabs(page) : await editFor(page, typist);
    // One session in three is killed in the very moment.
    const wait = random.below(3) === 0 ? 0 : random.below(LONGEST_WAIT);
    switch (ending) {
      case 'kill':
      case 'kill-two-tabs':
        await pause(wait);
        await killBrowser();
        break;
      case 'kill-typing':
        await interrupt(typist, killBrowser);
        break;
      case 'kill-pages':
        await pause(wait);
        await killPages();
        break;
      case 'reload-typing':
        await interrupt(typist, () => page.reload());
        break;
      case 'close-tab':
        await typist.pressVerdict();
        await closeTab(page);
        break;
      case 'quit':
        browser = null;
        await quit();
    }
    return acknowledged;
  };

  const inspect = async (page: Page): Promise<Omit<Outcome, 'acknowledged'>> => {
    // One copy may hold a later letter of an interrupted word than the one that is shown first.
    await whenCopiesAgree(page, { timeout: PATIENCE });
    const end = Date.now() + PATIENCE;
    for (;;) {
      const found = await readBack(page, sentences, parts.file);
      const findings = ledger.compare(found);
      if (findings.length > 0 && Date.now() < end) continue;
      ledger.adopt(found);
      return { findings, ...judge(await sentencesSaid(page)) };
    }
  };

  const run = async (ending: Ending): Promise<Outcome> => {
    const page = desk ?? (await openDesk());
    const acknowledged = await live(page, ending);
    const next = ending === 'reload-typing' ? page : await openDesk();
    await new DeskPage(next).whenOpen();
    // Not before the next one is open: Chromium ends with its last page.
    const others = next
      .context()
      .pages()
      .filter((other) => other !== next);
    await Promise.all(others.map((other) => other.close()));
    const outcome = { acknowledged, ...(await inspect(next)) };
    await whenSaid(next);
    desk = next;
    return outcome;
  };

  return {
    run: (ending) => within(LONGEST_SESSION, `“${ENDINGS[ending]}” and the start after it`, run(ending)),
    end: async () => browser?.quit(),
  };
}

/** Chromium ends with its last page: another one is there first. */
async function closeTab(page: Page): Promise<void> {
  await page.context().newPage();
  await page.close();
}

function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, milliseconds);
  });
}
