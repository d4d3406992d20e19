import { Fragment, type ReactNode } from 'react';
import type { Article } from '../../domain/article.ts';
import { SafeLink } from '../../ui/SafeLink.tsx';
import styles from './Reader.module.css';

/** Title and origin of the article. A title that the text itself begins with is not said twice. */
export function ArticleHead({ article }: { readonly article: Article }): ReactNode {
  const { title, byline, publisher, publishedAt, url, blocks, text } = article;
  const first = blocks[0];
  const isInText =
    first?.kind === 'heading' && oneLine(text.slice(first.start, first.end)) === oneLine(title);
  const origin = [byline, publisher, publishedAt].filter((part) => part !== undefined && part !== '');
  if (isInText && origin.length === 0 && !url) return null;
  return (
    <header className={styles['head']}>
      {isInText ? null : <h1>{title}</h1>}
      {origin.length > 0 ? (
        <p>
          {origin.map((part, i) => (
            <Fragment key={part}>
              {i > 0 ? ' · ' : null}
              {/* A date would be turned round in a text that runs from right to left. */}
              <bdi>{part}</bdi>
            </Fragment>
          ))}
        </p>
      ) : null}
      {url ? (
        <p>
          <SafeLink address={url}>{url}</SafeLink>
        </p>
      ) : null}
    </header>
  );
}

/** A title has single spaces; a heading may have wide ones, and run over two lines. */
function oneLine(words: string): string {
  return words.replaceAll(/\s+/gu, '');
}
