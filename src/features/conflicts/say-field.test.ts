import { expect, test } from 'vitest';
import { createSmallDesk, FIRST } from '../../domain/testing/small-fact-check.ts';
import { nameField, sayValue } from './say-field.ts';

test.each<[path: string, value: unknown, name: string, said: string]>([
  ['claim.statement', '13 soldiers  died', 'Claim', '13 soldiers  died'],
  ['ratingId', 'mostly-true', 'Verdict', 'Mostly true'],
  ['ratingId', 'nobody-knows', 'Verdict', 'nobody-knows'],
  ['ratingId', null, 'Verdict', '–'],
  ['conclusion', '', 'Conclusion', '–'],
  ['conclusion', 'not-checkable', 'Conclusion', 'not-checkable'],
  ['checkability', 'not-checkable', 'Checkable', 'not checkable'],
  ['scaleId', 'linecheck', 'Rating scale', 'Linecheck'],
  ['sourceId', 's9', 'Source', 's9'],
  ['tags', ['a', 'naïve, café'], 'Tags', 'a, naïve, café'],
  ['tags', [], 'Tags', '–'],
  ['targets', [FIRST], 'Words', '“Thirteen soldiers died.”'],
  ['archives', [{ url: 'https://a.example' }], 'Archived copies', 'https://a.example'],
  ['publishedAt', '2021-08-26', 'Published', '26 Aug 2021'],
  ['claim.saidAt', '2021-08', 'Said', 'August 2021'],
  ['claim.saidAt', 'in summer 2021', 'Said', 'in summer 2021'],
  ['publishedAt', '2021-02-31', 'Published', '2021-02-31'],
  ['mood', { a: 1 }, 'mood', '{"a":1}'],
  ['moods', [null, 1, { a: 1 }], 'moods', 'null, 1, {"a":1}'],
])('%s %j is shown as %s: %s', (path, value, name, said) => {
  const factCheck = createSmallDesk().factCheck();
  expect(nameField(path)).toBe(name);
  expect(sayValue(factCheck, path, value)).toBe(said);
});
