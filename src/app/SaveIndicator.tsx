import { Check, CircleAlert, LoaderCircle } from 'lucide-react';
import type { ReactNode } from 'react';
import { useStore } from 'zustand';
import { say } from '../messages/say.ts';
import { CODE_MISSING } from '../storage/sentences.ts';
import { Button } from '../ui/Button.tsx';
import type { Saving } from './saving.ts';
import styles from './Desk.module.css';

/** Says Saved only when everything is. */
export function SaveIndicator({ saving }: { readonly saving: Saving }): ReactNode {
  const state = useStore(saving);
  return (
    <div className={styles['saving']} data-state={state.kind} role="status" aria-label={say('Saving')}>
      {state.kind === 'saved' ? <Check aria-hidden="true" /> : null}
      {state.kind === 'saving' || state.kind === 'starting' ? <LoaderCircle aria-hidden="true" /> : null}
      {state.kind === 'not-saved' ? <CircleAlert aria-hidden="true" /> : null}
      <span
        title={state.kind === 'saved' ? (state.note ?? undefined) : undefined}
        data-widest={state.kind === 'not-saved' ? undefined : `${say('Saved')}\n${say('Saving…')}`}
      >
        {state.kind === 'saved'
          ? say('Saved')
          : state.kind === 'saving'
            ? say('Saving…')
            : state.kind === 'starting'
              ? say('Checking…')
              : say('Not saved. {problem}', { problem: state.problem })}
      </span>
      {state.kind === 'not-saved' && state.problem === say(CODE_MISSING) ? (
        <Button onClick={() => location.reload()}>{say('Load the page again')}</Button>
      ) : null}
    </div>
  );
}
