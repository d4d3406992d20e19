import { digestText, type Range } from '../domain/article.ts';
import { isDangerousAddress } from '../domain/link.ts';
import type { DraftArticle } from '../domain/start-fact-check.ts';
import { runAtOnce } from '../domain/steps.ts';
import { say } from '../messages/say.ts';
import { directionOf } from './direction.ts';
import { findSentences } from './find-sentences.ts';
import { detectLanguage } from './language.ts';
import type { LaidOutText } from './laid-out-text.ts';
import { readPlainText } from './plain-text.ts';
import { SEGMENTER_VERSION } from './segment/segment.ts';
import type { TextAnswer, TextRequest } from './text-worker.ts';
import { composeTitle } from './title.ts';
import { stopped, type ReadingHand } from './reading-hand.ts';
import { findTooMany, findTrouble, LONGEST_HTML, LONGEST_TEXT, NOTHING_TO_READ } from './trouble.ts';

const ORIGIN_FIELDS = ['byline', 'publisher', 'url', 'publishedAt'] as const;

/** What is known about an article. Empty fields count as not given. */
export interface ArticleDetails {
  readonly title?: string;
  /** BCP 47 tag; found from the text when not given. */
  readonly language?: string;
  /** Follows from language and letters when not given. */
  readonly direction?: Direction;
  readonly byline?: string;
  readonly publisher?: string;
  readonly url?: string;
  /** As printed: a date or an instant. */
  readonly publishedAt?: string;
}

export type Direction = DraftArticle['direction'];

/** A text as it came, or as a reader of files has laid it out. */
export type ArticleBody =
  | { readonly kind: 'plain' | 'markdown' | 'html'; readonly text: string }
  | { readonly kind: 'laid-out'; readonly content: LaidOutText };

/** What a person pasted or opened, with what is known about it. */
export type NewArticle = ArticleBody & ArticleDetails;

export type ArticleInput = NewArticle & {
  /** UTC instant. */
  readonly retrievedAt: string;
};

type Origin = Pick<DraftArticle, (typeof ORIGIN_FIELDS)[number]>;

export type MadeArticle =
  | { readonly ok: true; readonly article: DraftArticle }
  | { readonly ok: false; readonly problem: string };

/**
 * An article from a text, ready for a fact check: blocks, links, language, direction, sentences (each within one block)
 * and digest. `problem` is a sentence for the person: the text is empty, is no text at all or is too long; the language
 * or the address is not one; or it was stopped. Linear in the length of the text. HTML and long texts are read in a worker,
 * which needs a browser. The hand is told how much of a laid out text has its sentences.
 */
export async function makeArticle(input: ArticleInput, hand: ReadingHand = {}): Promise<MadeArticle> {
  const problem = findWrongDetail(input);
  if (problem !== null) return { ok: false, problem };
  const laidOut = await layOut(input, hand.signal ? { signal: hand.signal } : {});
  if (!laidOut.ok) return laidOut;
  const { text, blocks, links } = laidOut.content;
  const language = canonicalTag(input.language ?? '') ?? detectLanguage(text);
  const sentences = await sentencesOf(laidOut.content, language, hand);
  if (sentences === null) return stopped();
  const tooMany = findTooMany({ sentences: sentences.length });
  if (tooMany !== null) return { ok: false, problem: tooMany };
  const article = {
    title: input.title?.trim() || composeTitle(text, blocks, sentences),
    ...readOrigin(input),
    retrievedAt: input.retrievedAt,
    language,
    direction: input.direction ?? directionOf(language, text),
    text,
    blocks,
    links,
    sentences,
    segmenter: SEGMENTER_VERSION,
    sha256: await digestText(text),
  };
  return hand.signal?.aborted === true ? stopped() : { ok: true, article };
}

export type LaidOut =
  | { readonly ok: true; readonly content: LaidOutText }
  | { readonly ok: false; readonly problem: string };

/**
 * What an article is going to consist of. `problem` is a sentence for the person. The readers of markup are loaded when
 * there is some.
 */
export async function layOut(article: NewArticle, hand: ReadingHand = {}): Promise<LaidOut> {
  if (article.kind !== 'laid-out') {
    const problem = findTrouble(article.text, article.kind === 'html' ? LONGEST_HTML : LONGEST_TEXT);
    if (problem !== null) return { ok: false, problem };
  }
  const content = await readBody(article, hand);
  if (content === null) return stopped();
  const problem =
    content.blocks.length === 0
      ? say(NOTHING_TO_READ)
      : (findTrouble(content.text, LONGEST_TEXT) ?? findTooMany({ blocks: content.blocks.length }));
  return problem === null ? { ok: true, content } : { ok: false, problem };
}

/** UTF-16 units that are read sooner than a worker starts. */
const SHORT_MARKDOWN = 20_000;
const SHORT_TEXT = 100_000;

/** Null when it was stopped. */
async function readBody(article: NewArticle, hand: ReadingHand): Promise<LaidOutText | null> {
  switch (article.kind) {
    case 'laid-out':
      return article.content;
    case 'plain':
      return article.text.length <= SHORT_TEXT
        ? readPlainText(article.text)
        : askTextWorker({ kind: 'plain', text: article.text }, hand);
    case 'markdown':
      return article.text.length <= SHORT_MARKDOWN
        ? (await import('./markdown.ts')).readMarkdown(article.text)
        : askTextWorker({ kind: 'markdown', text: article.text }, hand);
    case 'html':
      return (await import('./ask-html-worker.ts')).askHtmlWorker(
        { kind: 'piece', html: article.text, page: article.url },
        hand,
      );
  }
}

/** Null when it was stopped. */
async function sentencesOf(
  { text, blocks }: LaidOutText,
  language: string,
  hand: ReadingHand,
): Promise<readonly Range[] | null> {
  return text.length <= SHORT_TEXT
    ? runAtOnce(findSentences(text, blocks, language))
    : askTextWorker({ kind: 'sentences', text, blocks, language }, hand);
}

/** Loaded where it is needed: it brings what knows of workers, which needs a browser. */
async function askTextWorker<Request extends TextRequest>(
  request: Request,
  hand: ReadingHand,
): Promise<TextAnswer<Request> | null> {
  return (await import('./ask-text-worker.ts')).askTextWorker(request, hand);
}

function findWrongDetail({ language = '', url = '' }: ArticleDetails): string | null {
  if (language !== '' && canonicalTag(language) === null) {
    return say('“{language}” is not the name of a language. Use a tag such as en, pt-BR or zh-Hant.', {
      language,
    });
  }
  return isDangerousAddress(url)
    ? say('The address of the article is not a web address (http, https, doi or urn).')
    : null;
}

/** Null for what is not a BCP 47 tag, the empty string included. */
function canonicalTag(language: string): string | null {
  try {
    return Intl.getCanonicalLocales(language)[0] ?? null;
  } catch {
    return null;
  }
}

function readOrigin(input: ArticleDetails): Origin {
  const origin: { -readonly [Field in keyof Origin]: Origin[Field] } = {};
  for (const field of ORIGIN_FIELDS) {
    const value = input[field]?.trim() ?? '';
    if (value !== '') origin[field] = value;
  }
  return origin;
}
