import type { ReactNode } from 'react';
import { hrefOf, ROUTES } from './addresses.ts';
import { say } from '../messages/say.ts';
import { Button, buttonClass } from '../ui/Button.tsx';
import { EmptyState } from '../ui/EmptyState.tsx';
import styles from './Waiting.module.css';

/** Nothing for the first moment, since most loading is over by then; then a sentence. */
export function Loading({ words }: { readonly words: string }): ReactNode {
  return (
    <main className={styles['waiting']}>
      <p role="status">{words}</p>
    </main>
  );
}

interface LoadFailedProps {
  /** What went wrong, as a sentence. */
  readonly problem: string;
  readonly onRetry?: () => void;
  /** What the button for it says. */
  readonly retry?: string;
}

/** What went wrong, and where to go from here. */
export function LoadFailed({ problem, onRetry, retry = say('Try again') }: LoadFailedProps): ReactNode {
  return (
    <main className={styles['failed']}>
      <h1 className="visually-hidden">{say('This can’t be opened')}</h1>
      <div role="alert">
        <EmptyState title={problem}>
          <p className={styles['actions']}>
            {onRetry ? (
              <Button look="primary" onClick={onRetry}>
                {retry}
              </Button>
            ) : null}
            <a className={buttonClass('plain')} href={hrefOf(ROUTES.library)}>
              {say('To the library')}
            </a>
          </p>
        </EmptyState>
      </div>
    </main>
  );
}
