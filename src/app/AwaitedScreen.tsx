import type { ReactNode } from 'react';
import type { Id } from '../domain/record.ts';
import { say } from '../messages/say.ts';
import { useLookAgain } from '../queries/look-again.ts';
import { Button, buttonClass } from '../ui/Button.tsx';
import { EmptyState } from '../ui/EmptyState.tsx';
import { hrefOf, ROUTES } from './addresses.ts';
import styles from './Waiting.module.css';

interface AwaitedScreenProps {
  readonly id: Id;
  /** Why it is not here yet, as a sentence. */
  readonly problem: string;
}

/** A fact check that only the second copy can have, as long as that has not answered: the page goes on by itself. */
export function AwaitedScreen({ id, problem }: AwaitedScreenProps): ReactNode {
  const look = useLookAgain(id);
  return (
    <main className={styles['failed']}>
      <h1 className="visually-hidden">{say('Still looking for this fact check')}</h1>
      <div role="status">
        <EmptyState title={say('Still looking for this fact check…')}>
          <p>{problem}</p>
          <p>{say('It opens here by itself as soon as that is done.')}</p>
          <p className={styles['actions']}>
            <Button look="primary" onClick={look}>
              {say('Look again')}
            </Button>
            <a className={buttonClass('plain')} href={hrefOf(ROUTES.library)}>
              {say('To the library')}
            </a>
          </p>
        </EmptyState>
      </div>
    </main>
  );
}
