import { expect, test } from 'vitest';
import { describeTarget } from '../../anchoring/describe.ts';
import { annotate } from '../../domain/annotate.ts';
import type { Annotation, Target } from '../../domain/annotation.ts';
import { digestText } from '../../domain/article.ts';
import { applyChange, type Hand } from '../../domain/change.ts';
import { createClock } from '../../domain/clock.ts';
import { articleOf, gatherFactCheck, recordsOf, type FactCheck } from '../../domain/fact-check.ts';
import { placedAnnotations } from '../../domain/placed-annotations.ts';
import { giveVerdict } from '../../domain/give-verdict.ts';
import { startFactCheck } from '../../domain/start-fact-check.ts';
import { parseFactCheckFile } from '../../exchange/parse-linecheck-json.ts';
import { serialiseFactCheck } from '../../exchange/linecheck-json.ts';
import { segment } from '../../ingest/segment/segment.ts';
import { settleOpened } from './settle-opened.ts';
import { isInDoubt } from '../../domain/doubt.ts';

const TEXT =
  'The bomb went off at the gate on Thursday. It left 13 soldiers dead in the crowd.\n\n' +
  'They are not our friends, the secretary said. The senator denied all of it on Friday.';
const WORDS = ['13 soldiers', 'They are not our friends', 'The senator denied all of it'];
const NEVER = new AbortController().signal;

function createHand(): Hand {
  let ids = 0;
  const clock = createClock({ now: () => Date.UTC(2026, 0, 1), newId: () => `id-${(ids += 1)}`, tab: 'a' });
  return { clock, by: null };
}

async function factCheckOf(hand: Hand): Promise<FactCheck> {
  const begun = startFactCheck(
    {
      title: 'Kabul',
      retrievedAt: '2026-01-01T00:00:00Z',
      language: 'en',
      direction: 'ltr',
      text: TEXT,
      blocks: [{ kind: 'paragraph', start: 0, end: TEXT.length }],
      links: [],
      sentences: segment(TEXT, 'en'),
      segmenter: '1',
      sha256: await digestText(TEXT),
    },
    hand,
  );
  return WORDS.reduce((now, words) => {
    const targets = [describeTarget(TEXT, rangeOf(TEXT, words))];
    return applyChange(now, annotate(now, { targets, id: hand.clock.newId() }, hand));
  }, begun);
}

function rangeOf(text: string, words: string) {
  const start = text.indexOf(words);
  return { start, end: start + words.length };
}

function withText(factCheck: FactCheck, text: string): FactCheck {
  const article = { ...articleOf(factCheck), text };
  return gatherFactCheck(factCheck.id, [...recordsOf(factCheck), article]);
}

function withTargets(factCheck: FactCheck, edit: (target: Target) => Target): FactCheck {
  const edited = [...factCheck.tables.annotation.values()].map((annotation) => ({
    ...annotation,
    targets: annotation.targets.map(edit),
  }));
  return gatherFactCheck(factCheck.id, [...recordsOf(factCheck), ...edited]);
}

function wordsOf(annotations: Iterable<Annotation>): readonly string[] {
  return [...annotations].flatMap(({ targets }) => targets.map(({ quote }) => quote.exact));
}

test('a fact check that is as it was written stays as it is, and nothing is said', async () => {
  const hand = createHand();
  const factCheck = await factCheckOf(hand);
  expect(await settleOpened(factCheck, hand, NEVER)).toEqual({ factCheck, problems: [] });
});

