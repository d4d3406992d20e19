import { Check, CircleAlert, LoaderCircle } from 'lucide-react';
import type { ReactNode } from 'react';
import { useStore } from 'zustand';
import type { Saving } from './saving.ts';
import styles from './Desk.module.css';

/** Says Saved only when everything is. */
export function SaveIndicator({ saving }: { readonly saving: Saving }): ReactNode {
  const state = useStore(saving);
  return (
    <div className={styles['saving']} data-state={state.kind} role="status" aria-label="Saving">
      {state.kind === 'saved' ? <Check aria-hidden="true" /> : null}
      {state.kind === 'saving' || state.kind === 'starting' ? <LoaderCircle aria-hidden="true" /> : null}
      {state.kind === 'not-saved' ? <CircleAlert aria-hidden="true" /> : null}
      <span title={state.kind === 'saved' ? (state.note ?? undefined) : undefined}>
        {state.kind === 'saved'
          ? 'Saved'
          : state.kind === 'saving'
            ? 'Saving…'
            : state.kind === 'starting'
              ? 'Checking…'
              : `Not saved. ${state.problem}`}
      </span>
    </div>
  );
}
