import { useState, type ReactNode } from 'react';
import { Button } from '../../ui/Button.tsx';
import { claimFocus } from '../../ui/claim-focus.ts';
import { Dialog, DialogActions } from '../../ui/Dialog.tsx';
import { TextField } from '../../ui/Field.tsx';
import styles from './Settings.module.css';

interface ReviewerDialogProps {
  readonly onName: (name: string) => void;
  readonly onCancel: () => void;
}

/** Asks who is checking: once, before the first annotation. */
export function ReviewerDialog({ onName, onCancel }: ReviewerDialogProps): ReactNode {
  const [name, setName] = useState('');
  const [error, setError] = useState<string | null>(null);
  return (
    <Dialog title="Who is checking?" onClose={onCancel}>
      <form
        className={styles['form']}
        onSubmit={(event) => {
          event.preventDefault();
          if (name.trim() === '') setError('Write a name, or initials, or a pen name.');
          else onName(name.trim());
        }}
      >
        <TextField
          label="Your name"
          hint="Your name goes into the file beside your verdicts. There is no account."
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
        <DialogActions>
          <Button onClick={onCancel}>Cancel</Button>
          <Button look="primary" type="submit">
            Continue
          </Button>
        </DialogActions>
      </form>
    </Dialog>
  );
}
