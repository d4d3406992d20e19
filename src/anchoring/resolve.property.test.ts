import fc from 'fast-check';
import { expect, test } from 'vitest';
import { annotate } from '../domain/annotate.ts';
import type { Target } from '../domain/annotation.ts';
import type { Range } from '../domain/article.ts';
import { planCarryOver, takeDraft } from '../domain/carry-over.ts';
import { applyChange } from '../domain/change.ts';
import { sortVerdicts } from '../domain/doubt.ts';
import { articleOf } from '../domain/fact-check.ts';
import { giveVerdict } from '../domain/give-verdict.ts';
import { verdictsOf } from '../domain/lookup.ts';
import { isPlacedIn } from '../domain/placed-annotations.ts';
import { startFactCheck } from '../domain/start-fact-check.ts';
import { createTestClock } from '../domain/testing/arbitrary-changes.ts';
import { describeTarget } from './describe.ts';
import type { Candidate } from './candidates.ts';
import { toFoundTarget } from './found-target.ts';
import { resolveTarget, type Resolution } from './resolve.ts';
import { paragraphDraft } from '../domain/testing/paragraph-draft.ts';

/** Few enough for words and pairs of words to come again and again. */
const WORDS = (
  'the of to and a in that it is was for on they not are but what can other were all there when said each which ' +
  'their time about many then would people over know water who may now find new work part president soldiers airport ' +
  'evacuation Taliban Kabul Psaki Élodie 13 104,000 4.1 2021 don’t “trust” friends'
).split(' ');
/** Words that no text has, so that putting one in is always a change. */
const STRANGERS = ['never', 'hardly', 'Kirby', '17', '9.7', 'billion', 'no-one', 'unfriendly'];

interface Edit {
  readonly first: number;
  readonly length: number;
  readonly at: number;
  readonly kind: 'replace' | 'insert' | 'remove';
  readonly stranger: string;
}

const texts = fc
  .noBias(
    fc.array(fc.array(fc.constantFrom(...WORDS), { minLength: 3, maxLength: 20 }), {
      minLength: 6,
      maxLength: 24,
    }),
  )
  .map((sentences) => sentences.map((words) => `${words.join(' ')}.`).join(' '));

const edits = fc.array(
  fc.record<Edit>({
    first: fc.nat(),
    length: fc.integer({ min: 1, max: 20 }),
    at: fc.nat(),
    kind: fc.constantFrom('replace', 'insert', 'remove'),
    stranger: fc.constantFrom(...STRANGERS),
  }),
  { minLength: 50, maxLength: 50 },
);

const TEXTS = { numRuns: 200, endOnFailure: true };

test('of 10,000 edits of a single word under an annotation none keeps it exact, moved or near', () => {
  fc.assert(
    fc.property(texts, edits, (text, list) => {
      const words = findWords(text);
      for (const edit of list) {
        const { first, last, range } = pick(words, edit);
        const at = first + (edit.at % (last - first + 1));
        // Before the first word is outside, and without its only word there is no annotation.
        const isOutside = (edit.kind === 'insert' && at === first) || first === last;
        const word = words[at] ?? range;
        const tried = editWord(text, word, isOutside ? { ...edit, kind: 'replace' } : edit);
        // Where words repeat, taking one away can leave the quote as it was.
        const around = tried.slice(Math.max(0, 2 * range.start - range.end), 2 * range.end - range.start);
        const isLeft = reduce(around).includes(reduce(text.slice(range.start, range.end)));
        const now = isLeft ? editWord(text, word, { ...edit, kind: 'replace' }) : tried;
        const target = describeTarget(text, range);
        const found = resolveTarget(now, target);
        expect(found.state).toMatch(/^(changed|ambiguous|orphaned)$/);
        expect(standsAfterwards(text, target, now, found)).toBe(false);
      }
    }),
    TEXTS,
  );
});

/** Sentences that end with a number and that begin with one, in languages that group digits by a space. */
const NUMBERED = [
  ['Im Mai wurden', 'Menschen getötet, sagte der Minister.'],
  ['En mai, le budget était de', 'euros selon lui.'],
  ['В мае погибли', 'человек, сообщил министр.'],
  ['I maj kostade det', 'kronor enligt ministern.'],
] as const;

