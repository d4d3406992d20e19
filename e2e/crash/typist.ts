import { expect, type Page } from '@playwright/test';
import { DeskPage } from '../pages/desk-page.ts';
import type { Random } from '../support/random.ts';
import type { Ledger } from './ledger.ts';

type Verdict = readonly [key: string, word: string];

/** The digits that give a verdict, and the words that then stand in the list. */
const VERDICTS: readonly [Verdict, ...Verdict[]] = [
  ['1', 'True'],
  ['2', 'Mostly true'],
  ['3', 'Half true'],
  ['4', 'Mostly false'],
  ['5', 'False'],
  ['6', 'Misleading'],
  ['7', 'Unproven'],
];

/** So many milliseconds pass between two keys of a person in a hurry. */
const KEY_PAUSE = 8;

export interface TypistParts {
  readonly page: Page;
  /** The sentences that this typist works on, by number. */
  readonly sentences: readonly [number, ...number[]];
  readonly ledger: Ledger;
  readonly random: Random;
  /** A word that was never typed before. */
  readonly newWord: () => string;
}

/** A person at the desk, who writes into the ledger what goes into the page. */
export interface Typist {
  /** Makes one edit and sees that the page shows it. */
  readonly edit: () => Promise<void>;
  /** Puts the caret into a conclusion. What it returns types on, key by key, until it is told to stop. */
  readonly beginTyping: () => Promise<(isStopped: () => boolean) => Promise<void>>;
  /** Presses a key that gives a verdict, and looks no further. */
  readonly pressVerdict: () => Promise<void>;
}

export function createTypist({ page, sentences, ledger, random, newWord }: TypistParts): Typist {
  const desk = new DeskPage(page);
  const pickSentence = (): number => random.oneOf(sentences);

  /**
   * Clicks a sentence until the cursor is on it and no field has the caret: a digit that went into a text would be no
   * verdict. One on another sentence would be the wrong one. What was brought back is told in a notice that stays, and may
   * lie over the sentence.
   */
  const goTo = async (sentence: number): Promise<void> => {
    await expect(async () => {
      await desk.dismissNotices();
      await desk.putCursorOn(sentence);
      const caret = page.locator('textarea:focus, input[type=text]:focus');
      await expect(caret, 'No field has the caret').toHaveCount(0, { timeout: 1000 });
      await expect(desk.sentence(sentence), 'The cursor is there').toHaveAttribute('data-selected', {
        timeout: 1000,
      });
    }, 'A sentence that was clicked has the cursor').toPass({ timeout: 15_000 });
  };

  const rate = async (sentence: number): Promise<string> => {
    await goTo(sentence);
    const [key, word] = random.oneOf(VERDICTS);
    ledger.type(verdictOf(sentence), word);
    await page.keyboard.press(key);
    return word;
  };

  const giveVerdict = async (): Promise<void> => {
    const sentence = pickSentence();
    const word = await rate(sentence);
    await desk.answerReviewerDialog();
    await expect(desk.sentence(sentence).getByRole('button', { name: `${word}, ` })).toBeVisible();
  };

  /** Opens the annotation of a sentence, which gets one if it has none. */
  const openOne = async (): Promise<number> => {
    const sentence = pickSentence();
    await goTo(sentence);
    if (ledger.valueOf(verdictOf(sentence)) === '') {
      ledger.type(verdictOf(sentence), 'True');
      await page.keyboard.press('1');
      await desk.answerReviewerDialog();
      await page.keyboard.press('Enter');
    }
    const words = await desk.sentence(sentence).textContent();
    await expect(desk.editor.pane).toContainText(words ?? '');
    return sentence;
  };

  /** Puts the caret behind the last word of a conclusion; returns what is then to be typed. */
  const beginConclusion = async (): Promise<string> => {
    const sentence = await openOne();
    const field = desk.editor.field('Conclusion');
    const before = ledger.valueOf(conclusionOf(sentence));
    await expect(field).toHaveValue(before);
    await field.click();
    await expect(field, 'A click into the conclusion takes the caret there').toBeFocused();
    await page.keyboard.press('ControlOrMeta+End');
    const added = `${before === '' ? '' : ' '}${newWord()}`;
    ledger.type(conclusionOf(sentence), before + added);
    return added;
  };

  const writeConclusion = async (): Promise<void> => {
    const added = await beginConclusion();
    await page.keyboard.type(added, { delay: KEY_PAUSE });
    await expect(desk.editor.field('Conclusion')).toHaveValue(new RegExp(`${added.trim()}$`));
  };

  const citeSource = async (): Promise<void> => {
    const sentence = await openOne();
    const title = newWord();
    ledger.type(sourceOf(sentence, title), 'cited');
    await desk.editor.cite({ title });
  };

  return {
    edit: () => random.oneOf([giveVerdict, writeConclusion, citeSource])(),
    beginTyping: async () => {
      const added = await beginConclusion();
      return async (isStopped) => {
        for (const key of added) {
          if (isStopped()) return;
          await page.keyboard.type(key, { delay: KEY_PAUSE * 4 });
        }
      };
    },
    pressVerdict: async () => void (await rate(pickSentence())),
  };
}

export function verdictOf(sentence: number): string {
  return `verdict on sentence ${sentence}`;
}

export function conclusionOf(sentence: number): string {
  return `conclusion on sentence ${sentence}`;
}

export function sourceOf(sentence: number, title: string): string {
  return `source ${title} on sentence ${sentence}`;
}
