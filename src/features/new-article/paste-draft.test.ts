import { expect, test } from 'vitest';
import { articleOfDraft, type PasteDraft } from './paste-draft.ts';

const PLAIN: PasteDraft = { text: 'Four of 5 agree.', html: null, title: '  ', language: null };
const RICH: PasteDraft = {
  ...PLAIN,
  html: { markup: '<p>Four of 5 <a href="https://example.org/">agree</a>.</p>', shownAs: 'Four of 5 agree.' },
};

test('a draft without title and language leaves both to be found in the text', () => {
  expect(articleOfDraft(PLAIN)).toEqual({ text: 'Four of 5 agree.', kind: 'plain' });
});

test('a title is trimmed and a chosen language goes along', () => {
  expect(articleOfDraft({ ...PLAIN, title: ' Poll ', language: 'ar' })).toEqual({
    text: 'Four of 5 agree.',
    kind: 'plain',
    title: 'Poll',
    language: 'ar',
  });
});

test('HTML from the clipboard is used while the field shows what was pasted', () => {
  expect(articleOfDraft(RICH)).toMatchObject({ kind: 'html', text: RICH.html?.markup });
});

test('text that was edited after pasting goes before the HTML that it no longer agrees with', () => {
  expect(articleOfDraft({ ...RICH, text: 'Three of 5 agree.' })).toEqual({
    text: 'Three of 5 agree.',
    kind: 'plain',
  });
});