test('of 10,000 numbers that are given a group of digits none keeps its annotation exact, moved or near', () => {
  fc.assert(
    fc.property(
      texts,
      fc.constantFrom(...NUMBERED),
      fc.constantFrom(..." \u00a0\u202f\u2009\u2007'’.,"),
      fc.integer({ min: 1, max: 999 }),
      fc.stringMatching(/^\d{3}$/),
      fc.nat(3),
      fc.boolean(),
      (text, [before, after], separator, head, group, length, isGivenFirst) => {
        const start = text.lastIndexOf(' ', text.length / 2) + 1;
        const sentenceOf = (number: string): string =>
          `${text.slice(0, start)}${before} ${number} ${after} ${text.slice(start)}`;
        const number = isGivenFirst ? group : String(head);
        const words = isGivenFirst
          ? [number, ...after.split(' ').slice(0, length)].join(' ')
          : [...before.split(' ').slice(before.split(' ').length - length), number].join(' ');
        const was = sentenceOf(number);
        const at = was.indexOf(words, start);
        const target = describeTarget(was, { start: at, end: at + words.length });
        const now = sentenceOf(`${head}${separator}${group}`);
        const found = resolveTarget(now, target);
        expect(found.state).toMatch(/^(changed|ambiguous|orphaned)$/);
        expect(standsAfterwards(was, target, now, found)).toBe(false);
      },
    ),
    { numRuns: 10_000, endOnFailure: true },
  );
});

test('after 10,000 edits of a single word elsewhere every annotation is at its place, or asks when its words are few', () => {
  let asked = 0;
  let reread = 0;
  fc.assert(
    fc.property(texts, edits, (text, list) => {
      const words = findWords(text);
      for (const edit of list) {
        const { first, last, range } = pick(words, edit);
        const others = words.filter((_, i) => i < first || i > last);
        const other = others[edit.at % others.length];
        if (!other) continue;
        const now = editWord(text, other, edit);
        const shift = other.start < range.start ? now.length - text.length : 0;
        const place = { start: range.start + shift, end: range.end + shift };
        const found = resolveTarget(now, describeTarget(text, range));
        // Within the reach of a word that negates, or beside a number or a name, the place is sure and the reading is not.
        const isBeside = words.slice(Math.max(0, first - REACH), last + 1 + REACH).includes(other);
        const isReread = isBeside && found.state === 'changed' && isSame(found.range, place);
        const isPlaced =
          isReread || (found.state === (shift === 0 ? 'exact' : 'moved') && isSame(found.range, place));
        const isAsked = found.state === 'ambiguous' && last - first < 3;
        const isOffered = found.candidates.some(({ range: offered }) => isSame(offered, place));
        expect([found, place, isPlaced || (isAsked && isOffered)]).toEqual([found, place, true]);
        expect(standsAfterwards(text, describeTarget(text, range), now, found)).toBe(isPlaced && !isReread);
        if (isAsked) asked += 1;
        if (isReread) reread += 1;
      }
    }),
    TEXTS,
  );
  expect(asked).toBeLessThan(100);
  expect(reread).toBeLessThan(200);
});

/** Words on either side that may change what is read without being part of it. */
const REACH = 4;

test('in the text that it was made on every target is exact', () => {
  const characters = fc.oneof(
    fc.constantFrom(
      ...Array.from(' \n.,-"’“”…\u00a0\u00ad\u200b\u0301\u202e13é한각😀👨‍🚒日本مرחב'),
      '\ud83d',
      '\ude00',
    ),
    fc.string({ unit: 'binary', minLength: 1, maxLength: 1 }),
  );
  fc.assert(
    fc.property(
      fc.array(characters, { minLength: 1, maxLength: 200 }),
      fc.nat(),
      fc.nat(),
      (pieces, a, b) => {
        const text = pieces.join('');
        const start = a % text.length;
        const range = { start, end: start + 1 + (b % (text.length - start)) };
        expect(resolveTarget(text, describeTarget(text, range))).toMatchObject({ state: 'exact', range });
      },
    ),
    { numRuns: 200 },
  );
});

