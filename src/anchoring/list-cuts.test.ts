import { expect, test } from 'vitest';
import { listCuts } from './list-cuts.ts';

test.each([
  ['It rained. It cost $4.1 million.', 'en', 'It |rained. |It |cost |$4.1 |million.'],
  ['“Why?” (He left.) “No.”', 'en', '“Why?” |(He |left.) |“No.”'],
  ['雨が降った。橋は残った。', 'ja', '雨|が|降|っ|た。|橋|は|残|っ|た。'],
  ['Word', 'en', 'Word'],
  ['', 'en', ''],
])('%j can be cut before its words', (text, language, marked) => {
  const cuts = listCuts(text, { start: 0, end: text.length }, language);
  expect([0, ...cuts].map((at, i) => text.slice(at, cuts[i] ?? text.length)).join('|')).toBe(marked);
});

test('of the text around it nothing is cut', () => {
  expect(listCuts('One. Two words. Three.', { start: 5, end: 15 }, 'en')).toEqual([9]);
});
