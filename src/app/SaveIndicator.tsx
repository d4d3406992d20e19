import { Check, CircleAlert, LoaderCircle } from 'lucide-react';
import { useEffect, type ReactNode } from 'react';
import { useStore } from 'zustand';
import type { Saving } from './saving.ts';
import styles from './Desk.module.css';

/** Says Saved only when everything is, and asks before the page is left while something is not. */
export function SaveIndicator({ saving }: { readonly saving: Saving }): ReactNode {
  const state = useStore(saving);
  const isSaved = state.kind === 'saved';

  useEffect(() => {
    if (isSaved) return;
    const ask = (event: BeforeUnloadEvent): void => event.preventDefault();
    addEventListener('beforeunload', ask);
    return () => removeEventListener('beforeunload', ask);
  }, [isSaved]);

  return (
    <div className={styles['saving']} data-state={state.kind} role="status" aria-label="Saving">
      {state.kind === 'saved' ? <Check aria-hidden="true" /> : null}
      {state.kind === 'saving' ? <LoaderCircle aria-hidden="true" /> : null}
      {state.kind === 'not-saved' ? <CircleAlert aria-hidden="true" /> : null}
      <span title={state.kind === 'saved' ? (state.note ?? undefined) : undefined}>
        {state.kind === 'saved'
          ? 'Saved'
          : state.kind === 'saving'
            ? 'Saving…'
            : `Not saved. ${state.problem}`}
      </span>
    </div>
  );
}
