import { Undo2 } from 'lucide-react';
import { useId, useRef, type ReactNode } from 'react';
import { formatNumber } from '../../messages/formats.ts';
import { say } from '../../messages/say.ts';
import { useDeletedFactChecks, type DeletedFactCheck } from '../../queries/deleted-fact-checks.ts';
import { useKeeping } from '../../queries/store-context.ts';
import { Button } from '../../ui/Button.tsx';
import { describeAge, describeInstant } from '../../ui/describe-age.ts';
import styles from './DeletedFactChecks.module.css';
import { useBringBack } from './use-bring-back.ts';

/** What was deleted and is still kept, folded below the list until somebody wants it back. */
export function DeletedFactChecks(): ReactNode {
  const { data: deleted = [] } = useDeletedFactChecks();
  const { clock } = useKeeping();
  const summary = useRef<HTMLElement>(null);
  const bringBack = useBringBack();
  if (deleted.length === 0) return null;
  const now = clock.instant();
  return (
    <details className={styles['deleted']}>
      <summary ref={summary}>
        {say('Deleted fact checks')} <span className={styles['count']}>{formatNumber(deleted.length)}</span>
      </summary>
      <p className={styles['note']}>
        {say(
          'Each is kept until Linecheck was started on two more days after it was deleted; then it is let go of.',
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
              void bringBack(one);
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
