import type { Target } from '../../domain/annotation.ts';
import { digestText, type Article } from '../../domain/article.ts';
import type { ForeignTarget } from '../../domain/foreign-annotation.ts';
import type { ArrivedText, JudgedPlace } from '../../domain/arrival.ts';
import type { Pace } from '../../domain/steps.ts';
import { isAt, type FoundPlace } from './place-annotations.ts';

/** An annotation whose words have no place here, or other words in their place. */
export interface Homeless {
  readonly found: FoundPlace;
  /** As in the file, for pieces of which no words are known. */
  readonly targets: readonly ForeignTarget[];
}

/** A text of the file that is longer stands alone; shorter ones and bare quotes are gathered in one. */
const LONGEST_PASSAGE = 2000;

/**
 * The texts that words were judged in, as articles of the fact check: every annotation can then say on which words it
 * was made, whatever stands here. `places` are in the order of what came in.
 */
export async function gatherArrivedTexts(
  homeless: readonly Homeless[],
  { article, title, at }: { readonly article: Article; readonly title: string; readonly at: string },
  pace: Pace,
): Promise<{ readonly texts: readonly ArrivedText[]; readonly places: readonly JudgedPlace[] }> {
  const passages = createPassages();
  const drafts: { readonly text: string | null; readonly targets: readonly Target[] }[] = [];
  for (const one of homeless) {
    const { text, wanted, pieces } = one.found;
    const isWhole =
      wanted.length >= Math.max(pieces, 1) && wanted.every((target) => text !== null && isAt(text, target));
    if (text === null || !isWhole) drafts.push({ text: null, targets: quotesOf(one).map(passages.addQuote) });
    else if (text.length > LONGEST_PASSAGE) drafts.push({ text, targets: wanted });
    else drafts.push({ text: null, targets: passages.addText(text, wanted) });
    // oxlint-disable-next-line no-await-in-loop -- in slices on purpose
    await pace(drafts.length / homeless.length);
  }
  const gathered = passages.text();
  const texts = new Map<string, ArrivedText>();
  for (const text of new Set(drafts.map((draft) => draft.text ?? gathered))) {
    // oxlint-disable-next-line no-await-in-loop -- a few texts, one after the other
    texts.set(text, await makeText(text, { article, title, at }));
  }
  return {
    texts: [...texts.values()],
    places: drafts.map(({ text, targets }) => ({
      articleId: texts.get(text ?? gathered)?.id ?? article.id,
      targets,
    })),
  };
}

/** One text of many short ones, a paragraph each, and where they are in it. */
function createPassages(): {
  /** Returns the targets in `text` as they are in the gathered one. */
  readonly addText: (text: string, targets: readonly Target[]) => readonly Target[];
  readonly addQuote: (quote: Target['quote']) => Target;
  readonly text: () => string;
} {
  let passages = '';
  return {
    addText: (text, targets) => {
      const from = passages.length;
      passages += `${text}\n\n`;
      return targets.map((target) => shift(target, from));
    },
    addQuote: (quote) => {
      const start = passages.length + quote.prefix.length;
      passages += `${quote.prefix}${quote.exact}${quote.suffix}\n\n`;
      return { quote, position: { start, end: start + quote.exact.length } };
    },
    text: () => passages,
  };
}

/** What people see in the place of words of a note that is about none. */
const OF_THE_WHOLE = { exact: '[about the whole text, not about words in it]', prefix: '', suffix: '' };

function quotesOf({ found: { wanted, unsure }, targets }: Homeless): readonly Target['quote'][] {
  if (targets.length > 0) return targets.map((target) => quoteFor(target, unsure.get(target)));
  return wanted.length > 0 ? wanted.map(({ quote }) => quote) : [OF_THE_WHOLE];
}

/** What people see of a piece that has no words: that, and where it is said to be, or what its words may be. */
function quoteFor(
  { quote, position, hint }: ForeignTarget,
  maybe: readonly string[] | undefined,
): Target['quote'] {
  if (quote) return quote;
  if (maybe) {
    const words = maybe.map((one) => `“${one}”`).join(' or ');
    return { exact: `[one of these, as the characters were counted: ${words}]`, prefix: '', suffix: '' };
  }
  const where = hint ?? (position ? `characters ${position.start} to ${position.end}` : 'no place');
  return { exact: `[no words in the file, only: ${where}]`, prefix: '', suffix: '' };
}

function shift({ quote, position }: Target, by: number): Target {
  return { quote, position: { start: position.start + by, end: position.end + by } };
}

async function makeText(
  text: string,
  { article, title, at }: { readonly article: Article; readonly title: string; readonly at: string },
): Promise<ArrivedText> {
  const sha256 = await digestText(text);
  return {
    type: 'article',
    id: `text-${sha256.slice(0, 40)}`,
    title,
    retrievedAt: at,
    language: article.language,
    direction: article.direction,
    text,
    blocks: [{ kind: 'paragraph', start: 0, end: text.length }],
    links: [],
    // Nobody reads it sentence by sentence.
    sentences: [],
    segmenter: 'none',
    sha256,
  };
}
