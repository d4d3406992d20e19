import { memo, type ReactNode } from 'react';
import type { Article, ArticleLink, Block } from '../../domain/article.ts';
import { sentencesIn } from '../../domain/coverage.ts';
import { numberOf } from '../../domain/group-blocks.ts';
import type { Id } from '../../domain/record.ts';
import type { Mark } from '../../domain/marks.ts';
import styles from './Reader.module.css';
import { SentenceText } from './SentenceText.tsx';

interface ArticleBlockProps {
  readonly article: Article;
  readonly index: number;
  readonly marks: readonly Mark[];
  /** The annotation that is open, if it is in this block. */
  readonly selectedId: Id | null;
}

/** One block of the article; drawn again only when the marks in it change. */
export const ArticleBlock = memo(function ArticleBlock({
  article,
  index,
  marks,
  selectedId,
}: ArticleBlockProps): ReactNode {
  const block = article.blocks[index];
  if (!block) return null;
  const links = article.links.filter((link) => link.start < block.end && link.end > block.start);
  const parts = partsOf(article, block).map(({ sentence, start, end }) =>
    sentence === null ? (
      <span key={start} data-start={start}>
        {article.text.slice(start, end)}
      </span>
    ) : (
      <SentenceText
        key={start}
        text={article.text}
        range={{ start, end }}
        sentence={sentence}
        selectedId={selectedId}
        marks={touching(marks, start, end)}
        links={touching(links, start, end)}
      />
    ),
  );
  return (
    <BlockElement block={block} number={numberOf(article, index)} hasLines={hasLines(article.text, block)}>
      {parts}
    </BlockElement>
  );
});

interface BlockElementProps {
  readonly block: Block;
  /** Of an item of a numbered list. */
  readonly number: number | undefined;
  readonly hasLines: boolean;
  readonly children: ReactNode;
}

function BlockElement({ block, number, hasLines: isInLines, children }: BlockElementProps): ReactNode {
  const className = `${styles['block']} ${styles[block.kind] ?? ''} ${isInLines ? styles['lines'] : ''}`;
  switch (block.kind) {
    case 'heading': {
      const Heading = `h${block.level ?? 2}` as 'h1' | 'h2' | 'h3' | 'h4' | 'h5' | 'h6';
      return <Heading className={className}>{children}</Heading>;
    }
    case 'quote':
      return (
        <blockquote className={className}>
          <p>{children}</p>
        </blockquote>
      );
    case 'list-item':
      return (
        <li className={className} value={number}>
          {children}
        </li>
      );
    case 'caption':
    case 'paragraph':
      return <p className={className}>{children}</p>;
  }
}

/** Lines of hard-wrapped prose are about as long as one another; shorter ones are meant: verse, an address. */
const SHORTEST_WRAPPED = 45;

function hasLines(text: string, { start, end }: Block): boolean {
  const lines = text.slice(start, end).split('\n');
  return lines.slice(0, -1).some((line) => line.trim().length < SHORTEST_WRAPPED);
}

interface Part {
  readonly sentence: number | null;
  readonly start: number;
  readonly end: number;
}

/** The sentences of a block and the white space between them, so that the text is whole when it is copied. */
function partsOf(article: Article, block: Block): readonly Part[] {
  const parts: Part[] = [];
  let reached = block.start;
  for (const sentence of sentencesIn(article.sentences, block)) {
    const range = article.sentences[sentence];
    if (!range) continue;
    const start = Math.max(range.start, block.start);
    const end = Math.min(range.end, block.end);
    if (start > reached) parts.push({ sentence: null, start: reached, end: start });
    parts.push({ sentence, start, end });
    reached = end;
  }
  if (reached < block.end) parts.push({ sentence: null, start: reached, end: block.end });
  return parts;
}

function touching<T extends Mark | ArticleLink>(
  ranges: readonly T[],
  start: number,
  end: number,
): readonly T[] {
  const found = ranges.filter((range) => range.start < end && range.end > start);
  return found.length === 0 ? NONE : found;
}

const NONE: readonly never[] = [];
