import { MessageSquarePlus, Ban } from 'lucide-react';
import type { ReactNode } from 'react';
import { scaleOf } from '../../domain/fact-check.ts';
import { say, sayData } from '../../messages/say.ts';
import { useFactCheck, useSession } from '../../stores/desk-context.ts';
import { useKey } from '../../stores/use-key.ts';
import { ariaKey, withKey } from '../../ui/name-key.ts';
import { RatingBadge } from '../../ui/RatingBadge.tsx';
import type { DeskActions } from './use-desk-actions.ts';
import styles from './VerdictBar.module.css';

interface VerdictBarProps {
  readonly actions: DeskActions;
  /** What else can be done with a sentence; room is kept for it while it is on its way. */
  readonly children: ReactNode;
}

/** The verdicts within reach, for the sentence under the cursor or the selected words: always at the same place. */
export function VerdictBar({ actions, children }: VerdictBarProps): ReactNode {
  const { ratings } = useFactCheck(scaleOf);
  const hasKeys = useSession(({ hasCharacterKeys }) => hasCharacterKeys);
  const notCheckableKey = useKey('not-checkable', '0');
  const annotateKey = useKey('annotate', 'a');
  const about = useSession(({ cursor, cursorFrom, words }) => {
    if (words) return say('Selected words');
    const [first, last] = [Math.min(cursor, cursorFrom) + 1, Math.max(cursor, cursorFrom) + 1];
    return first === last
      ? say('Sentence {first, number}', { first })
      : say('Sentences {first, number}–{last, number}', { first, last });
  });

  return (
    <div
      className={styles['bar']}
      role="toolbar"
      aria-label={say('Verdict on: {about}', { about })}
      onPointerDown={(event) => {
        // The selection and the focus stay in the article while a verdict is clicked.
        if (event.pointerType === 'mouse') event.preventDefault();
      }}
    >
      <span className={styles['about']}>{about}</span>
      <div className={styles['keys']}>
        {ratings.map((rating) => {
          const key = hasKeys ? rating.shortcut : '';
          return (
            <button
              key={rating.id}
              type="button"
              className={styles['key']}
              data-colour={rating.colour}
              title={say('{name}: {words}', {
                name: withKey(sayData(rating.label), key),
                words: sayData(rating.definition),
              })}
              aria-keyshortcuts={ariaKey(key)}
              onClick={() => actions.rate(rating)}
            >
              <RatingBadge mark={rating.mark} />
              {sayData(rating.label)}
            </button>
          );
        })}
        <button
          type="button"
          className={styles['key']}
          title={withKey(say('Holds no claim that can be checked'), notCheckableKey)}
          aria-keyshortcuts={ariaKey(notCheckableKey)}
          onClick={actions.markNotCheckable}
        >
          <Ban aria-hidden="true" />
          {say('Not checkable')}
        </button>
        <div className={styles['last']}>
          <button
            type="button"
            className={styles['key']}
            title={withKey(say('Annotate without a verdict'), annotateKey)}
            aria-keyshortcuts={ariaKey(annotateKey)}
            onClick={actions.annotateHere}
          >
            <MessageSquarePlus aria-hidden="true" />
            {say('Annotate')}
          </button>
          <div className={styles['more']}>{children}</div>
        </div>
      </div>
    </div>
  );
}
