import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  articleOf,
  gatherFactCheck,
  recordsOf,
  type AnyRecord,
  type FactCheck,
} from '../domain/fact-check.ts';
import { arbitraryFactCheck } from '../domain/testing/arbitrary-fact-check.ts';
import { FORMATS } from './formats.ts';
import { CONTEXT } from './testing/at-once.ts';

/** What each name of a text is called in a loss report, in one of its sentences. */
const CALLED: Readonly<Record<string, RegExp>> = {
  statement: /claims? as checked|claims? without|no claim|marks?/,
  claimant: /claimant|no claim|claims? without/,
  role: /roles? of (?:a )?claimant|claimant|no claim|claims? without/,
  reason: /reasons? for nothing|marks? that nothing|no claim/,
  tag: /\btags?\b|no claim/,
  conclusion: /conclusion|verdict/i,
  wording: /wordings?\b|no claim/,
  unknowns: /notes? on what|no claim/,
  quote: /quoted passage|pieces? of evidence/,
  locator: /places? in (?:a )?source|only the sources/i,
  note: /notes? on evidence|only the sources/i,
  articleTitle: /its title|only the sources/i,
  byline: /its author|only the sources/i,
  articlePublisher: /its publisher|only the sources/i,
  definition: /definitions? of|only the sources/i,
  keeper: /who keeps? (?:an )?archived|archived cop(?:y|ies)|further archived|\bsources?\b/,
  title: /\bsources?\b|titles? of/,
  author: /authors|sources?(?:,| and| that nothing| are| is)|pieces? of evidence/,
  publisher: /publishers?|sources?(?:,| and| that nothing| are| is)|pieces? of evidence/,
  sourceNote: /notes? on (?:a )?source|sources? that nothing/,
};

/** The fact check with a word of its own in the place of each text, and these words by the name of the text. */
function withTokens(factCheck: FactCheck): {
  readonly marked: FactCheck;
  readonly tokens: readonly (readonly [name: string, token: string])[];
} {
  const tokens: [string, string][] = [];
  const token = (name: string): string => {
    const word = `Token${tokens.length}x`;
    tokens.push([name, word]);
    return word;
  };
  const mark = (record: AnyRecord): AnyRecord => {
    switch (record.type) {
      case 'annotation':
        return {
          ...record,
          claim: {
            ...record.claim,
            statement: token('statement'),
            claimant: { name: token('claimant'), role: token('role') },
          },
          ...(record.checkability === 'not-checkable' ? { reason: token('reason') } : { reason: '' }),
          tags: record.tags.map(() => token('tag')),
        };
      case 'verdict':
        return {
          ...record,
          conclusion: token('conclusion'),
          suggestedWording: token('wording'),
          unknowns: token('unknowns'),
        };
      case 'evidence':
        return { ...record, quote: token('quote'), locator: token('locator'), note: token('note') };
      case 'source':
        return {
          ...record,
          title: token('title'),
          authors: record.authors.map(() => token('author')),
          publisher: token('publisher'),
          note: token('sourceNote'),
          archives: record.archives.map((archive) => ({ ...archive, provider: token('keeper') })),
        };
      case 'article':
        // Another draft is told of as a whole.
        if (record.id !== articleOf(factCheck).id) return record;
        return {
          ...record,
          title: token('articleTitle'),
          byline: token('byline'),
          publisher: token('articlePublisher'),
        };
      case 'rating-scale':
        return {
          ...record,
          ratings: record.ratings.map((rating) => ({ ...rating, definition: token('definition') })),
        };
      case 'fact-check':
      case 'reviewer':
      case 'history':
        return record;
    }
  };
  const marked = gatherFactCheck(factCheck.id, recordsOf(factCheck).map(mark));
  return { marked, tokens };
}

/** With an older draft in which the first annotation still stands, and the second one’s words were judged. */
function withSecondDraft(factCheck: FactCheck): FactCheck {
  const article = articleOf(factCheck);
  const [first, second] = factCheck.tables.annotation.keys();
  return gatherFactCheck(factCheck.id, [
    { ...article, id: 'older', text: `${article.text} More.`, sha256: 'a'.repeat(64) },
    ...recordsOf(factCheck).map((record): AnyRecord => {
      if (record.type === 'annotation' && record.id === first) return { ...record, articleId: 'older' };
      const isOfSecond = record.type === 'verdict' && record.annotationId === second;
      return isOfSecond ? { ...record, reading: 'other words' } : record;
    }),
  ]);
}

const WRITTEN = new Set([
  'w3c',
  'csv',
  'claim-review',
  'averitec',
  'fever',
  'label-studio',
  'doccano',
  'csl-json',
  'bibtex',
]);

describe.each(FORMATS.filter(({ id }) => WRITTEN.has(id)))('$id', ({ out }) => {
  test('holds every text of a fact check, or says in its loss report what kind of text it does not hold', async () => {
    const writer = await out?.load();
    await fc.assert(
      fc.asyncProperty(arbitraryFactCheck(), async (factCheck) => {
        const { marked, tokens } = withTokens(withSecondDraft(factCheck));
        const options = {
          ...Object.fromEntries(writer?.options?.(marked, {}).map(({ id, initial }) => [id, initial]) ?? []),
          publisher: 'Desk',
          [`report-address/${marked.id}`]: 'https://desk.example/',
        };
        const result = await writer?.serialise(marked, { ...CONTEXT, options });
        if (!result?.ok) return;
        const text = result.files.map((file) => file.text).join('\n');
        const loss = result.loss.join('\n');
        const silent = tokens.filter(([name, word]) => !text.includes(word) && !CALLED[name]?.test(loss));
        expect(silent).toEqual([]);
      }),
    );
  });
});
