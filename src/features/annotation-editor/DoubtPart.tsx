import type { ReactNode } from 'react';
import { diffWords } from '../../anchoring/difference.ts';
import { isInDoubt, type Annotation } from '../../domain/annotation.ts';
import { answerDoubt } from '../../domain/carry-over.ts';
import { articleOf } from '../../domain/fact-check.ts';
import { isPlacedIn } from '../../domain/placed-annotations.ts';
import { useFactCheck, useFactCheckEvents } from '../../stores/desk-context.ts';
import { Button } from '../../ui/Button.tsx';
import styles from './DoubtPart.module.css';
import type { Editing } from './use-editing.ts';

/** What a new version has done to the annotation, and what may be said about it. Nothing where it has done nothing. */
export function DoubtPart({ editing }: { readonly editing: Editing }): ReactNode {
  const { annotation, whenReviewer } = editing;
  const { carryOut } = useFactCheckEvents();
  const article = useFactCheck(articleOf);
  const answer = (said: 'still-holds' | 're-check' | 'detach'): void =>
    whenReviewer(() => carryOut((now, hand) => answerDoubt(now, annotation.id, said, hand)));

  if (!isPlacedIn(article, annotation))
    return (
      <div className={styles['doubt']} role="note">
        <p>
          {annotation.carried?.decision === 'detached'
            ? 'It was detached from the text.'
            : 'It has no place in this version.'}{' '}
          Put the cursor on its sentence or select its words, then press “Attach” in the list.
        </p>
      </div>
    );
  if (!isInDoubt(annotation)) return null;
  return (
    <div className={styles['doubt']} role="note">
      <p>
        {annotation.carried?.decision === 're-check'
          ? 'Its words have changed, and it is to be checked again: give a verdict on the words that stand here now.'
          : 'Its words have changed since the verdict.'}
      </p>
      <p className={styles['words']} lang={article.language} dir={article.direction}>
        {changesOf(annotation).map(({ kind, text, key }) => {
          if (kind === 'kept') return <span key={key}>{text}</span>;
          const Element = kind === 'added' ? 'ins' : 'del';
          return (
            <Element key={key}>
              <span className="visually-hidden">({kind}: </span>
              {text}
              <span className="visually-hidden">)</span>
            </Element>
          );
        })}
      </p>
      <div className={styles['answers']}>
        <Button onClick={() => answer('still-holds')}>Still holds</Button>
        {annotation.carried?.decision === 're-check' ? null : (
          <Button onClick={() => answer('re-check')}>Re-check</Button>
        )}
        <Button onClick={() => answer('detach')}>Detach</Button>
      </div>
    </div>
  );
}

/** From the words that were judged to those that stand there now. */
function changesOf({ targets, earlier = [] }: Annotation) {
  const judged = earlier.find(({ articleId }) => articleId === targets[0]?.judgedIn);
  return targets.flatMap(({ quote }, i) =>
    diffWords(judged?.targets[i]?.quote.exact ?? '', quote.exact).map((change, j) => ({
      ...change,
      key: `${i}-${j}`,
    })),
  );
}
