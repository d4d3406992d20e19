import { ArrowLeft } from 'lucide-react';
import { useLayoutEffect, useMemo, useRef, type ReactNode } from 'react';
import { asInDraft, listDrafts } from '../../domain/drafts.ts';
import { articleOf } from '../../domain/fact-check.ts';
import type { Id } from '../../domain/record.ts';
import { onLanguage } from '../../messages/language.ts';
import { say } from '../../messages/say.ts';
import { createBlockMarks } from '../../stores/block-marks.ts';
import { useFactCheck, useSession } from '../../stores/desk-context.ts';
import { buttonClass } from '../../ui/Button.tsx';
import { describeInstant } from '../../ui/describe-age.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { ArticleBlocks } from './ArticleBlocks.tsx';
import { createDrawing } from './drawing.ts';
import styles from './Reader.module.css';

interface OlderVersionProps {
  readonly articleId: Id;
  readonly deskAddress: string;
}

/** An older version of the article with its marks as they were: to be read, not to be edited. */
export function OlderVersion({ articleId, deskAddress }: OlderVersionProps): ReactNode {
  const factCheck = useFactCheck((now) => now);
  const reviewerId = useSession(({ reviewer }) => reviewer?.id ?? null);
  const { draft, past } = useMemo(() => {
    const found = listDrafts(factCheck).find(({ article }) => article.id === articleId);
    return { draft: found, past: found ? asInDraft(factCheck, articleId) : null };
  }, [factCheck, articleId]);
  const reader = useRef<HTMLElement>(null);
  useLayoutEffect(() => {
    const root = reader.current;
    if (!past || !root) return;
    const show = (): void => {
      const marks = createBlockMarks()(past, reviewerId);
      createDrawing().show(root, { article: articleOf(past), marks, current: null });
    };
    show();
    return onLanguage(show);
  }, [past, reviewerId]);
  const back = (
    <a className={buttonClass('quiet')} href={deskAddress}>
      <ArrowLeft aria-hidden="true" />
      {say('To the present version')}
    </a>
  );
  if (!past || !draft)
    return (
      <main className={styles['older']}>
        {back}
        <EmptyState title={say('This version is not here.')} />
      </main>
    );
  const article = articleOf(past);
  return (
    <main className={styles['older']}>
      <header className={styles['olderHead']}>
        {back}
        <p>
          <strong>
            {say('Version {number, number}, loaded {when}.', {
              number: draft.number,
              when: describeInstant(article.retrievedAt),
            })}
          </strong>{' '}
          {say(
            '{n, plural, one {# annotation} other {# annotations}}. To read only; verdicts that were given later are not shown.',
            { n: draft.annotations },
          )}
        </p>
      </header>
      <article
        ref={reader}
        className={styles['reader']}
        lang={article.language}
        dir={article.direction}
        aria-label={article.title}
      >
        <ArticleBlocks article={article} />
      </article>
    </main>
  );
}
