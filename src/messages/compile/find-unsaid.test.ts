import { expect, test } from 'vitest';
import { findUnsaid } from './find-unsaid.ts';
import { readSources } from './list-messages.ts';

test.each([
  ['text in JSX', '<p>Nothing here</p>', 'Nothing here'],
  ['an attribute that is heard', '<b aria-label="Close" />', 'Close'],
  ['an attribute with an expression', '<b title={`Close it`} />', 'Close it'],
  ['a property for people', "({ problem: 'Too large' })", 'Too large'],
  ['a sentence wherever it stands', "list.push('It is left out.')", 'It is left out.'],
  ['a sentence that is put together', '`It has ${n} words.`', 'It has … words.'],
  ['half a sentence in a message', "say('{n} {are} here', { are: n === 1 ? 'is' : 'are' })", 'is'],
])('%s is found', (_, source, words) => {
  expect(findUnsaid('x.tsx', source)).toContain(words);
});

test.each([
  ["say('It is left out.')"],
  ["<p title={say('Close it')}>{say('Nothing here')} · 3</p>"],
  ["message('It is left out.')"],
  ["new Error('This should never have come here.')"],
  ["<b className='a long list of names:' role='group' />".replaceAll("'", '"').replace('names:', 'names')],
  ["type Step = 'it was left out.'"],
])('%s has nothing left to be said', (source) => {
  expect(findUnsaid('x.tsx', source)).toEqual([]);
});

/** What is English in every language of the interface, and why. */
const ENGLISH: readonly (readonly [module: RegExp, why: string])[] = [
  [/^domain\/builtin-scales/, 'ratings become data: files and reports say them as they were chosen'],
  [/^exchange\/(?:report-|cite|judged)/, 'a report has a language of its own'],
  [/^exchange\/(?:json-schema|parse-csv|w3c|parse-w3c)/, 'what formats write and read is fixed'],
  [
    /^storage\/(?:idb-(?:shelf|requests)|late-place)/,
    'reasons of a technical kind, of which people are told the consequence',
  ],
  [/^(?:messages\/compile|(?:.+\/)?testing)\//, 'no part of the app'],
];

test('whatever a person reads is a message', () => {
  const unsaid = readSources()
    .filter(({ file }) => !ENGLISH.some(([module]) => module.test(file)))
    .flatMap(({ file, source }) => findUnsaid(file, source).map((words) => `${file}: ${words}`));
  expect(unsaid).toEqual([]);
});

test('each exception is one', () => {
  const needless = ENGLISH.slice(0, -1).filter(
    ([module]) =>
      !readSources().some(({ file, source }) => module.test(file) && findUnsaid(file, source).length > 0),
  );
  expect(needless).toEqual([]);
});
