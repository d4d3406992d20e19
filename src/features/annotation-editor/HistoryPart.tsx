import { useMemo, useState, type ReactNode } from 'react';
import type { Id } from '../../domain/record.ts';
import { historyOf } from '../../domain/restore-version.ts';
import { formatNumber } from '../../messages/formats.ts';
import { say } from '../../messages/say.ts';
import { useFactCheck } from '../../stores/desk-context.ts';
import type { WhenReviewer } from '../../stores/fact-check-store.ts';
import { ErrorBoundary } from '../../ui/ErrorBoundary.tsx';
import { later, laterPart } from '../../ui/later.ts';
import styles from './History.module.css';

const HistoryList = laterPart(
  later(() => import('./HistoryList.tsx')),
  'HistoryList',
);

interface HistoryPartProps {
  readonly annotationId: Id;
  readonly whenReviewer: WhenReviewer;
  /** Now, as a UTC instant. */
  readonly now: () => string;
}

/** What the verdicts, the claim and the evidence of the annotation have been, folded until somebody wants to see it. */
export function HistoryPart({ annotationId, whenReviewer, now }: HistoryPartProps): ReactNode {
  const factCheck = useFactCheck((present) => present);
  const entries = useMemo(() => historyOf(factCheck, annotationId), [factCheck, annotationId]);
  const [isOpen, setOpen] = useState(false);
  return (
    <details className={styles['part']} onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
      <summary>
        {say('History')}{' '}
        {entries.length > 0 ? <span className={styles['count']}>{formatNumber(entries.length)}</span> : null}
      </summary>
      <ErrorBoundary problem={say('The history stopped working.')}>
        {isOpen ? <HistoryList entries={entries} whenReviewer={whenReviewer} now={now()} /> : null}
      </ErrorBoundary>
    </details>
  );
}