test('an article that was changed on disk is a new draft: words come along, are doubted, or need a place', async () => {
  const hand = createHand();
  const factCheck = await factCheckOf(hand);
  const text = `Correction below. ${TEXT.replace('are not our', 'are our').replace('The senator denied all of it on Friday.', 'Nothing else.')}`;
  const settled = await settleOpened(withText(factCheck, text), hand, NEVER);
  expect(settled.problems).toEqual([
    '1 annotation was found again by its words.',
    '1 annotation stands on words that have changed: its verdict is greyed until somebody decides.',
    '1 annotation has no place in this text: it waits under “Needs a place”.',
  ]);
  const article = articleOf(settled.factCheck);
  expect(article).toMatchObject({ text, title: 'Kabul', sha256: await digestText(text) });
  expect(article.sentences.map(({ start, end }) => text.slice(start, end))).toContain(
    'They are our friends, the secretary said.',
  );
  expect([...settled.factCheck.tables.article.keys()]).toEqual([article.id]);
  const placed = placedAnnotations(settled.factCheck);
  expect(wordsOf(placed)).toEqual(['13 soldiers', 'They are our friends']);
  expect(wordsOf(placed.filter((one) => isInDoubt(settled.factCheck, one)))).toEqual([
    'They are our friends',
  ]);
  expect(placed.map(({ targets }) => targets[0]?.judgedIn)).toEqual(Array(2).fill(articleOf(factCheck).id));
  expect(await settleOpened(settled.factCheck, hand, NEVER)).toEqual({
    factCheck: settled.factCheck,
    problems: [],
  });
});

/** The fact check with a verdict on everything. */
function withVerdicts(factCheck: FactCheck, hand: Hand): FactCheck {
  return [...factCheck.tables.annotation.keys()].reduce(
    (now, annotationId) =>
      applyChange(
        now,
        giveVerdict(
          now,
          { annotationId, reviewerId: 'ana', newId: hand.clock.newId() },
          { ratingId: 'true' },
          hand,
        ),
      ),
    factCheck,
  );
}

test('a verdict whose sentence was changed on disk around the same words stays, and is named', async () => {
  const hand = createHand();
  const factCheck = await factCheckOf(hand);
  const text = TEXT.replace('dead in the crowd', 'hurt in the crowd').replace('on Thursday', 'on Friday');
  const named =
    '1 annotation stands in a sentence that has changed around the same words. The verdict stays; look whether it still holds: “13 soldiers”';
  const { problems, factCheck: settled } = await settleOpened(
    withText(withVerdicts(factCheck, hand), text),
    hand,
    NEVER,
  );
  expect(problems).toContain(named);
  expect(placedAnnotations(settled).some((one) => isInDoubt(settled, one))).toBe(false);
  // The whole of the older text tells the same as what stood around the words.
  const checked = articleOf(factCheck);
  expect(
    (await settleOpened(withText(withVerdicts(factCheck, hand), text), hand, NEVER, checked)).problems,
  ).toContain(named);
  expect((await settleOpened(withText(factCheck, text), hand, NEVER)).problems).not.toContain(named);
});

test('headings and links of an article that was changed on disk stay where they are, and a shorter text reads too', async () => {
  const hand = createHand();
  const begun = await factCheckOf(hand);
  const cut = TEXT.indexOf('\n\n');
  const article = {
    ...articleOf(begun),
    blocks: [
      { kind: 'quote' as const, start: 0, end: cut },
      { kind: 'caption' as const, start: cut + 2, end: TEXT.length },
    ],
    links: [{ ...rangeOf(TEXT, 'at the gate'), href: 'https://example.org/gate' }],
  };
  const text = TEXT.replace('13 soldiers', '14 soldiers').replace(' on Friday', '');
  const written = await serialiseFactCheck(gatherFactCheck(begun.id, [...recordsOf(begun), article]), {
    exportedAt: '2026-01-02T00:00:00Z',
    pace: () => Promise.resolve(),
  });
  const file = JSON.parse(written.files[0].text) as { factCheck: { articles: { text: string }[] } };
  Object.assign(file.factCheck.articles[0] ?? {}, { text });
  const parsed = await parseFactCheckFile(file);
  if (!parsed.ok) throw new Error(parsed.problem);
  const settled = articleOf((await settleOpened(parsed.factCheck, hand, NEVER)).factCheck);
  expect(settled.blocks.map(({ kind }) => kind)).toEqual(['quote', 'caption']);
  expect(settled.links.map(({ start, end }) => text.slice(start, end))).toEqual(['at the gate']);
});

