import { useEffect, useState, type ReactNode } from 'react';
import { flushSync } from 'react-dom';
import { compareInText, quoteOf, type Annotation } from '../../domain/annotation.ts';
import { outlineAnnotation } from '../../domain/annotation-outline.ts';
import { STANCE_WORDS } from '../../domain/evidence.ts';
import { articleOf, type FactCheck } from '../../domain/fact-check.ts';
import { leadingVerdict } from '../../domain/doubt.ts';
import { evidenceOf } from '../../domain/lookup.ts';
import type { Id } from '../../domain/record.ts';
import { formatSeries } from '../../messages/format-series.ts';
import { say } from '../../messages/say.ts';
import { useFactCheckStore, useSessionStore } from '../../stores/desk-context.ts';
import { nameSource } from '../../ui/name-source.ts';
import { RatingBadge } from '../../ui/RatingBadge.tsx';
import styles from './PrintedAnnotations.module.css';

/**
 * What the printed article says under its text: each annotation under the number that its mark has on paper, with its
 * conclusion and its sources. It is drawn for the printer only.
 */
export function PrintedAnnotations(): ReactNode {
  const store = useFactCheckStore();
  const session = useSessionStore();
  const [numbered, setNumbered] = useState<readonly Id[] | null>(null);

  useEffect(() => {
    // The style of print counts the marks in the order in which they stand in the page.
    const prepare = (): void => {
      const marks = document.querySelectorAll<HTMLElement>('article [data-badge]');
      flushSync(() => setNumbered([...marks].map(({ dataset }) => dataset['badge'] ?? '')));
    };
    const clear = (): void => setNumbered(null);
    addEventListener('beforeprint', prepare);
    addEventListener('afterprint', clear);
    return () => {
      removeEventListener('beforeprint', prepare);
      removeEventListener('afterprint', clear);
    };
  }, []);

  if (numbered === null) return null;
  const { factCheck } = store.getState();
  const reviewerId = session.getState().reviewer?.id ?? null;
  const { annotation: all } = factCheck.tables;
  const placed = numbered.map((id) => all.get(id)).filter((one) => one !== undefined);
  const lost = [...all.values()].filter(({ id }) => !numbered.includes(id)).toSorted(compareInText);
  if (all.size === 0) return null;
  const draw = (annotation: Annotation): ReactNode => (
    <PrintedAnnotation
      key={annotation.id}
      annotation={annotation}
      factCheck={factCheck}
      reviewerId={reviewerId}
    />
  );

  return (
    <section className={styles['printed']} aria-label={say('Annotations')}>
      <h2>{say('Annotations')}</h2>
      <ol>{placed.map(draw)}</ol>
      {lost.length > 0 ? (
        <>
          <h2>{say('Needs a place')}</h2>
          <ul>{lost.map(draw)}</ul>
        </>
      ) : null}
    </section>
  );
}

interface PrintedAnnotationProps {
  readonly annotation: Annotation;
  readonly factCheck: FactCheck;
  readonly reviewerId: Id | null;
}

function PrintedAnnotation({ annotation, factCheck, reviewerId }: PrintedAnnotationProps): ReactNode {
  const { word, mark, colour, ...outline } = outlineAnnotation(factCheck, annotation, reviewerId);
  const conclusion = leadingVerdict(factCheck, annotation, reviewerId)?.conclusion ?? outline.conclusion;
  const { language, direction } = articleOf(factCheck);
  const quote = quoteOf(annotation);
  const { statement } = annotation.claim;
  return (
    <li className={styles['annotation']}>
      <p className={styles['verdict']}>
        <RatingBadge mark={mark} colour={colour} />
        <strong>{word}</strong>
      </p>
      <blockquote lang={language} dir={direction}>
        {quote}
      </blockquote>
      {statement === quote ? null : <p dir="auto">{statement}</p>}
      {conclusion === '' ? null : <p dir="auto">{conclusion}</p>}
      <ul className={styles['sources']}>
        {evidenceOf(factCheck, annotation.id).map(({ id, sourceId, stance, quote: words, locator }) => {
          const source = factCheck.tables.source.get(sourceId);
          return source ? (
            <li key={id}>
              {say(STANCE_WORDS[stance])}: <bdi>{nameSource(source)}</bdi>
              {locator ? formatSeries(['', locator]) : null}
              {words ? <q dir="auto">{words}</q> : null}
              {source.url && source.url !== nameSource(source) ? <bdi>{source.url}</bdi> : null}
            </li>
          ) : null;
        })}
      </ul>
    </li>
  );
}
