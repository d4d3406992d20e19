import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  articleOf,
  gatherFactCheck,
  recordsOf,
  type AnyRecord,
  type FactCheck,
} from '../domain/fact-check.ts';
import type { Id } from '../domain/record.ts';
import { arbitraryFactCheck } from '../domain/testing/arbitrary-fact-check.ts';
import { FORMATS } from './formats.ts';
import { CONTEXT } from './testing/at-once.ts';

/** So many of them, as a sentence or a line of a loss report says it. */
const said = (what: string): RegExp => new RegExp(`(\\d+) (?:${what})`, 'g');
/** The same in the line about this subject. */
const listed = (subject: string, what: string): RegExp =>
  new RegExp(`(?<=^${subject}: (?:.*[, ])?)(\\d+) (?:${what})`, 'gm');
/** Without a number: all of it. */
const whole = (subject: string, what: string): RegExp => new RegExp(`^${subject}: .*\\b${what}\\b`, 'gm');

const NOT_WRITTEN = said('claims? without (?:a label|a verdict and a conclusion)');
const MARKS_LOST = listed('Claims', 'marks? that nothing is to be checked');
const OTHER_VERDICTS = listed('Verdicts', 'verdicts? of (?:an)?other reviewers?');
const EVIDENCE_LOST = said('pieces? of evidence for what is not there');
const SOURCES_LOST = [
  listed('Sources', 'sources?(?! that)'),
  listed('Sources', 'sources? that nothing cites'),
  listed('What is no claim', 'sources?'),
  said('sources? that do(?:es)? not bear a label out'),
  EVIDENCE_LOST,
];

/** In which words the loss of a text is told of, by its name. Of a mark that nothing is to be checked it may be told apart. */
const CALLED: Readonly<Record<string, readonly RegExp[]>> = {
  ...ofAnnotation('statement', 'claims? as checked', [NOT_WRITTEN]),
  ...ofAnnotation('claimant', 'claimants?', [NOT_WRITTEN]),
  ...ofAnnotation('role', 'roles? of (?:a )?claimants?', [listed('Claims', 'claimants?'), NOT_WRITTEN]),
  reason: [listed('Claims', 'reasons? for nothing to check(?: in other words than stand here)?')],
  tag: [listed('Claims', 'tags?')],
  ...ofVerdict('conclusion', 'conclusions?', [
    said('conclusions? on what is not there'),
    said('conclusions? on other words than stand here'),
  ]),
  ...ofVerdict('wording', 'suggested wordings?|wordings? suggested for other words than stand here'),
  ...ofVerdict('unknowns', 'notes? on what (?:is|was) not known'),
  ...ofEvidence('quote', 'quoted passages?'),
  ...ofEvidence('locator', 'places? in (?:a )?sources?'),
  ...ofEvidence('note', 'notes? on evidence'),
  articleTitle: [whole('Article', 'its title')],
  byline: [whole('Article', 'its author')],
  articlePublisher: [whole('Article', 'its publisher')],
  definition: [listed('Verdicts', 'definitions? of (?:a )?ratings?')],
  keeper: [
    listed('Sources', 'names? of who keeps? (?:an )?archived cop(?:y|ies)'),
    listed('Sources', '(?:further )?archived cop(?:y|ies)(?! at)'),
    ...SOURCES_LOST,
  ],
  title: [said('titles? of (?:a )?sources? that (?:is|are) quoted'), ...SOURCES_LOST],
  author: [listed('Sources', 'lists? of authors'), ...SOURCES_LOST],
  publisher: [listed('Sources', 'publishers? of (?:a )?sources?'), ...SOURCES_LOST],
  sourceNote: [listed('Sources', 'notes? on (?:a )?sources?'), ...SOURCES_LOST],
};

/** What a source has is lost with it. */
const OF_A_SOURCE: ReadonlySet<string> = new Set(['keeper', 'title', 'author', 'publisher', 'sourceNote']);

function ofAnnotation(name: string, what: string, more: readonly RegExp[] = []): typeof CALLED {
  return {
    [name]: [listed('Claims', what), ...more],
    [`${name} of a mark`]: [listed('Claims', what), listed('What is no claim', what), MARKS_LOST],
  };
}

function ofVerdict(name: string, what: string, more: readonly RegExp[] = []): typeof CALLED {
  const always = [listed('Verdicts', what), OTHER_VERDICTS, ...more];
  return { [name]: always, [`${name} of a mark`]: [...always, listed('What is no claim', what)] };
}

function ofEvidence(name: string, what: string): typeof CALLED {
  const always = [listed('Evidence', what), EVIDENCE_LOST];
  return { [name]: always, [`${name} of a mark`]: [...always, listed('What is no claim', what)] };
}

/** How many of a text a loss report tells of. */
function countTold(name: string, loss: string): number {
  if (/^Only the sources are in the file/m.test(loss) && !OF_A_SOURCE.has(name)) return Infinity;
  const patterns = CALLED[name] ?? [];
  return patterns
    .flatMap((pattern) => [...loss.matchAll(pattern)])
    .reduce((sum, [, count]) => sum + (count === undefined ? Infinity : Number(count)), 0);
}

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
  const nameIn = (name: string, id: Id): string =>
    factCheck.tables.annotation.get(id)?.checkability === 'claim' ? name : `${name} of a mark`;
  const mark = (record: AnyRecord): AnyRecord => {
    switch (record.type) {
      case 'annotation':
        return {
          ...record,
          claim: {
            ...record.claim,
            statement: token(nameIn('statement', record.id)),
            claimant: { name: token(nameIn('claimant', record.id)), role: token(nameIn('role', record.id)) },
          },
          ...(record.checkability === 'not-checkable' ? { reason: token('reason') } : { reason: '' }),
          tags: record.tags.map(() => token('tag')),
        };
      case 'verdict':
        return {
          ...record,
          conclusion: token(nameIn('conclusion', record.annotationId)),
          suggestedWording: token(nameIn('wording', record.annotationId)),
          unknowns: token(nameIn('unknowns', record.annotationId)),
        };
      case 'evidence':
        return {
          ...record,
          quote: token(nameIn('quote', record.annotationId)),
          locator: token(nameIn('locator', record.annotationId)),
          note: token(nameIn('note', record.annotationId)),
        };
      case 'source':
        return {
          ...record,
          title: token('title'),
          // They are told of as a list.
          authors: record.authors.map((name, i) => (i === 0 ? token('author') : name)),
          publisher: token('publisher'),
          note: token('sourceNote'),
          // With a source that is lost all its copies are.
          archives: record.archives.map((archive, i) =>
            i === 0 ? { ...archive, provider: token('keeper') } : archive,
          ),
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
  'report-html',
  'report-markdown',
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
        const silent = countBy(tokens.flatMap(([name, word]) => (text.includes(word) ? [] : [name])));
        const untold = [...silent].filter(([name, count]) => count > countTold(name, loss));
        expect(untold).toEqual([]);
      }),
    );
  });
});

function countBy(names: readonly string[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1);
  return counts;
}
