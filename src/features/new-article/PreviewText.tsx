import { memo, type ReactNode } from 'react';
import type { Block } from '../../domain/article.ts';
import type { LaidOutText } from '../../ingest/laid-out-text.ts';
import type { Direction } from '../../ingest/make-article.ts';
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
  const { text, blocks } = content;
  const hidden = blocks.length - MOST;
  return (
    <>
      <div className={styles['text']} lang={language} dir={direction}>
        {blocks.slice(0, MOST).map((block) => (
          <PreviewBlock key={block.start} block={block} text={text.slice(block.start, block.end)} />
        ))}
      </div>
      {hidden > 0 ? (
        <p className={styles['more']}>And {hidden.toLocaleString('en')} more paragraphs.</p>
      ) : null}
    </>
  );
});

function PreviewBlock({ block, text }: { readonly block: Block; readonly text: string }): ReactNode {
  switch (block.kind) {
    case 'heading':
      return (
        <p role="heading" aria-level={Math.min(6, (block.level ?? 1) + 1)} className={styles['heading']}>
          {text}
        </p>
      );
    case 'quote':
      return <blockquote>{text}</blockquote>;
    case 'list-item':
      return <p className={styles['item']}>{text}</p>;
    case 'caption':
      return <p className={styles['caption']}>{text}</p>;
    case 'paragraph':
      return <p>{text}</p>;
  }
}
