import { expect, test } from 'vitest';
import { isTooDeep } from './html-depth.ts';

test.each([
  ['divisions in each other', '<div>'.repeat(3000), true],
  ['letters that are bold ever again', '<b>a'.repeat(3000), true],
  ['divisions beside each other', '<div>a</div>'.repeat(3000), false],
  ['paragraphs that nobody ends', '<p>a<br>'.repeat(3000), false],
  ['a long list', `<ul>${'<li>a'.repeat(3000)}</ul>`, false],
])('of %s it is known whether they lie too deep', (_, html, isDeep) => {
  expect(isTooDeep(html)).toBe(isDeep);
});
