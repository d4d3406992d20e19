import { expect, test } from 'vitest';
import { bodyOfPasted, type Pasted } from './pasted-body.ts';

const PLAIN: Pasted = { text: 'Four of 5 agree.', html: null };
const RICH: Pasted = {
  ...PLAIN,
  html: { markup: '<p>Four of 5 <a href="https://example.org/">agree</a>.</p>', shownAs: 'Four of 5 agree.' },
};

test('a text that was typed is plain', () => {
  expect(bodyOfPasted(PLAIN)).toEqual({ text: 'Four of 5 agree.', kind: 'plain' });
});

test('HTML from the clipboard is used while the field shows what was pasted', () => {
  expect(bodyOfPasted(RICH)).toEqual({ kind: 'html', text: RICH.html?.markup });
});

test('text that was edited after pasting goes before the HTML that it no longer agrees with', () => {
  expect(bodyOfPasted({ ...RICH, text: 'Three of 5 agree.' })).toEqual({
    text: 'Three of 5 agree.',
    kind: 'plain',
  });
});
