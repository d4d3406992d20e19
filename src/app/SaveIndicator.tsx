import { Check, CircleAlert, LoaderCircle } from 'lucide-react';
import type { ReactNode } from 'react';
import { useStore } from 'zustand';
import { say } from '../messages/say.ts';
import { CODE_MISSING } from '../storage/sentences.ts';
import { useUnnamedWords } from '../stores/desk-context.ts';
import { isHolding } from '../stores/unnamed-words.ts';
import { Button } from '../ui/Button.tsx';
import { useAskBeforeUnload } from '../ui/use-ask-before-unload.ts';
import type { Saving, SavingState } from './saving.ts';
import styles from './Desk.module.css';

/** Says Saved only when everything is. */
export function SaveIndicator({ saving }: { readonly saving: Saving }): ReactNode {
  const stored = useStore(saving);
  const isWaiting = useStore(useUnnamedWords(), isHolding);
  const state: SavingState =
    isWaiting && stored.kind !== 'not-saved'
      ? { kind: 'not-saved', problem: say('What you have typed waits for your name.') }
      : stored;
  useAskBeforeUnload(state.kind === 'not-saved');
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
