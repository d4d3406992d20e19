import * as fc from 'fast-check';
import { parse } from 'parse5';
import { expect, test } from 'vitest';
import { gatherFactCheck, recordsOf, type FactCheck } from '../domain/fact-check.ts';
import { arbitraryFactCheck } from '../domain/testing/arbitrary-fact-check.ts';
import { addressOptionOf, CLAIM_REVIEW } from './claim-review.ts';
import type { ExportResult } from './format.ts';
import { CONTEXT } from './testing/at-once.ts';
import { sampleFactCheck } from './testing/sample-fact-check.ts';

function optionsFor(factCheck: FactCheck): Readonly<Record<string, string>> {
  return { publisher: 'Desk </script>', [addressOptionOf(factCheck)]: 'https://desk.example/report' };
}

interface Review {
  readonly url: string;
  readonly claimReviewed: string;
  readonly author: { readonly name: string };
  readonly reviewRating: { readonly alternateName: string; readonly ratingValue?: number };
  readonly itemReviewed: object;
}

function reviewsIn(result: ExportResult): readonly Review[] {
  if (!result.ok) return [];
  return (JSON.parse(result.files[0].text) as { '@graph': Review[] })['@graph'];
}

test('whatever is written, each review has what Google requires, and the script block holds the same', async () => {
  await fc.assert(
    fc.asyncProperty(arbitraryFactCheck(), async (factCheck) => {
      const result = await CLAIM_REVIEW.serialise(factCheck, { ...CONTEXT, options: optionsFor(factCheck) });
      const reviews = reviewsIn(result);
      const incomplete = reviews.filter(
        ({ url, claimReviewed, author, reviewRating }) =>
          !/^https:.*#claim-\d+$/.test(url) ||
          claimReviewed === '' ||
          author.name === '' ||
          reviewRating.alternateName === '',
      );
      expect(incomplete).toEqual([]);
      const block = result.ok ? (result.files[1]?.text ?? '') : '<script></script>';
      expect(block.match(/<\/script/gi)).toHaveLength(1);
      expect(JSON.stringify(parse(block, { sourceCodeLocationInfo: false }).childNodes.length)).toBe('1');
      const inside = block.slice(block.indexOf('>') + 1, block.lastIndexOf('</script>'));
      expect(result.ok ? JSON.parse(inside) : []).toEqual(result.ok ? JSON.parse(result.files[0].text) : []);
    }),
  );
});

test('a rating that is no degree of truth gets no number', async () => {
  const factCheck = await sampleFactCheck();
  const options = optionsFor(factCheck);
  const result = await CLAIM_REVIEW.serialise(factCheck, { ...CONTEXT, reviewerId: 'ana', options });
  expect(
    reviewsIn(result).map(({ reviewRating }) => [reviewRating.alternateName, reviewRating.ratingValue]),
  ).toEqual([
    ['Mostly false', 2],
    ['Misleading', undefined],
  ]);
});

test.each<[string, { readonly publisher?: string; readonly address?: string }, RegExp]>([
  ['a publisher', { address: 'https://desk.example/' }, /name its author/],
  ['an address', { publisher: 'Desk' }, /where it can be read/],
  ['a web address', { publisher: 'Desk', address: 'mailto:a@b.c' }, /where it can be read/],
])('without %s nothing is written, for a reason', async (_, { publisher = '', address = '' }, said) => {
  const factCheck = await sampleFactCheck();
  const options = { publisher, [addressOptionOf(factCheck)]: address };
  const result = await CLAIM_REVIEW.serialise(factCheck, { ...CONTEXT, options });
  expect(result.ok ? [] : result.problems).toEqual([expect.stringMatching(said)]);
});

test('a date that is in no calendar is written as far as it is one, and a blank rating is named', async () => {
  const factCheck = await sampleFactCheck();
  const changed = gatherFactCheck(
    factCheck.id,
    recordsOf(factCheck).map((record) => {
      if (record.type === 'annotation')
        return { ...record, claim: { ...record.claim, saidAt: '2021-02-30' } };
      if (record.type === 'rating-scale')
        return { ...record, ratings: record.ratings.map((rating) => ({ ...rating, label: ' ' })) };
      return record.type === 'article' ? { ...record, publishedAt: '2021-13-45' } : record;
    }),
  );
  const result = await CLAIM_REVIEW.serialise(changed, { ...CONTEXT, options: optionsFor(changed) });
  const [review] = reviewsIn(result);
  expect(review?.itemReviewed).toMatchObject({
    datePublished: '2021-02',
    appearance: { datePublished: '2021' },
  });
  expect(review?.reviewRating.alternateName.trim()).not.toBe('');
});

test('who wrote a source is a person or an organisation only where that is known', async () => {
  const factCheck = await sampleFactCheck();
  const authors = ['Lund, Per-Erik', 'Coast Guard', 'John Smith', 'Marks and Spencer, plc'];
  const changed = gatherFactCheck(
    factCheck.id,
    recordsOf(factCheck).map((record) =>
      record.type === 'source' ? { ...record, authors, publisher: 'Coast Guard' } : record,
    ),
  );
  const result = await CLAIM_REVIEW.serialise(changed, { ...CONTEXT, options: optionsFor(changed) });
  expect(reviewsIn(result)[0]).toMatchObject({
    citation: [
      {
        author: [
          { '@type': 'Person', name: 'Per-Erik Lund', familyName: 'Lund', givenName: 'Per-Erik' },
          { '@type': 'Organization', name: 'Coast Guard' },
        ],
        creditText: 'John Smith; Marks and Spencer, plc',
      },
      {},
    ],
  });
});

test('a date in words is no date for search engines, and is counted among what is lost', async () => {
  const factCheck = await sampleFactCheck();
  const changed = gatherFactCheck(
    factCheck.id,
    recordsOf(factCheck).map((record) =>
      record.type === 'annotation'
        ? { ...record, claim: { ...record.claim, saidAt: 'last Monday' } }
        : record.type === 'source'
          ? { ...record, publishedAt: 'spring 2020' }
          : record,
    ),
  );
  const result = await CLAIM_REVIEW.serialise(changed, { ...CONTEXT, options: optionsFor(changed) });
  // Two claims, and the two sources that they cite.
  expect(result.ok && result.loss).toContainEqual(expect.stringMatching(/^4 dates are written in words/));
});

test('the address is asked for each fact check anew: it is that of one report', async () => {
  const factCheck = await sampleFactCheck();
  const idsOf = (one: FactCheck): readonly string[] =>
    CLAIM_REVIEW.options?.(one, {}).map(({ id }) => id) ?? [];
  const shared = idsOf(factCheck).filter((id) => idsOf({ ...factCheck, id: 'another' }).includes(id));
  expect(shared).toEqual(['publisher', 'publisher-address']);
});

test.each([
  [{}, []],
  [{ 'publisher-address': 'https://desk.example' }, ['https://desk.example/ferry-figures']],
  [
    {
      'publisher-address': 'https://desk.example',
      'report-address/other': 'https://desk.example/checks/a-claim',
    },
    ['https://desk.example/checks/ferry-figures'],
  ],
  [{ 'publisher-address': 'javascript:alert(1)', 'report-address/other': 'no address' }, []],
])('of %j the address of a report is suggested as %j', async (chosen, suggestions) => {
  const options = CLAIM_REVIEW.options?.(await sampleFactCheck(), chosen) ?? [];
  expect(options.at(-1)).toMatchObject({ initial: '', suggestions });
});
