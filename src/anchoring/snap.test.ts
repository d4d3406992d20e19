import fc from 'fast-check';
import { expect, test } from 'vitest';
import { moveEdge, snapToSentences, snapToWords } from './snap.ts';

function snap(marked: string, language = 'en'): string | null {
  const [head = '', inner = '', tail = ''] = marked.split('|');
  const text = head + inner + tail;
  const range = snapToWords(text, { start: head.length, end: head.length + inner.length }, language);
  return range && text.slice(range.start, range.end);
}

test.each([
  ['They are n|ot our fri|ends.', 'not our friends'],
  ['They are| not our friends |now', 'not our friends'],
  ['They |are| not', 'are'],
  ['They are not our |friends.”|', 'friends.”'],
  ['We ca|n’t hel|p', 'can’t help'],
  ['It cost $|4.|1 million', '$4.1'],
  ['It cost -€|4|.1', '-€4.1'],
  ['It fell |5|% then', '5%'],
  ['It fell by -|5| points', '-5'],
  ['Pages 10-|20| of it', '20'],
  ['Prof|essor Éli|se', 'Professor Élise'],
  ['cafe\u0301|s are| open', 'cafe\u0301s are'],
  ['on|e\u00a0tw|o', 'one\u00a0two'],
  ['He is a 👨‍|🚒 her|e', '👨‍🚒 here'],
  ['هذا |كت|اب جيد', 'كتاب'],
  ['the evac\u00ad|uation', 'evac\u00aduation'],
])('%j selects %j', (marked, words) => {
  expect(snap(marked)).toBe(words);
});

test('a script without spaces is snapped by its dictionary', () => {
  expect(snap('これはペ|ン|です', 'ja')).toBe('ペン');
});

test.each(['a |  | b', 'a ||b', 'a|\u200b|b', '| \n\u00a0\u200e|'])(
  'nothing visible is no selection: %j',
  (marked) => {
    expect(snap(marked)).toBeNull();
  },
);

test('a backward selection, one past the end and a language that is none are put up with', () => {
  expect(snapToWords('one two three', { start: 6, end: 5 }, 'en')).toEqual({ start: 4, end: 7 });
  expect(snapToWords('one two three', { start: 9, end: 99 }, 'not a language!')).toEqual({
    start: 8,
    end: 13,
  });
});

test('sentences that are touched are taken whole', () => {
  const sentences = [
    { start: 0, end: 10 },
    { start: 11, end: 20 },
    { start: 22, end: 30 },
  ];
  expect(snapToSentences(sentences, { start: 12, end: 14 })).toEqual({ start: 11, end: 20 });
  expect(snapToSentences(sentences, { start: 9, end: 23 })).toEqual({ start: 0, end: 30 });
  expect(snapToSentences(sentences, { start: 20, end: 22 })).toBeNull();
  expect(snapToSentences([], { start: 0, end: 5 })).toBeNull();
});

const TEXT = 'He said: “They can’t trust $5 friends.” Then he left.';
const LIMITS = { start: 9, end: 39 };

function walk(words: string, edge: 'start' | 'end', direction: 'back' | 'forward'): readonly string[] {
  const seen: string[] = [];
  let range = { start: TEXT.indexOf(words), end: TEXT.indexOf(words) + words.length };
  for (;;) {
    const next = moveEdge(TEXT, range, edge, direction, 'en', LIMITS);
    if (next.start === range.start && next.end === range.end) return seen;
    seen.push(TEXT.slice(next.start, next.end));
    range = next;
  }
}

test('an edge goes word by word up to the limits, and in to the last word', () => {
  expect(walk('can’t', 'end', 'forward')).toEqual([
    'can’t trust',
    'can’t trust $5',
    'can’t trust $5 friends',
    'can’t trust $5 friends.”',
  ]);
  expect(walk('can’t', 'start', 'back')).toEqual(['They can’t', '“They can’t']);
  expect(walk('They can’t trust', 'end', 'back')).toEqual(['They can’t', 'They']);
  expect(walk('trust $5 friends', 'start', 'forward')).toEqual(['$5 friends', 'friends']);
  expect(walk('They', 'end', 'back')).toEqual([]);
});

test('one step out and one step in is where it was, in any text', () => {
  const texts = fc
    .array(fc.constantFrom('one', 'élan', 'can’t', '4.1', '日本', 'كتاب', '😀'), {
      minLength: 3,
      maxLength: 40,
    })
    .map((words) => words.join(' '));
  fc.assert(
    fc.property(texts, fc.nat(), fc.constantFrom('start', 'end'), (text, at, edge) => {
      const range = snapToWords(text, { start: at % text.length, end: (at % text.length) + 1 }, 'en');
      if (range === null) return;
      const limits = { start: 0, end: text.length };
      const outward = edge === 'start' ? 'back' : 'forward';
      const wider = moveEdge(text, range, edge, outward, 'en', limits);
      expect(snapToWords(text, wider, 'en')).toEqual(wider);
      if (wider[edge] === range[edge]) return;
      const back = moveEdge(text, wider, edge, outward === 'back' ? 'forward' : 'back', 'en', limits);
      expect(back).toEqual(range);
    }),
    { numRuns: 150 },
  );
});