test('sentences that somebody corrected stay corrected in a text that was changed on disk', async () => {
  const hand = createHand();
  const begun = await factCheckOf(hand);
  const parts = ['He met Sen. Lang at 9 a.m. on Monday.', 'It left 13 dead.', 'Nobody knew why; he said so.'];
  const text = `${parts.join(' ')}\n\nThe ferry is late. It will come.`;
  const split = text.indexOf('he said so');
  const sentences = [
    { start: 0, end: text.indexOf('Nobody') - 1, byHand: true as const },
    { start: text.indexOf('Nobody'), end: split - 1, byHand: true as const },
    { start: split, end: text.indexOf('\n\n'), byHand: true as const },
    { start: text.indexOf('The ferry'), end: text.length, byHand: true as const },
  ];
  const article = {
    ...articleOf(begun),
    sha256: await digestText(text),
    blocks: [
      { kind: 'paragraph' as const, start: 0, end: text.indexOf('\n\n') },
      { kind: 'paragraph' as const, start: text.indexOf('The ferry'), end: text.length },
    ],
    sentences,
  };
  const corrected = gatherFactCheck(begun.id, [...recordsOf(begun), { ...article, text }]);
  const after = async (edited: string): Promise<readonly string[]> => {
    const { factCheck } = await settleOpened(withText(corrected, edited), hand, NEVER);
    const settled = articleOf(factCheck);
    return settled.sentences.filter(({ byHand }) => byHand).map(({ start, end }) => edited.slice(start, end));
  };
  const [head, , tail] = sentences.map(({ start, end }) => text.slice(start, end));
  const whole = [head, 'Nobody knew why;', 'he said so.', 'The ferry is late. It will come.'];
  expect(await after(text.replace('13', '14'))).toEqual(whole.map((one) => one?.replace('13', '14')));
  // A paragraph that got longer at its beginning keeps what was corrected at its end, and the other way round.
  expect(await after(text.replace('He met', 'Yesterday he met'))).toEqual([
    'Nobody knew why;',
    'he said so.',
    'The ferry is late. It will come.',
  ]);
  expect(await after(text.replace('will come', 'will not come'))).toEqual([head, 'Nobody knew why;', tail]);
});

test('offsets that another program counted differently are set right by the words', async () => {
  const hand = createHand();
  const factCheck = await factCheckOf(hand);
  const shifted = withTargets(factCheck, ({ quote, position }) => ({
    quote,
    position: { start: position.start + 3, end: position.end + 3 },
  }));
  const settled = await settleOpened(shifted, hand, NEVER);
  expect(settled.problems).toEqual(['3 annotations were found again by their words.']);
  expect(placedAnnotations(settled.factCheck).map(({ targets }) => targets[0]?.position)).toEqual(
    WORDS.map((words) => rangeOf(TEXT, words)),
  );
});

test('words that the article does not say are never marked as if they were judged', async () => {
  const hand = createHand();
  const factCheck = await factCheckOf(hand);
  const misquoting = withTargets(factCheck, (target) => ({
    ...target,
    quote: { ...target.quote, exact: target.quote.exact.replace('13', '31').replace('are not', 'are') },
  }));
  const settled = await settleOpened(misquoting, hand, NEVER);
  const doubted = placedAnnotations(settled.factCheck).filter((one) => isInDoubt(settled.factCheck, one));
  expect(wordsOf(doubted)).toEqual(['13 soldiers', 'They are not our friends']);
  const judged = doubted.flatMap(({ earlier = [] }) => earlier.flatMap(({ targets }) => targets));
  expect(judged.map(({ quote }) => quote.exact)).toEqual(['31 soldiers', 'They are our friends']);
});

test('a place behind the end of the article is none', async () => {
  const hand = createHand();
  const factCheck = await factCheckOf(hand);
  const gone = withTargets(factCheck, ({ quote }) => ({
    quote: { exact: 'Rain fell over Kabul', prefix: '', suffix: '' },
    position: { start: 90_000, end: 90_000 + quote.exact.length },
  }));
  const settled = await settleOpened(gone, hand, NEVER);
  expect(placedAnnotations(settled.factCheck)).toEqual([]);
  expect(settled.factCheck.tables.annotation.size).toBe(3);
  expect(settled.problems).toEqual([
    '3 annotations have no place in this text: they wait under “Needs a place”.',
  ]);
});
