import type { ArticleLink, Range } from '../../domain/article.ts';
import { linkTarget } from '../../domain/link.ts';
import { cutPieces, type Mark, type Piece } from '../../domain/marks.ts';
import type { Id } from '../../domain/record.ts';
import { formatSeries } from '../../messages/format-series.ts';
import { locale } from '../../messages/language.ts';
import { say } from '../../messages/say.ts';
import styles from './Reader.module.css';
import type { Attributes, Wanted } from './redraw.ts';

interface SentenceParts {
  readonly text: string;
  readonly range: Range;
  /** Index of the sentence in the article; null for the white space between two. */
  readonly sentence: number | null;
  /** Those that touch it. */
  readonly marks: readonly Mark[];
  readonly links: readonly ArticleLink[];
  /** The annotation that is open. */
  readonly currentId: Id | null;
}

/**
 * A sentence with its marks and links. Every stretch of its text is the one text node of an element with `data-start`
 * (see anchoring/dom-offsets): nothing else in here may contain text.
 */
export function wantSentence({ text, range, sentence, marks, links, currentId }: SentenceParts): Wanted {
  const isPlain = marks.length === 0 && links.length === 0;
  return {
    tag: 'span',
    look: sentence === null ? PLAIN : SENTENCE,
    attributes: {
      'data-sentence': sentence === null ? null : String(sentence),
      'data-start': isPlain ? String(range.start) : null,
    },
    content: isPlain
      ? text.slice(range.start, range.end)
      : stretchesOf(range, links).flatMap((stretch) => {
          const pieces = cutPieces(stretch, marks).flatMap((piece) => wantPiece(text, piece, currentId));
          return stretch.href === null ? pieces : wantLink(stretch.href, pieces);
        }),
  };
}

/** A link for an address from a file; words without a link when the address must not become one. */
function wantLink(address: string, content: readonly Wanted[]): Wanted {
  const href = linkTarget(address);
  // A stretch of text may have been in its place.
  if (href === null) return { tag: 'span', look: PLAIN, attributes: { 'data-start': null }, content };
  return { tag: 'a', look: LINK, attributes: { href }, content };
}

function wantPiece(text: string, { start, end, marks }: Piece, currentId: Id | null): readonly Wanted[] {
  const words = text.slice(start, end);
  const inner = marks.at(-1);
  if (!inner)
    return [{ tag: 'span', look: PLAIN, attributes: { 'data-start': String(start) }, content: words }];
  const ending = marks.filter((mark) => mark.isLast && mark.end === end);
  const mark: Wanted = {
    tag: 'mark',
    look: lookOf({
      class: styles['mark'] ?? '',
      'data-look': inner.look,
      'data-colour': inner.colour,
      'data-depth': marks.length > 1 ? String(Math.min(marks.length, 3)) : null,
    }),
    attributes: {
      'data-start': String(start),
      'data-annotations': marks.map(({ annotationId }) => annotationId).join(' '),
      'data-current': marks.some(({ annotationId }) => annotationId === currentId) ? 'true' : null,
    },
    content: words,
  };
  return [mark, ...ending.toReversed().map(wantBadge)];
}

/**
 * Where an annotation's words end: its rating's mark, its name for screen readers, and the way to it. A real button would be a
 * box between which and its words a line may be broken.
 */
function wantBadge({ annotationId, mark, look, colour, label, sources }: Mark): Wanted {
  const name = nameBadge(label, sources);
  return {
    tag: 'sup',
    look: lookOf({
      role: 'button',
      // Reached by the sentence cursor and Enter; a tab stop for each would bury the article's own order.
      tabindex: '-1',
      class: styles['badge'] ?? '',
      'data-mark': mark,
      'data-look': look,
      'data-colour': colour,
      'aria-label': name,
      title: name,
    }),
    attributes: { 'data-badge': annotationId },
    content: '',
  };
}

const PLAIN: Attributes = { class: null };
const SENTENCE: Attributes = { class: styles['sentence'] ?? '' };
const LINK: Attributes = { target: '_blank', rel: 'noopener noreferrer nofollow' };

/** There are as many looks as ratings, about, however many marks there are. */
const looks = new Map<string, Attributes>();

function lookOf(attributes: Attributes): Attributes {
  const name = Object.values(attributes).join('\n');
  const known = looks.get(name) ?? attributes;
  looks.set(name, known);
  return known;
}

/** Said once for each rating, number and language, not for each of ten thousand marks. */
const names = new Map<string, string>();

function nameBadge(label: string, n: number): string {
  const key = `${locale()}/${n}/${label}`;
  let known = names.get(key);
  if (known === undefined) {
    const sources = say('{n, plural, =0 {no source} one {# source} other {# sources}}', { n });
    names.set(key, (known = formatSeries([label, sources])));
  }
  return known;
}

interface Stretch extends Range {
  readonly href: string | null;
}

/** The sentence cut where links begin and end. */
function stretchesOf({ start, end }: Range, links: readonly ArticleLink[]): readonly Stretch[] {
  const stretches: Stretch[] = [];
  let reached = start;
  for (const link of links) {
    const from = Math.max(link.start, reached);
    const to = Math.min(link.end, end);
    if (from > reached) stretches.push({ start: reached, end: from, href: null });
    if (to > from) stretches.push({ start: from, end: to, href: link.href });
    reached = Math.max(reached, to);
  }
  if (reached < end) stretches.push({ start: reached, end, href: null });
  return stretches;
}
