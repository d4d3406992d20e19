import type { ReactNode } from 'react';
import { outlineAnnotation } from '../../domain/annotation-outline.ts';
import { quoteOf } from '../../domain/annotation.ts';
import type { CarryDecision, CarryItem } from '../../domain/carry-over.ts';
import type { DraftArticle } from '../../domain/start-fact-check.ts';
import { say } from '../../messages/say.ts';
import { useFactCheck, useSession } from '../../stores/desk-context.ts';
import { RatingBadge } from '../../ui/RatingBadge.tsx';
import { shorten } from '../../ui/shorten.ts';
import styles from './Drafts.module.css';
import { KeyedButton } from './KeyedButton.tsx';

interface ChangedAroundProps {
  readonly item: CarryItem;
  readonly decision: CarryDecision | undefined;
  readonly newer: DraftArticle;
  readonly onDecide: (decision: CarryDecision) => void;
}

/**
 * What comes along by itself into a sentence that has changed: nothing is asked, but a person should see it, and can say
 * that it is to be checked again.
 */
export function ChangedAround({ item, decision, newer, onDecide }: ChangedAroundProps): ReactNode {
  const factCheck = useFactCheck((now) => now);
  const reviewerId = useSession(({ reviewer }) => reviewer?.id ?? null);
  const { annotation } = item;
  const { word, mark, colour } = outlineAnnotation(factCheck, annotation, reviewerId);
  const quote = quoteOf(annotation);
  const isRecheck = decision?.answer === 're-check';
  return (
    <section
      // It is gone to by key, not by Tab.
      tabIndex={-1}
      className={styles['card']}
      data-annotation={annotation.id}
      data-question="answered"
      data-colour={colour}
      aria-label={`${word}: ${quote}`}
    >
      <p className={styles['about']}>
        <RatingBadge mark={mark} />
        <strong>{word}</strong>
        <span>
          {isRecheck
            ? say('The verdict is greyed until a new one is given.')
            : say('Its words are the same, but the sentence around them has changed. The verdict stays.')}
        </span>
      </p>
      <p className={styles['quote']} dir={newer.direction} lang={newer.language}>
        <q dir={newer.direction}>{quote}</q>
      </p>
      <div className={styles['answers']} role="group" aria-label={say('What about it?')}>
        <KeyedButton
          data-key="r"
          words={say('Re-check')}
          about={shorten(quote)}
          command="answer"
          usual="r"
          aria-pressed={isRecheck}
          onClick={() => onDecide(isRecheck ? {} : { answer: 're-check' })}
        />
      </div>
    </section>
  );
}
