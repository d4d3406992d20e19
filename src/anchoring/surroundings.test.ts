import { expect, test } from 'vitest';
import { describeTarget } from './describe.ts';
import { resolveTarget, type Resolution } from './resolve.ts';

const BEFORE = 'The press secretary spoke for an hour on Thursday. ';
const AFTER = ' Reporters asked about the evacuation of the airport.';

/** The marked words stand between brackets in both. */
function resolveBeside(
  was: string,
  now: string,
): { found: Resolution; place: { start: number; end: number } } {
  const [older, newer] = [read(was), read(now)];
  return {
    found: resolveTarget(newer.text, describeTarget(older.text, older.place)),
    place: newer.place,
  };
}

function read(marked: string): { text: string; place: { start: number; end: number } } {
  const text = BEFORE + marked.replaceAll(/[[\]]/g, '') + AFTER;
  const start = BEFORE.length + marked.indexOf('[');
  return { text, place: { start, end: BEFORE.length + marked.indexOf(']') - 1 } };
}

test.each([
  ['digits before', 'On Monday [13] ships came in.', 'On Monday 2 [13] ships came in.'],
  ['a range', 'On Monday [13] ships came in.', 'On Monday [13] – 14 ships came in.'],
  ['a range in words', 'On Monday [13] ships came in.', 'On Monday [13] to 14 ships came in.'],
  ['the thing that is counted', 'They saw [13] soldiers there.', 'They saw [13] dogs there.'],
  ['a unit', 'It is [13 or 14] miles long.', 'It is [13 or 14] km long.'],
  ['about', 'They saw [13 soldiers] there.', 'They saw about [13 soldiers] there.'],
  ['another number before the words', 'The 13 [soldiers died] there.', 'The 14 [soldiers died] there.'],
  ['a number that is spelt', 'Only five [million came] there.', 'Only six [million came] there.'],
  ['somebody else of that name', 'So said that [Biden was ill].', 'So said that Jill [Biden was ill].'],
  ['not before', 'He will [come to the port] at night.', 'He will not [come to the port] at night.'],
  ['not before', 'He [may come] at night.', 'He never [may come] at night.'],
  ['not behind', 'They [were] friends at night.', 'They [were] not friends at night.'],
  ['a negation a word away', 'They were [our friends] then.', 'They were never really [our friends] then.'],
  ['almost', 'They were [all there] then.', 'They were almost [all there] then.'],
  ['irony', 'It was a [safe] option then.', 'It was a “[safe]” option then.'],
  ['a quotation', '[They are our friends.]', '“[They are our friends.]”'],
  ['没', '他们昨天[来了]这里。', '他们昨天没[来了]这里。'],
  ['不', '他们[是朋友]吧。', '他们不[是朋友]吧。'],
  ['未', '政府[公布]了名单。', '政府未[公布]了名单。'],
  ['ない', '彼は[友達で]ある。', '彼は[友達で]はない。'],
  ['ません', '彼は[行き]ますね。', '彼は[行き]ませんね。'],
  ['words before a sentence', '[They are our friends.]', 'Nobody said [they are our friends.]'],
  ['words before a sentence', '[The port is open.]', 'If [the port is open.]'],
])('words that stand beside other ones are changed, at their place: %s', (_, was, now) => {
  const { found, place } = resolveBeside(was, now);
  expect(found).toMatchObject({ state: 'changed', range: place });
});

test.each([
  ['They saw [the soldiers] on Monday.', 'They met [the soldiers] on Monday.'],
  ['They saw [the soldiers] on Monday.', 'They saw [the soldiers] in May.'],
  ['They saw [13 soldiers] on Monday.', 'They saw [13 soldiers] in May.'],
  [
    'They saw [13 soldiers] on Monday.',
    'Nobody doubts that on the way they all saw [13 soldiers] on Monday.',
  ],
  ['He said no — [13] died there.', 'He said no – [13] died there.'],
  ['They saw [13] of them there.', 'They saw [13]\u00a0of them there.'],
  ['“[They are our friends],” she said.', '"[They are our friends]", she said.'],
  ['They do not say that [we came].', 'They don’t say that [we came].'],
  ['So it went: [they came] there.', 'So it went, [they came] there.'],
])('what stands beside them and says nothing about them leaves words as they are: %s, %s', (was, now) => {
  const { found, place } = resolveBeside(was, now);
  expect(found.state).toMatch(/^(exact|moved)$/);
  expect(found).toMatchObject({ range: place });
});

test('of what was around it only so much is held against a text as a target tells', () => {
  const quote = { exact: '13', prefix: 'diers, ', suffix: ' came' };
  const text = 'There were no soldiers, 13 came on Monday.';
  const start = text.indexOf('13');
  expect(resolveTarget(text, { quote, position: { start: start - 1, end: start + 1 } }).state).toBe('moved');
  expect(
    resolveTarget(text, { quote: { ...quote, prefix: '', suffix: '' }, position: { start, end: start + 2 } })
      .state,
  ).toBe('ambiguous');
});
