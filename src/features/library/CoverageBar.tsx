import type { ReactNode } from 'react';
import type { Coverage, SentenceState } from '../../domain/coverage.ts';
import styles from './CoverageBar.module.css';

/** In the order of how much is done. */
const STATES: readonly SentenceState[] = ['checked', 'not-checkable', 'open', 'untouched'];

/** How far a fact check has come, as a picture of the words beside it. */
export function CoverageBar({ coverage }: { readonly coverage: Coverage }): ReactNode {
  return (
    <span className={styles['bar']} aria-hidden="true">
      {STATES.map((state) =>
        coverage[state] === 0 ? null : (
          <span key={state} data-state={state} style={{ flexGrow: coverage[state] }} />
        ),
      )}
    </span>
  );
}
