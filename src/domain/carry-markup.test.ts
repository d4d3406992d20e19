import fc from 'fast-check';
import * as v from 'valibot';
import { expect, test } from 'vitest';
import type { Article } from './article.ts';
import { articleSchema } from './article.ts';
import { carryMarkup } from './carry-markup.ts';
import { createSmallDesk } from './testing/small-fact-check.ts';
import { articleOf } from './fact-check.ts';

type Markup = Pick<Article, 'blocks' | 'links'>;

/** Paragraphs, as a reader of plain text finds them. */
function draftOf(...paragraphs: readonly string[]) {
  const text = paragraphs.join('\n\n');
  let reached = 0;
  const blocks = paragraphs.map((words) => {
    const start = reached;
    reached += words.length + 2;
    return { kind: 'paragraph' as const, start, end: start + words.length };
  });
  return { ...articleOf(createSmallDesk().factCheck()), text, blocks, links: [], sentences: [] };
}

const WAS = draftOf('The flood', 'It rose by four metres, they say.', 'Nobody was hurt.');
const MARKUP: Markup = {
  blocks: [
    { kind: 'heading', level: 2, start: 0, end: 9 },
    { kind: 'quote', start: 11, end: 44 },
    { kind: 'list-item', ordered: true, start: 46, end: 62 },
  ],
  links: [
    { start: 22, end: 33, href: 'https://example.org/gauge' },
    { start: 57, end: 61, href: 'https://example.org/hurt' },
  ],
};

const carried = (...paragraphs: readonly string[]) => {
  const draft = carryMarkup(MARKUP, draftOf(...paragraphs));
  return {
    kinds: draft.blocks.map(({ kind, level, ordered }) => level ?? ordered ?? kind),
    links: draft.links.map(({ start, end, href }) => [draft.text.slice(start, end), href.at(-1)]),
  };
};

test('a text of as many blocks keeps their kinds, and the links of those that are as long', () => {
  expect(WAS.text.slice(22, 33)).toBe('four metres');
  expect(carried('The flood', 'It rose by five metres, they say.', 'Nobody at all was hurt.')).toEqual({
    kinds: [2, 'quote', true],
    links: [['five metres', 'e']],
  });
});

test('where a block came or went, those before it and behind it keep what they had', () => {
  expect(carried('The flood', 'New words.', 'And more.', 'Nobody was hurt.')).toEqual({
    kinds: [2, 'paragraph', 'paragraph', true],
    links: [['hurt', 't']],
  });
});

test('a link whose words are others, so that it would begin within one, is left out', () => {
  expect(carried('The flood', 'It sank overnight by eleven feet.', 'Nobody was hurt.').links).toEqual([
    ['hurt', 't'],
  ]);
});

test('whatever the older ranges are, what comes out is an article', () => {
  const range = fc
    .tuple(fc.nat(80), fc.nat(80))
    .map(([a, b]) => ({ start: Math.min(a, b), end: Math.max(a, b) }));
  const ordered = fc
    .array(range, { maxLength: 5 })
    .map((ranges) =>
      ranges
        .toSorted((a, b) => a.start - b.start)
        .filter(({ start }, i, all) => all.slice(0, i).every((before) => before.end <= start)),
    );
  fc.assert(
    fc.property(
      ordered,
      ordered,
      fc.array(fc.constantFrom('It rained.', 'A', 'Nobody was hurt at all.')),
      (a, b, words) => {
        const markup: Markup = {
          blocks: a.map((one) => ({ kind: 'quote', ...one })),
          links: b.map((one) => ({ href: 'https://example.org/', ...one })),
        };
        expect(v.safeParse(articleSchema, carryMarkup(markup, draftOf(...words))).success).toBe(true);
      },
    ),
  );
});
