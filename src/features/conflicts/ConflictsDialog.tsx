import type { ReactNode } from 'react';
import { takeVersion } from '../../domain/take-version.ts';
import { say } from '../../messages/say.ts';
import {
  useConflicts,
  useDismissConflict,
  useReviveConflict,
  type Conflict,
} from '../../queries/conflicts.ts';
import { useFactCheck, useFactCheckEvents, useNotify } from '../../stores/desk-context.ts';
import { useUndoNotice } from '../../stores/use-undo-notice.ts';
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
  const revive = useReviveConflict();
  const notify = useNotify();
  const offerUndo = useUndoNotice();

  async function isDismissed(conflict: Conflict): Promise<boolean> {
    const saved = await dismiss.mutateAsync(conflict);
    if (!saved.ok) notify(saved.problem);
    return saved.ok;
  }

  async function askAgain(conflict: Conflict): Promise<void> {
    const kept = await revive.mutateAsync(conflict);
    if (!kept.ok) notify(kept.problem);
  }

  async function keep(conflict: Conflict): Promise<void> {
    if (!(await isDismissed(conflict))) return;
    notify(say('The version that stands is kept.'), {
      label: say('Undo'),
      run: () => void askAgain(conflict),
    });
  }

  async function use(conflict: Conflict): Promise<void> {
    carryOut((factCheck, hand) => takeVersion(factCheck, conflict.record, hand));
    const dismissal = isDismissed(conflict);
    offerUndo(say('The other version stands now.'), () => {
      void dismissal.then((isGone) => (isGone ? askAgain(conflict) : undefined));
    });
    await dismissal;
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
                onKeep={() => void keep(conflict)}
                onUse={() => void use(conflict)}
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
