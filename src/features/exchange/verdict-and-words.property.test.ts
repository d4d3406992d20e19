import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { isDetached, isSettledByItself } from '../../domain/carry-over.ts';
import { createIsSettled } from '../../domain/coverage.ts';
import { isVerdictInDoubt, saysSomething } from '../../domain/doubt.ts';
import { articleOf, type AnyRecord } from '../../domain/fact-check.ts';
import { verdictsOf } from '../../domain/lookup.ts';
import { mergeFactCheck } from '../../domain/merge-fact-check.ts';
import type { Id } from '../../domain/record.ts';
import { historyOf, restoreVersion } from '../../domain/restore-version.ts';
import { canStand, takeVersion } from '../../domain/take-version.ts';
import { openDesk, startDesk, type Desk } from './testing/people-at-desks.ts';

const TEXT = 'They sent 13 soldiers and later 13 doctors. Nobody came back from there.';
const TEXTS = [
  TEXT,
  TEXT.replace('13', '14'),
  `On Friday: ${TEXT}`,
  TEXT.replace('soldiers and', 'Soldiers –  and'),
  TEXT.replace('sent', 'did not send'),
  TEXT.replace('.', '?'),
  'Something else altogether is said here today.',
] as const;

const VERBS = [
  'rate',
  'rate',
  'take back',
  'write',
  'mark',
  'claim',
  'restore',
  'restore',
  'move',
  'move',
  'move back',
  'load',
  'load',
  'still-holds',
  're-check',
  'detach',
  'attach',
  'attach back',
  'undo',
  'undo',
  'redo',
  'merge',
  'import',
  'hear',
  'take copy',
  'restore backup',
] as const;

interface Step {
  readonly verb: (typeof VERBS)[number];
  readonly by: Id;
  /** Which of the desks. */
  readonly at: number;
  readonly pick: number;
  readonly other: number;
}

const STEP: fc.Arbitrary<Step> = fc.record({
  verb: fc.constantFrom(...VERBS),
  by: fc.constantFrom('ada', 'ben', 'cem'),
  at: fc.nat({ max: 2 }),
  pick: fc.nat({ max: 200 }),
  other: fc.nat({ max: 200 }),
});

/**
 * The account that the test keeps by itself: of which words each judgement was made, by the person who made it or by
 * whoever said, for all to see, that it still holds. Each judgement writes words of its own, by which it is known again
 * wherever it turns up.
 */
class Book {
  readonly #judged = new Map<string, Set<string>>();
  #next = 0;

  /** Words for a new judgement, which is one of the words that stand there now; of none, when it is half of it only. */
  judge(desk: Desk, isWhole = true): string {
    const token = `J${(this.#next += 1)}`;
    this.#judged.set(token, new Set(isWhole ? [wordsAt(desk)] : []));
    return token;
  }

  confirm(said: string, desk: Desk): void {
    for (const token of tokensIn(said)) this.#judged.get(token)?.add(wordsAt(desk));
  }

