import { useState, type ReactNode } from 'react';
import { say } from '../../messages/say.ts';
import { useFactCheck } from '../../stores/desk-context.ts';
import type { PresentReviewer } from '../../stores/fact-check-store.ts';
import { Button } from '../../ui/Button.tsx';
import { claimFocus } from '../../ui/claim-focus.ts';
import { Dialog, DialogActions } from '../../ui/Dialog.tsx';
import { TextField } from '../../ui/Field.tsx';
import styles from './Settings.module.css';

interface ReviewerDialogProps {
  /** A name that is new here. */
  readonly onName: (name: string) => void;
  /** One of the reviewers of this fact check, who goes on with their own verdicts. */
  readonly onTakeUp: (reviewer: PresentReviewer) => void;
  readonly onCancel: () => void;
}

/** Asks who is checking: once, before the first annotation. */
export function ReviewerDialog({ onName, onTakeUp, onCancel }: ReviewerDialogProps): ReactNode {
  const [name, setName] = useState('');
  const known = useFactCheck(({ tables }) => tables.reviewer);
  const [error, setError] = useState<string | null>(null);
  return (
    <Dialog title={say('Who is checking?')} onClose={onCancel}>
      <form
        className={styles['form']}
        onSubmit={(event) => {
          event.preventDefault();
          if (name.trim() === '') setError(say('Write a name, or initials, or a pen name.'));
          else onName(name.trim());
        }}
      >
        <TextField
          label={say('Your name')}
          hint={say('Your name goes into the file beside your verdicts. There is no account.')}
          error={error}
          value={name}
          autoComplete="name"
          maxLength={200}
          inputRef={claimFocus}
          onChange={(text) => {
            setName(text);
            setError(null);
          }}
        />
        {known.size > 0 ? (
          <div className={styles['known']} role="group" aria-label={say('Reviewers of this fact check')}>
            <p>{say('Have you checked here before? Go on as yourself, and your verdicts stay yours:')}</p>
            {[...known.values()].map((reviewer) => (
              <Button key={reviewer.id} onClick={() => onTakeUp({ id: reviewer.id, name: reviewer.name })}>
                <bdi>{reviewer.name}</bdi>
              </Button>
            ))}
          </div>
        ) : null}
        <DialogActions>
          <Button onClick={onCancel}>{say('Cancel')}</Button>
          <Button look="primary" type="submit">
            {say('Continue')}
          </Button>
        </DialogActions>
      </form>
    </Dialog>
  );
}
