import fc from 'fast-check';
import { expect, test } from 'vitest';
import { compareDrafts, type SentenceChange } from './compare-drafts.ts';

function draft(sentences: readonly string[]) {
  let text = '';
  const ranges = sentences.map((sentence) => {
    if (text !== '') text += ' ';
    const start = text.length;
    text += sentence;
    return { start, end: text.length };
  });
  return { text, sentences: ranges };
}

const WAS = [
  'It was Thursday.',
  'The bomb went off at the gate.',
  'It left 13 soldiers dead.',
  'They are our friends.',
  'The senator denied it.',
  'Nothing else was said.',
];

const compare = (older: readonly string[], newer: readonly string[]) =>
  compareDrafts(draft(older), draft(newer));

test('a changed number, a negation, a new, a removed and a moved sentence are told apart', async () => {
  const now = [
    'Nothing else was said.',
    'It was Thursday.',
    'The bomb went off at the gate.',
    'It left 14 soldiers dead.',
    'Rain fell all week over Kabul.',
    'They are not our friends.',
  ];
  expect(await compare(WAS, now)).toEqual([
    { kind: 'moved', old: 5, now: 0 },
    { kind: 'unchanged', old: 0, now: 1 },
    { kind: 'unchanged', old: 1, now: 2 },
    {
      kind: 'changed',
      old: 2,
      now: 3,
      words: [
        { kind: 'kept', text: 'It left ' },
        { kind: 'removed', text: '13 ' },
        { kind: 'added', text: '14 ' },
        { kind: 'kept', text: 'soldiers dead.' },
      ],
    },
    { kind: 'new', now: 4 },
    {
      kind: 'changed',
      old: 3,
      now: 5,
      words: [
        { kind: 'kept', text: 'They are ' },
        { kind: 'added', text: 'not ' },
        { kind: 'kept', text: 'our friends.' },
      ],
    },
    { kind: 'removed', old: 4 },
  ]);
});

test('a sentence that was moved and changed is one change, not a new sentence and a removed one', async () => {
  const now = ['It left 14 soldiers dead.', ...WAS.filter((sentence) => !sentence.includes('13'))];
  const found = await compare(WAS, now);
  expect(found[0]).toMatchObject({ kind: 'changed', old: 2, now: 0, isMoved: true });
  expect(found.filter(({ kind }) => kind !== 'unchanged')).toHaveLength(1);
});

test('line breaks and spaces inside a sentence are no change', async () => {
  const found = await compare(WAS, ['It was\n Thursday.', ...WAS.slice(1)]);
  expect(found.map(({ kind }) => kind)).toEqual(Array.from(WAS, () => 'unchanged'));
});

test('every sentence of both drafts occurs exactly once, in the order of the newer draft', async () => {
  const sentence = fc.constantFrom(
    ...WAS,
    'It left 14 soldiers dead.',
    'He said so.',
    'No.',
    '彼は否定した。',
  );
  const list = fc.array(sentence, { maxLength: 30 });
  await fc.assert(
    fc.asyncProperty(list, list, async (older, newer) => {
      const found = await compare(older, newer);
      const nows = found.flatMap((one) => ('now' in one ? [one.now] : []));
      const olds = found.flatMap((one) => ('old' in one ? [one.old] : []));
      expect(nows).toEqual(newer.map((_, i) => i));
      expect(olds.toSorted((a, b) => a - b)).toEqual(older.map((_, i) => i));
      for (const one of found) expect(saysTheTruth(one, older, newer)).toBe(true);
    }),
  );
});

test('drafts that have nothing in common, and very long ones, are compared all the same', async () => {
  const many = Array.from({ length: 3000 }, (_, i) => `Sentence number ${i} tells of event ${i * 7}.`);
  const other = many.map((line, i) => (i % 2 === 0 ? line : line.replace('event', 'no event')));
  const found = await compare(many, other);
  expect(found.filter(({ kind }) => kind === 'unchanged')).toHaveLength(1500);
  expect(found.filter(({ kind }) => kind === 'changed')).toHaveLength(1500);
});

function saysTheTruth(one: SentenceChange, older: readonly string[], newer: readonly string[]): boolean {
  if (one.kind === 'new' || one.kind === 'removed') return true;
  return (older[one.old] === newer[one.now]) === (one.kind !== 'changed');
}
