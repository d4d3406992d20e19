import type { ReactNode } from 'react';
import styles from './EmptyState.module.css';

interface EmptyStateProps {
  readonly title: string;
  /** The next step, in a sentence or with a button. */
  readonly children?: ReactNode;
}

/** What stands where nothing is yet: it teaches the next step. */
export function EmptyState({ title, children }: EmptyStateProps): ReactNode {
  return (
    <div className={styles['empty']}>
      <p className={styles['title']}>{title}</p>
      {children}
    </div>
  );
}
