import type { ReactNode } from 'react';
import { takeVersion } from '../../domain/take-version.ts';
import { say } from '../../messages/say.ts';
import { useConflicts, useDismissConflict, type Conflict } from '../../queries/conflicts.ts';
import { useFactCheck, useFactCheckEvents, useNotify } from '../../stores/desk-context.ts';
import { Button } from '../../ui/Button.tsx';
import { claimFocus } from '../../ui/claim-focus.ts';
import { Dialog, DialogActions } from '../../ui/Dialog.tsx';
import styles from './Conflicts.module.css';
import { ConflictItem } from './ConflictItem.tsx';

interface ConflictsDialogProps {
  readonly onClose: () => void;
  /** Now, as a UTC instant. */
  readonly now: () => string;
}

/** Every record of which there are two versions, each with the choice between them. */
export function ConflictsDialog({ onClose, now }: ConflictsDialogProps): ReactNode {
  const id = useFactCheck((factCheck) => factCheck.id);
  const { data: conflicts } = useConflicts(id);
  const { carryOut } = useFactCheckEvents();
  const dismiss = useDismissConflict();
  const notify = useNotify();

  async function settle(conflict: Conflict): Promise<void> {
    const saved = await dismiss.mutateAsync(conflict);
    if (!saved.ok) notify(saved.problem);
  }

  if (conflicts === undefined) return null;
  const at = now();
  return (
    <Dialog title={say('Two versions')} onClose={onClose}>
      {conflicts.length === 0 ? (
        <p>{say('There is nothing left to decide.')}</p>
      ) : (
        <>
          <p className={styles['lead']}>
            {say(
              'These records were edited in two places at once. Nothing is lost: one version stands, the other is kept until you decide.',
            )}
          </p>
          <ul className={styles['list']}>
            {conflicts.map((conflict) => (
              <ConflictItem
                key={`${conflict.record.type}/${conflict.record.id}/${conflict.record.rev.join('-')}`}
                conflict={conflict}
                now={at}
                onKeep={() => void settle(conflict)}
                onUse={() => {
                  carryOut((factCheck, hand) => takeVersion(factCheck, conflict.record, hand));
                  void settle(conflict);
                }}
              />
            ))}
          </ul>
        </>
      )}
      <DialogActions>
        <Button ref={claimFocus} onClick={onClose}>
          {say('Close')}
        </Button>
      </DialogActions>
    </Dialog>
  );
}