  /** True when all of it was judged of these words; what came from a file may have been put to it. */
  isAbout(said: string, words: string): boolean {
    return tokensIn(said).every((token) => this.#judged.get(token)?.has(words) ?? false);
  }
}

/** The judgements in a conclusion; a paragraph that says for itself that it is on other words is none. */
function tokensIn(said: string): readonly string[] {
  const paragraphs = said.split(/\n{2,}/).filter((paragraph) => !paragraph.startsWith('Judged on '));
  return paragraphs.join(' ').match(/J\d+/g) ?? [];
}

/** The words as somebody reads them: case, spaces, dashes and the marks at their ends, but a question mark, say nothing. */
function wordsAt(desk: Desk): string {
  return desk
    .quote()
    .toLowerCase()
    .replaceAll(/[–—-]/g, '-')
    .replaceAll(/\s*-\s*/g, ' - ')
    .replaceAll(/\s+/g, ' ')
    .replaceAll(/^[\s.:-]+|[\s.:-]+$/g, '');
}

/** What stands at a desk although nobody has judged it, in words. */
function findLies(desk: Desk, book: Book): readonly string[] {
  if (!desk.isPlaced()) return [];
  const [now, annotation, words] = [desk.now(), desk.first(), wordsAt(desk)];
  const standing = verdictsOf(now, desk.id).filter(
    (verdict) => saysSomething(verdict) && !isVerdictInDoubt(annotation, verdict),
  );
  const isSettled = createIsSettled(now)(annotation);
  const isClaim = annotation.checkability === 'claim';
  const isRated = standing.some(({ ratingId }) => ratingId !== null);
  const { reason = '' } = annotation;
  return [
    ...standing
      .filter(({ conclusion }) => !book.isAbout(conclusion, words))
      .map(({ conclusion, reviewerId }) => `${conclusion} of ${reviewerId} stands on “${words}”`),
    ...(isSettled && isClaim && !isRated ? [`“${words}” is settled without a rating`] : []),
    ...(isSettled && !isClaim && !book.isAbout(reason, words) ? [`${reason} stands on “${words}”`] : []),
  ];
}

/** What "Still holds" is said of: the mark, the only verdict, or one's own. */
function confirm(desk: Desk, book: Book): void {
  if (!desk.isPlaced()) return;
  const { checkability, reason = '' } = desk.first();
  const said = verdictsOf(desk.now(), desk.id).filter(saysSomething);
  // Two desks may have begun a verdict for one person each.
  const own = said.length === 1 ? said : said.filter(({ reviewerId }) => reviewerId === desk.who());
  if (checkability === 'not-checkable') book.confirm(reason, desk);
  else for (const { conclusion } of own) book.confirm(conclusion, desk);
}

/** One to four words of the article. */
function pickWords(
  desk: Desk,
  pick: number,
  count: number,
): { readonly start: number; readonly end: number } {
  const { text } = articleOf(desk.now());
  const words = [...text.matchAll(/\S+/g)];
  const first = words[pick % words.length];
  const last = words[Math.min(words.length - 1, (pick % words.length) + (count % 4))];
  return { start: first?.index ?? 0, end: (last?.index ?? 0) + (last?.[0].length ?? 1) };
}

/** Does what the step says; returns what a person would miss after it, in words. */
async function act(desks: readonly Desk[], step: Step, book: Book): Promise<readonly string[]> {
  const { verb, by, pick, other } = step;
  const desk = desks[step.at % desks.length];
  const second = desks[(step.at + 1 + (other % (desks.length - 1))) % desks.length];
  if (!desk || !second) return [];
  const { events } = desk.store;
  desk.sit(by);
  const own = desk.verdictOf(by);
  const isPlaced = desk.isPlaced();
  const standing = desk.standing();
  const missed: string[] = [];
  const need = (isSo: boolean, what: string): void => {
    if (!isSo) missed.push(`${verb} by ${by}: ${what}`);
  };
  const stillStands = (what: string): void => need(desk.standing().join(' ') === standing.join(' '), what);
  switch (verb) {
    case 'rate':
      if (!isPlaced) break;
      desk.judge({ ratingId: pick % 2 === 0 ? 'true' : 'false', conclusion: book.judge(desk) });
      need(desk.standing().includes(by), 'what was just given is in doubt');
      break;
    case 'take back':
      if (own) desk.judge({ ratingId: null });
      break;
    case 'write': {
      if (!isPlaced) break;
      const isWhole = !own || !saysSomething(own) || book.isAbout(own.conclusion, wordsAt(desk));
      desk.judge({ conclusion: book.judge(desk, isWhole) });
      break;
    }
    case 'mark':
      if (!isPlaced) break;
      desk.mark(book.judge(desk));
      need(!desk.isInDoubt(), 'what was just marked is in doubt');
      break;
    case 'claim':
      desk.claim();
      break;
    case 'restore': {
      const entries = historyOf(desk.now(), desk.id);
      const entry = entries[pick % Math.max(1, entries.length)];
      if (entry) events.carryOut((now, hand) => restoreVersion(now, entry, hand));
      break;
    }
    case 'move':
      if (isPlaced) desk.moveTo(pickWords(desk, pick, other));
      break;
    case 'move back': {
      if (!isPlaced) break;
      const { position } = desk.first().targets[0] ?? { position: { start: 0, end: 1 } };
      desk.moveTo(pickWords(desk, pick, other));
      desk.moveTo(position);
      stillStands('there and back is not the same');
      break;
    }
    case 'load': {
      const answer = (['later', 'later', 'still-holds', 're-check', 'detach'] as const)[other % 5] ?? 'later';
      const wasDetached = isDetached(articleOf(desk.now()), desk.first());
      const text = TEXTS[pick % TEXTS.length] ?? TEXT;
      if (text === articleOf(desk.now()).text) break;
      const state = await desk.load(text, answer);
      if (state === null) break;
      if (answer === 'still-holds') confirm(desk, book);
      if (answer === 'later' && isPlaced && !wasDetached && isSettledByItself({ state }))
        stillStands(`what is ${state} does not come along`);
      break;
    }
    case 'still-holds':
      if (!isPlaced) break;
      desk.answer('still-holds');
      confirm(desk, book);
      if (own && saysSomething(own) && desk.first().checkability === 'claim')
        need(desk.standing().includes(by), 'what was just confirmed is in doubt');
      break;
    case 're-check':
    case 'detach':
      if (isPlaced) desk.answer(verb);
      break;
    case 'attach':
      if (!isPlaced) desk.attachTo(pickWords(desk, pick, other));
      break;
    case 'attach back': {
      const { position } = desk.first().targets[0] ?? { position: { start: 0, end: 1 } };
      if (!isPlaced && position.end <= articleOf(desk.now()).text.length) desk.attachTo(position);
      break;
    }
    case 'undo':
      events.undo();
      break;
    case 'redo':
      events.redo();
      break;
    case 'merge':
      await desk.merge(second.now(), pick % 2 === 0 ? 'here' : 'file');
      break;
    case 'import':
      await desk.importW3c(second.now());
      break;
    case 'hear': {
      // The first two desks are tabs of one browser.
      const [one, two] = desks;
      const from = desk === one ? two : one;
      if (desk !== desks[2] && from) hear(desk, from);
      break;
    }
    case 'take copy': {
      const { annotation, verdict } = second.now().tables;
      const copies: readonly AnyRecord[] = [...annotation.values(), ...verdict.values()];
      const copy = copies[pick % copies.length];
      if (copy && canStand(desk.now(), copy)) events.carryOut((now, hand) => takeVersion(now, copy, hand));
      break;
    }
    case 'restore backup':
      events.carryOut((now, hand) => mergeFactCheck(now, second.now(), hand));
      break;
  }
  return missed;
}

/** What the other tab has saved since this one heard of it. */
function hear(desk: Desk, from: Desk): void {
  for (const { added, updated, removed } of from.saved.splice(0)) {
    const changed = [...added, ...updated.map(({ after }) => after)];
    for (const { rev } of changed) desk.clock.observe(rev);
    desk.store.events.receive({ changed, removed });
  }
}

const YEARS = 365 * 24 * 3600 * 1000;

test('whatever people do, nothing stands on words that nobody has judged', async () => {
  const started = await startDesk(TEXT, '13 soldiers');
  await fc.assert(
    fc.asyncProperty(fc.array(STEP, { maxLength: 24, size: 'max' }), async (steps) => {
      const desks = [
        openDesk('one', started.now(), started.id),
        openDesk('two', started.now(), started.id),
        openDesk('far', started.now(), started.id, -20 * YEARS),
      ];
      const book = new Book();
      for (const step of steps) {
        // One after the other: each person sees what the one before has done.
        const missed = await act(desks, step, book);
        expect([...missed, ...desks.flatMap((desk) => findLies(desk, book))]).toEqual([]);
      }
    }),
    { numRuns: 300 },
  );
});
