import { Undo2 } from 'lucide-react';
import { useId, useRef, type ReactNode } from 'react';
import { formatNumber } from '../../messages/formats.ts';
import type { Id } from '../../domain/record.ts';
import { say } from '../../messages/say.ts';
import { useDeletedFactChecks, type DeletedFactCheck } from '../../queries/deleted-fact-checks.ts';
import { useKeeping } from '../../queries/store-context.ts';
import { Button } from '../../ui/Button.tsx';
import { describeAge, describeInstant } from '../../ui/describe-age.ts';
import styles from './DeletedFactChecks.module.css';
import { useBringBack } from './use-bring-back.ts';

interface DeletedFactChecksProps {
  /** Is called when the last one has come back, with which nothing stands here any more. */
  readonly onLastBack: (id: Id) => void;
}

/** What was deleted and is still kept, folded below the list until somebody wants it back. */
export function DeletedFactChecks({ onLastBack }: DeletedFactChecksProps): ReactNode {
  const { data: deleted = [] } = useDeletedFactChecks();
  const { clock } = useKeeping();
  const summary = useRef<HTMLElement>(null);
  const bringBack = useBringBack();
  if (deleted.length === 0) return null;
  const now = clock.instant();
  const isLast = deleted.length === 1;
  return (
    <details className={styles['deleted']}>
      <summary ref={summary}>
        {say('Deleted fact checks')} <span className={styles['count']}>{formatNumber(deleted.length)}</span>
      </summary>
      <p className={styles['note']}>
        {say(
          'Each can be brought back for at least two days, and longer if you open Linecheck less often. Then it is gone for good.',
        )}
      </p>
      <ul className={styles['list']} aria-label={say('Deleted fact checks')}>
        {deleted.map((one) => (
          <DeletedRow
            key={one.id}
            deleted={one}
            now={now}
            onBringBack={() => {
              summary.current?.focus();
              void bringBack(one).then((isBack) => isBack && isLast && onLastBack(one.id));
            }}
          />
        ))}
      </ul>
    </details>
  );
}

interface DeletedRowProps {
  readonly deleted: DeletedFactCheck;
  readonly now: string;
  readonly onBringBack: () => void;
}

function DeletedRow({ deleted: { title, at }, now, onBringBack }: DeletedRowProps): ReactNode {
  const id = useId();
  return (
    <li className={styles['row']}>
      <span className={styles['words']}>
        <span id={id} className={styles['title']} dir="auto">
          {title || say('Without a readable title')}
        </span>
        <time className={styles['note']} dateTime={at} title={describeInstant(at)}>
          {say('Deleted {age}', { age: describeAge(at, now) })}
        </time>
      </span>
      <Button onClick={onBringBack} aria-describedby={id}>
        <Undo2 aria-hidden="true" />
        {say('Bring it back')}
      </Button>
    </li>
  );
}
