import { useRef, useState, type ReactNode } from 'react';
import { say } from '../../messages/say.ts';
import type { KeptFactCheck } from '../../queries/kept-fact-checks.ts';
import { useRenameFactCheck } from '../../queries/manage-fact-checks.ts';
import { brokenOff, sayDone } from '../../queries/save-outcome.ts';
import { useNotify, useSession } from '../../stores/desk-context.ts';
import { Button } from '../../ui/Button.tsx';
import { claimFocus } from '../../ui/claim-focus.ts';
import { Dialog, DialogActions } from '../../ui/Dialog.tsx';
import { TextField } from '../../ui/Field.tsx';
import styles from './RenameDialog.module.css';

interface RenameDialogProps {
  readonly kept: KeptFactCheck;
  readonly onClose: () => void;
}

/** Asks for another title of a kept fact check; the article keeps its own. */
export function RenameDialog({ kept, onClose }: RenameDialogProps): ReactNode {
  const { id } = kept;
  const [title, setTitle] = useState(kept.title);
  const [problem, setProblem] = useState<string | null>(null);
  const by = useSession(({ reviewer }) => reviewer?.id ?? null);
  const rename = useRenameFactCheck();
  const notify = useNotify();
  const isSending = useRef(false);

  async function takeBack(): Promise<void> {
    const result = await rename.mutateAsync({ id, title: kept.title, by }).catch(brokenOff);
    if (result.outcome === 'refused')
      notify(say('The title could not be taken back. {problem}', { problem: result.problem }));
  }

  async function submit(): Promise<void> {
    const name = title.trim();
    if (isSending.current) return;
    if (name === '') setProblem(say('A fact check needs a title.'));
    else if (name === kept.title) onClose();
    else {
      isSending.current = true;
      const result = await rename.mutateAsync({ id, title: name, by }).catch(brokenOff);
      isSending.current = false;
      if (result.outcome === 'refused')
        setProblem(say('The new title could not be saved. {problem}', { problem: result.problem }));
      else {
        notify(sayDone(say('Renamed to “{name}”.', { name }), result), {
          label: say('Undo'),
          run: () => void takeBack(),
        });
        onClose();
      }
    }
  }

  return (
    <Dialog title={say('Rename')} onClose={onClose}>
      <form
        className={styles['form']}
        onSubmit={(event) => {
          event.preventDefault();
          void submit();
        }}
      >
        <TextField
          label={say('Title')}
          hint={say('Only the fact check gets this title. The article keeps its own.')}
          error={problem}
          value={title}
          onChange={setTitle}
          onFocus={(event) => event.currentTarget.select()}
          maxLength={500}
          inputRef={claimFocus}
        />
        <DialogActions>
          <Button onClick={onClose}>{say('Cancel')}</Button>
          <Button look="primary" type="submit">
            {say('Rename')}
          </Button>
        </DialogActions>
      </form>
    </Dialog>
  );
}
