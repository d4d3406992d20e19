import { memo, type ReactNode } from 'react';
import type { ArticleLink, Range } from '../../domain/article.ts';
import type { Id } from '../../domain/record.ts';
import { cutPieces, type Mark, type Piece } from '../../domain/marks.ts';
import { SafeLink } from '../../ui/SafeLink.tsx';
import styles from './Reader.module.css';

interface SentenceTextProps {
  readonly text: string;
  readonly range: Range;
  /** Index of the sentence in the article. */
  readonly sentence: number;
  readonly marks: readonly Mark[];
  readonly links: readonly ArticleLink[];
  /** The annotation that is open, if it is in this block. */
  readonly selectedId: Id | null;
}

/**
 * A sentence with its marks and links. Every stretch of its text is the one text node of an element with `data-start`
 * (see anchoring/dom-offsets): nothing else in here may contain text.
 */
export const SentenceText = memo(function SentenceText(props: SentenceTextProps): ReactNode {
  const { text, range, sentence, marks, links, selectedId } = props;
  if (marks.length === 0 && links.length === 0) {
    return (
      <span className={styles['sentence']} data-sentence={sentence} data-start={range.start}>
        {text.slice(range.start, range.end)}
      </span>
    );
  }
  return (
    <span className={styles['sentence']} data-sentence={sentence}>
      {stretchesOf(range, links).map(({ start, end, href }) => {
        const pieces = cutPieces({ start, end }, marks).map((piece) => (
          <PieceText key={piece.start} text={text} piece={piece} selectedId={selectedId} />
        ));
        return href === null ? (
          pieces
        ) : (
          <SafeLink key={start} address={href}>
            {pieces}
          </SafeLink>
        );
      })}
    </span>
  );
});

interface PieceTextProps {
  readonly text: string;
  readonly piece: Piece;
  readonly selectedId: Id | null;
}

function PieceText({ text, piece, selectedId }: PieceTextProps): ReactNode {
  const { start, end, marks } = piece;
  const words = text.slice(start, end);
  const inner = marks.at(-1);
  if (!inner) return <span data-start={start}>{words}</span>;
  const ending = marks.filter((mark) => mark.isLast && mark.end === end);
  return (
    <>
      <mark
        className={styles['mark']}
        data-start={start}
        data-annotations={marks.map(({ annotationId }) => annotationId).join(' ')}
        data-look={inner.look}
        data-colour={inner.colour}
        data-depth={Math.min(marks.length, 3)}
        data-current={marks.some(({ annotationId }) => annotationId === selectedId) || undefined}
      >
        {words}
      </mark>
      {ending.toReversed().map((mark) => (
        <MarkBadge key={mark.annotationId} mark={mark} />
      ))}
    </>
  );
}

/** Where an annotation's words end: its rating's mark, its name for screen readers, and the way to it. */
function MarkBadge({ mark }: { readonly mark: Mark }): ReactNode {
  return (
    <button
      type="button"
      // Reached by the sentence cursor and Enter; a tab stop for each would bury the article's own order.
      tabIndex={-1}
      className={styles['badge']}
      data-badge={mark.annotationId}
      data-mark={mark.mark}
      data-look={mark.look}
      data-colour={mark.colour}
      aria-label={`${mark.label}, ${countSources(mark.sources)}`}
      title={`${mark.label}, ${countSources(mark.sources)}`}
    />
  );
}

function countSources(count: number): string {
  if (count === 0) return 'no source';
  return count === 1 ? '1 source' : `${count} sources`;
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
