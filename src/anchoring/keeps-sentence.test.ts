import { expect, test } from 'vitest';
import type { Target } from '../domain/annotation.ts';
import type { Range } from '../domain/article.ts';
import { keepsContext, keepsSentence } from './keeps-sentence.ts';

/** A draft of these sentences, and the target between brackets. */
function read(
  ...marked: readonly string[]
): Parameters<typeof keepsSentence>[0] & { readonly target: Target } {
  const all = marked.join(' ');
  const start = all.indexOf('[');
  const end = all.indexOf(']') - 1;
  const text = all.replace('[', '').replace(']', '');
  let from = 0;
  const sentences = marked.map((one) => {
    const sentence = { start: from, end: from + one.replaceAll(/[[\]]/g, '').length };
    from = sentence.end + 1;
    return sentence;
  });
  return {
    text,
    sentences,
    target: { quote: { exact: text.slice(start, end), prefix: '', suffix: '' }, position: { start, end } },
  };
}

const compare = (was: readonly string[], now: readonly string[]): boolean => {
  const [older, newer] = [read(...was), read(...now)];
  return keepsSentence(older, older.target, newer, newer.target);
};

test.each([
  ['All hospitals [closed their wards] in March.', 'Some hospitals [closed their wards] in March.'],
  ['It covers [families with two children].', 'It covers only [families with two children].'],
  ['She showed the [letter from the bank].', 'She showed the fake [letter from the bank].'],
  ['The company said that [wages rose].', 'The company denied that [wages rose].'],
  ['Germany [exports more cars] than others.', 'France [exports more cars] than others.'],
  ['In 2019, after a debate, it raised [the tax].', 'In 2009, after a debate, it raised [the tax].'],
  ['[The bridge will be closed] next year.', 'If funds allow, [the bridge will be closed] next year.'],
  ['来た[兵士]は十三人だった。', '去った[兵士]は十三人だった。'],
])('other words around the same ones are told: %s, %s', (was, now) => {
  expect(compare([was], [now])).toBe(false);
});

test.each([
  ['He said: “We [came] there.”', 'he said: "We  [came] there."'],
  ['They saw\u00a0[13 soldiers] there.', 'They saw [13 soldiers] there.'],
])('typography around them is not: %s, %s', (was, now) => {
  expect(compare([was], [now])).toBe(true);
});

test('other sentences are no matter, wherever the own one stands', () => {
  expect(compare(['It rained.', 'They saw [13 soldiers].'], ['They saw [13 soldiers].', 'It snowed.'])).toBe(
    true,
  );
});

test('of words across sentences, all of these sentences are compared', () => {
  expect(compare(['So [it rained.', 'They left] early.'], ['So [it rained.', 'They left] late.'])).toBe(
    false,
  );
  expect(compare(['So [it rained.', 'They left] early.'], ['So [it rained.', 'They left] early.'])).toBe(
    true,
  );
});

function sentencesIn(text: string): readonly Range[] {
  return Array.from(text.matchAll(/[^.\s][^.]*\.?/g), ({ index, 0: words }) => ({
    start: index,
    end: index + words.length,
  }));
}

/** The same with nothing of the older draft but the quote and some of what stands around it. */
function compareContext(was: string, now: string, reach = 32): boolean {
  const [older, newer] = [read(was), read(now)];
  const { text, target } = older;
  const { start, end } = target.position;
  const prefix = text.slice(Math.max(0, start - reach), start);
  const suffix = text.slice(end, end + reach);
  return keepsContext(
    { ...target, quote: { ...target.quote, prefix, suffix } },
    { ...newer, sentences: sentencesIn(newer.text) },
    newer.target,
    sentencesIn,
  );
}

test.each([
  ['All hospitals [closed their wards] in March.', 'Some hospitals [closed their wards] in March.'],
  ['The company said that [wages rose].', 'The company denied that [wages rose].'],
  ['It rained. Yesterday [it left].', '[It left].'],
  ['[Wages rose] again. It rained.', '[Wages rose].'],
  ['[Wages rose] in March.', '[Wages rose] in April.'],
])('where only the words around the quote are known, they tell as much: %s, %s', (was, now) => {
  expect(compareContext(was, now)).toBe(false);
  expect(compareContext(was, was)).toBe(true);
});

test.each([
  ['It rained. They saw [13 soldiers].', 'They saw [13 soldiers].'],
  ['A heading\nThey saw [13 soldiers]. It rained.', 'They saw [13 soldiers].'],
  [
    'They saw, as everybody else did on that day, [13 soldiers].',
    'They saw, as all the others did on that day, [13 soldiers].',
  ],
])('what is beyond the sentence, and beyond what is known, tells nothing: %s, %s', (was, now) => {
  expect(compareContext(was, now, 14)).toBe(true);
});
