import { useState, type ReactNode } from 'react';
import type { Id } from '../../domain/record.ts';
import { formatNumber } from '../../messages/formats.ts';
import { say } from '../../messages/say.ts';
import { useRemovedAnnotations } from '../../queries/removed-annotations.ts';
import { useKeeping } from '../../queries/store-context.ts';
import { useFactCheck } from '../../stores/desk-context.ts';
import type { WhenReviewer } from '../../stores/fact-check-store.ts';
import { later, laterPart } from '../../ui/later.ts';
import styles from './Removed.module.css';

const RemovedList = laterPart(
  later(() => import('./RemovedList.tsx')),
  'RemovedList',
);

interface RemovedPartProps {
  readonly onOpen: (id: Id) => void;
  readonly whenReviewer: WhenReviewer;
}

/** What was removed from the fact check, folded below the list until somebody wants it back. */
export function RemovedPart({ onOpen, whenReviewer }: RemovedPartProps): ReactNode {
  const { clock } = useKeeping();
  const id = useFactCheck((factCheck) => factCheck.id);
  const annotations = useFactCheck(({ tables }) => tables.annotation.size);
  const removed = useRemovedAnnotations(id, annotations);
  const [isOpen, setOpen] = useState(false);
  if (removed.length === 0) return null;
  return (
    <details
      className={styles['part']}
      open={isOpen}
      onToggle={({ currentTarget }) => setOpen(currentTarget.open)}
    >
      <summary>
        {say('Removed annotations')} <span className={styles['count']}>{formatNumber(removed.length)}</span>
      </summary>
      {isOpen ? (
        <RemovedList removed={removed} onOpen={onOpen} whenReviewer={whenReviewer} now={clock.instant()} />
      ) : null}
    </details>
  );
}