test('whatever stands in a text and a target, the places are ranges of the text and equal words are needed to keep one', () => {
  const soup = fc.string({
    unit: fc.constantFrom(...Array.from('ab 1.-"’\u0301\u00ad\u202e日한😀')),
    maxLength: 60,
  });
  fc.assert(
    fc.property(soup, soup, soup, soup, fc.nat(80), (text, exact, prefix, suffix, start) => {
      const target = { quote: { exact, prefix, suffix }, position: { start, end: start + exact.length } };
      const found = resolveTarget(text, target);
      const isInText = ({ range }: Candidate): boolean =>
        range.start >= 0 && range.start < range.end && range.end <= text.length;
      expect(found.candidates.filter((candidate) => !isInText(candidate))).toEqual([]);
      const place = 'range' in found ? text.slice(found.range.start, found.range.end) : '';
      const isKept = found.state === 'exact' || found.state === 'moved';
      expect(isKept ? place : exact).toBe(exact);
      const words = found.state === 'changed' ? found.words.filter(({ kind }) => kind !== 'removed') : null;
      expect(words?.map((word) => word.text).join('') ?? place).toBe(place);
    }),
    { numRuns: 1000 },
  );
});

/** Whether a verdict on these words stands in the new version that nobody has said a word about. */
function standsAfterwards(was: string, target: Target, now: string, found: Resolution): boolean {
  const hand = { clock: createTestClock(), by: 'ada' };
  let factCheck = startFactCheck(paragraphDraft(was), hand);
  factCheck = applyChange(factCheck, annotate(factCheck, { targets: [target], id: 'one' }, hand));
  const about = { annotationId: 'one', reviewerId: 'ada', newId: 'verdict' };
  factCheck = applyChange(factCheck, giveVerdict(factCheck, about, { ratingId: 'true' }, hand));
  const plan = planCarryOver(factCheck, () => [toFoundTarget(now, found)]);
  const decisions = new Map([['one', { answer: 'later' }]] as const);
  const taken = takeDraft(
    factCheck,
    { draft: paragraphDraft(now), articleId: 'newer', plan, decisions },
    hand,
  );
  if (!taken.ok) throw new Error(taken.problem);
  factCheck = applyChange(factCheck, taken.change);
  const annotation = factCheck.tables.annotation.get('one');
  if (!annotation) throw new Error('It is gone.');
  const { standing } = sortVerdicts(annotation, verdictsOf(factCheck, 'one'));
  return standing.length > 0 && isPlacedIn(articleOf(factCheck), annotation);
}

function isSame(a: Range, b: Range): boolean {
  return a.start === b.start && a.end === b.end;
}

/** Letters and digits only. */
function reduce(text: string): string {
  return text.replaceAll(/[^\p{L}\p{N}]+/gu, ' ').trim();
}

function findWords(text: string): readonly Range[] {
  return [...text.matchAll(/[^\s.]+(?:\.\d)?/g)].map(({ 0: word, index }) => ({
    start: index,
    end: index + word.length,
  }));
}

/** The words of the text that the edit's annotation covers: `first` to `last`, the latter included. */
function pick(words: readonly Range[], edit: Edit): { first: number; last: number; range: Range } {
  const first = edit.first % words.length;
  const last = Math.min(words.length - 1, first + edit.length - 1);
  return { first, last, range: { start: words[first]?.start ?? 0, end: words[last]?.end ?? 0 } };
}

function editWord(text: string, { start, end }: Range, { kind, stranger }: Edit): string {
  switch (kind) {
    case 'replace':
      return text.slice(0, start) + stranger + text.slice(end);
    case 'insert':
      return `${text.slice(0, start)}${stranger} ${text.slice(start)}`;
    case 'remove':
      return text.slice(0, start) + text.slice(end + Number(text.charAt(end) === ' '));
  }
}
