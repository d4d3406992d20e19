import compile from 'icu-minify/compile';
import { afterEach, expect, test } from 'vitest';
import { IN_DATA } from './in-data.ts';
import { keyOf } from './key-of.ts';
import { directionOf, pickLocale } from './locales.ts';
import { speak } from './language.ts';
import { inWordsOf } from './load-language.ts';
import { inData, message, say, sayData } from './say.ts';
import { sayParts } from './say-parts.ts';

afterEach(() => speak());

test('English stands in the code', () => {
  expect(say('Settings')).toBe('Settings');
  expect(say('Undo: {step}', { step: 'Verdict' })).toBe('Undo: Verdict');
});

test('a number chooses its form and is written with its separators', () => {
  const sayChanges = (n: number) => say('{n, plural, one {# change} other {# changes}}', { n });
  expect([0, 1, 2, 12_345].map(sayChanges)).toEqual(['0 changes', '1 change', '2 changes', '12,345 changes']);
});

test('a label that was marked is said later', () => {
  const label = message('Library');
  expect(say(label)).toBe('Library');
});

test('what stands in tags is made into parts, in the order of the sentence', () => {
  const parts = sayParts('Press <key>?</key> for {what}.', {
    what: 'help',
    key: (words) => ({ key: words }),
  });
  expect(parts).toEqual(['Press ', { key: '?' }, ' for help.']);
});

test('what a message must be told is a matter of types', () => {
  // Each line is an error unless the type refuses it.
  const refused = (): unknown => [
    // @ts-expect-error -- an argument is missing
    say('Undo: {step}'),
    // @ts-expect-error -- an argument is surplus
    say('Settings', { step: 'x' }),
    // @ts-expect-error -- an argument has another name
    say('Undo: {step}', { steps: 'x' }),
    // @ts-expect-error -- a number is not declared as one
    say('Undo: {step}', { step: 1 }),
    // @ts-expect-error -- words that are not in the code are in no catalogue
    say(['Settings'].join('')),
  ];
  expect(refused).toBeTypeOf('function');
});

test('words with two meanings are looked up in their context', () => {
  const translate = (english: string, context: string, translation: string) => ({
    [keyOf(compile(english), context)]: compile(translation),
  });
  speak(
    inWordsOf(
      { ...translate('Context', '', 'Kontext'), ...translate('Context', 'stance', 'Hintergrund') },
      'de',
    ),
  );
  expect(say('Context')).toBe('Kontext');
  expect(say(message('Context', 'stance'))).toBe('Hintergrund');
  expect(say(message('Context', 'another'))).toBe('Context');
});

test('words of a rating scale stay as they are kept, and are said in the language; those of a person are said as they are', () => {
  const label: string = inData('Half true');
  speak(inWordsOf({ [keyOf(compile('Half true'), IN_DATA)]: compile('Halb wahr') }, 'de'));
  expect(label).toBe('Half true');
  expect([sayData(label), sayData('Pants on fire')]).toEqual(['Halb wahr', 'Pants on fire']);
});

test('what is told in the other direction is kept apart, so that it does not mix up the sentence around it', () => {
  expect(say('Undo: {step}', { step: 'حكم' })).toBe('Undo: \u2068حكم\u2069');
  speak(inWordsOf({ [keyOf(compile('Undo: {step}'), '')]: compile('تراجع: {step}') }, 'ar'));
  expect(say('Undo: {step}', { step: 'Verdict (1)' })).toBe('تراجع: \u2068Verdict (1)\u2069');
  expect(say('Undo: {step}', { step: 'حكم' })).toBe('تراجع: حكم');
});

test.each([
  [['de-CH', 'en'], 'de'],
  [['DE'], 'de'],
  [['en-US', 'de'], 'en'],
  [['fi', 'sv'], 'en'],
  [[], 'en'],
])('a browser that asks for %s gets %s', (asked, locale) => {
  expect(pickLocale(asked)).toBe(locale);
});

test('only Arabic is written from the right', () => {
  expect(['en', 'ar', 'de', 'es', 'fr', 'ja'].filter((locale) => directionOf(locale) === 'rtl')).toEqual([
    'ar',
  ]);
});
