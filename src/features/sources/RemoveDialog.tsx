import type { ReactNode } from 'react';
import type { SourceUse } from '../../domain/list-sources.ts';
import { Button } from '../../ui/Button.tsx';
import { claimFocus } from '../../ui/claim-focus.ts';
import { Dialog, DialogActions } from '../../ui/Dialog.tsx';

interface RemoveDialogProps {
  readonly uses: readonly SourceUse[];
  readonly onRemove: () => void;
  readonly onClose: () => void;
}

/** Asks before a source goes that annotations rest on. */
export function RemoveDialog({ uses, onRemove, onClose }: RemoveDialogProps): ReactNode {
  const count = new Set(uses.map(({ annotation }) => annotation.id)).size;
  return (
    <Dialog title="Remove this source?" onClose={onClose}>
      <p>
        Used in {count === 1 ? '1 annotation' : `${count} annotations`}; the evidence goes with it: stance,
        quoted words and notes.
      </p>
      <DialogActions>
        <Button ref={claimFocus} onClick={onClose}>
          Keep it
        </Button>
        <Button look="danger" onClick={onRemove}>
          Remove source
        </Button>
      </DialogActions>
    </Dialog>
  );
}
