import { memo, type ReactNode } from 'react';
import type { Block } from '../../domain/article.ts';
import { firstEndingAfter } from '../../domain/coverage.ts';
import { groupBlocks, numberOf } from '../../domain/group-blocks.ts';
import type { LaidOutText } from '../../ingest/laid-out-text.ts';
import type { Direction } from '../../ingest/make-article.ts';
import { say } from '../../messages/say.ts';
import styles from './ArticlePreview.module.css';

interface PreviewTextProps {
  readonly content: LaidOutText;
  readonly language: string;
  readonly direction: Direction;
}

/** Blocks that are shown: enough to judge the reading by, and soon there even for a book. */
const MOST = 1500;

/** The blocks of an article as they were read. */
export const PreviewText = memo(({ content, language, direction }: PreviewTextProps): ReactNode => {
  const { blocks } = content;
  const hidden = blocks.length - MOST;
  return (
    <>
      <div className={styles['text']} lang={language} dir={direction}>
        {groupBlocks(blocks.slice(0, MOST)).map(({ list, indices }) => {
          const shown = indices.map((index) => {
            const block = blocks[index];
            return block ? <PreviewBlock key={index} content={content} block={block} index={index} /> : null;
          });
          if (list === null) return shown;
          return list === 'ordered' ? <ol key={indices[0]}>{shown}</ol> : <ul key={indices[0]}>{shown}</ul>;
        })}
      </div>
      {hidden > 0 ? (
        <p className={styles['more']}>{say('And {hidden, number} more paragraphs.', { hidden })}</p>
      ) : null}
    </>
  );
});

interface PreviewBlockProps {
  readonly content: LaidOutText;
  readonly block: Block;
  readonly index: number;
}

function PreviewBlock({ content, block, index }: PreviewBlockProps): ReactNode {
  const words = <Words content={content} block={block} />;
  switch (block.kind) {
    case 'heading':
      return (
        <p role="heading" aria-level={Math.min(6, (block.level ?? 1) + 1)} className={styles['heading']}>
          {words}
        </p>
      );
    case 'quote':
      return <blockquote>{words}</blockquote>;
    case 'list-item':
      return <li value={numberOf(content, index)}>{words}</li>;
    case 'caption':
      return <p className={styles['caption']}>{words}</p>;
    case 'paragraph':
      return <p>{words}</p>;
  }
}

/** The words of a block, those of links told from the rest: where they lead is seen, and nobody is led there. */
function Words({ content, block }: { readonly content: LaidOutText; readonly block: Block }): ReactNode {
  const { text, links } = content;
  const pieces: ReactNode[] = [];
  let reached = block.start;
  for (let i = firstEndingAfter(links, block.start); i < links.length; i += 1) {
    const link = links[i];
    if (!link || link.start >= block.end) break;
    pieces.push(
      text.slice(reached, link.start),
      <u key={link.start} title={link.href}>
        {text.slice(link.start, link.end)}
      </u>,
    );
    reached = link.end;
  }
  return [...pieces, text.slice(reached, block.end)];
}
