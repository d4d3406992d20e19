import { useId, type ReactNode } from 'react';
import { quoteOf } from '../../domain/annotation.ts';
import { ratingOf } from '../../domain/marks.ts';
import type { Id } from '../../domain/record.ts';
import { restoreRemoved, type RemovedAnnotation } from '../../domain/restore-removed.ts';
import { message, say, sayData } from '../../messages/say.ts';
import { useFactCheck, useFactCheckEvents, useIsReadOnly } from '../../stores/desk-context.ts';
import type { WhenReviewer } from '../../stores/fact-check-store.ts';
import { useUndoNotice } from '../../stores/use-undo-notice.ts';
import { Button } from '../../ui/Button.tsx';
import { describeAge, describeInstant } from '../../ui/describe-age.ts';
import { RatingBadge } from '../../ui/RatingBadge.tsx';
import styles from './Removed.module.css';

interface RemovedListProps {
  readonly removed: readonly RemovedAnnotation[];
  readonly onOpen: (id: Id) => void;
  readonly whenReviewer: WhenReviewer;
  /** UTC instant. */
  readonly now: string;
}

/** Every annotation that was removed, the last one first, each with the way back. */
export function RemovedList({ removed, onOpen, whenReviewer, now }: RemovedListProps): ReactNode {
  const { carryOut } = useFactCheckEvents();
  const offerUndo = useUndoNotice();

  function restore(entry: RemovedAnnotation): void {
    whenReviewer(() => {
      carryOut((factCheck, hand) => restoreRemoved(factCheck, [entry], hand));
      offerUndo(say('Annotation restored'));
      // Its row here is gone, with the focus: the annotation itself is where to go on.
      onOpen(entry.annotation.id);
    });
  }

  return (
    <ul className={styles['list']} aria-label={say('Removed annotations')}>
      {removed.map((entry) => (
        <RemovedItem key={entry.annotation.id} entry={entry} now={now} onRestore={() => restore(entry)} />
      ))}
    </ul>
  );
}

interface RemovedItemProps {
  readonly entry: RemovedAnnotation;
  readonly now: string;
  readonly onRestore: () => void;
}

function RemovedItem({ entry, now, onRestore }: RemovedItemProps): ReactNode {
  const { annotation, parts, at, by } = entry;
  const verdict = parts.find((record) => record.type === 'verdict' && record.ratingId !== null);
  const rating = useFactCheck((factCheck) =>
    verdict?.type === 'verdict' ? ratingOf(factCheck, verdict) : undefined,
  );
  const who = useFactCheck(({ tables }) => (by === null ? undefined : tables.reviewer.get(by)?.name));
  const isReadOnly = useIsReadOnly();
  const aboutId = useId();
  return (
    <li className={styles['entry']}>
      <div id={aboutId} className={styles['words']}>
        <p dir="auto" className={styles['quote']}>
          {quoteOf(annotation)}
        </p>
        {rating ? (
          <p className={styles['rating']}>
            <RatingBadge mark={rating.mark} colour={rating.colour} />
            {sayData(rating.label)}
          </p>
        ) : null}
        <p className={styles['who']}>
          {who === undefined ? say(message('Removed', 'an annotation')) : say('Removed by {who},', { who })}{' '}
          <time dateTime={at} title={describeInstant(at)}>
            {describeAge(at, now)}
          </time>
        </p>
      </div>
      <Button isIdle={isReadOnly} aria-describedby={aboutId} onClick={onRestore}>
        {say('Restore')}
      </Button>
    </li>
  );
}
