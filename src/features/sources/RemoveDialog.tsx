import type { ReactNode } from 'react';
import type { SourceUse } from '../../domain/list-sources.ts';
import { say } from '../../messages/say.ts';
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
    <Dialog title={say('Remove this source?')} onClose={onClose}>
      <p>
        {say(
          'Used in {n, plural, one {# annotation} other {# annotations}}; the evidence goes with it: stance, quoted words and notes.',
          { n: count },
        )}
      </p>
      <DialogActions>
        <Button ref={claimFocus} onClick={onClose}>
          {say('Keep it')}
        </Button>
        <Button look="danger" onClick={onRemove}>
          {say('Remove source')}
        </Button>
      </DialogActions>
    </Dialog>
  );
}
