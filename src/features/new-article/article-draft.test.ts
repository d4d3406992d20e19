import { beforeEach, expect, test } from 'vitest';
import type { LaidOutText } from '../../ingest/laid-out-text.ts';
import {
  editArticleDetails,
  forgetArticleDraft,
  forgetPastedDetails,
  presentDraft,
  proposeArticle,
  proposePasted,
} from './article-draft.ts';

const BRIDGE =
  'The bridge is 92 metres long. It was built in 1887 by the town of Leith, which paid for it with a loan. Nobody has measured it since.';
const FERRY =
  'Ferries carried 104,000 people last year, the company says. Its own tables have 98,000. It did not answer our questions.';

beforeEach(() => {
  forgetArticleDraft();
  forgetPastedDetails();
});

function laidOut(text: string): LaidOutText {
  return { text, blocks: [{ kind: 'paragraph', start: 0, end: text.length }], links: [] };
}

function details(): { readonly title: string; readonly byline: string } {
  const { title = '', byline = '' } = presentDraft()?.details ?? {};
  return { title, byline };
}

test.each([
  ['the same text', BRIDGE],
  ['the text with a sentence more', `${BRIDGE} That was in 1990.`],
  ['the text with a word mended', BRIDGE.replace('1887', '1878')],
  ['the text with other line breaks', BRIDGE.replaceAll('. ', '.\n\n')],
  ['the half of it', BRIDGE.slice(60)],
])('what was said of a pasted text stays said of %s', (_, edited) => {
  proposePasted(laidOut(BRIDGE));
  editArticleDetails({ title: 'The bridge', byline: 'A. Writer' });
  proposePasted(laidOut(edited));
  expect(details()).toEqual({ title: 'The bridge', byline: 'A. Writer' });
});

test.each([
  [BRIDGE, FERRY],
  ['Prices fell.', 'Nobody answered us.'],
  ['橋は九十二メートルです。', '乗客は十万人でした。'],
])('nothing that was said of a pasted text is said of another in its place', (first, second) => {
  proposePasted(laidOut(first));
  editArticleDetails({ title: 'The bridge', byline: 'A. Writer' });
  proposePasted(laidOut(second));
  expect(details()).toEqual({ title: '', byline: '' });
});

test('a file that is opened in between loses nothing of what was said of the pasted text', () => {
  proposePasted(laidOut(BRIDGE));
  editArticleDetails({ title: 'The bridge' });
  proposeArticle({ article: { text: FERRY, kind: 'plain' }, dropped: [], notes: [] }, 'ferry.txt');
  editArticleDetails({ byline: 'Somebody else' });
  forgetArticleDraft();
  proposePasted(laidOut(BRIDGE));
  expect(details()).toEqual({ title: 'The bridge', byline: '' });
});

test('once it is kept, nothing of it goes along to the next', () => {
  proposePasted(laidOut(BRIDGE));
  editArticleDetails({ title: 'The bridge' });
  forgetArticleDraft();
  forgetPastedDetails();
  proposePasted(laidOut(BRIDGE));
  expect(details().title).toBe('');
});
