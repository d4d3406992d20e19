import { Lock } from 'lucide-react';
import type { ReactNode } from 'react';
import { say } from '../messages/say.ts';
import { Button } from '../ui/Button.tsx';
import styles from './ReadOnlyBar.module.css';

interface ReadOnlyBarProps {
  /** Why nothing can be edited and what to do, as a sentence. */
  readonly reason: string;
  readonly onExport: () => void;
}

/** Stands where the verdicts are otherwise, when a fact check can only be read. */
export function ReadOnlyBar({ reason, onExport }: ReadOnlyBarProps): ReactNode {
  return (
    <section className={styles['bar']} aria-label={say('Read-only')}>
      <Lock aria-hidden="true" />
      <p role="alert">{reason}</p>
      <div className={styles['actions']}>
        <Button look="primary" onClick={() => location.reload()}>
          {say('Reload')}
        </Button>
        <Button onClick={onExport}>{say('Save a copy')}</Button>
      </div>
    </section>
  );
}
