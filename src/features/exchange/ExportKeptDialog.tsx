import type { ReactNode } from 'react';
import type { Id } from '../../domain/record.ts';
import { say } from '../../messages/say.ts';
import { useWholeFactCheck } from '../../queries/whole-fact-check.ts';
import { useKeeping } from '../../queries/store-context.ts';
import { Button } from '../../ui/Button.tsx';
import { claimFocus } from '../../ui/claim-focus.ts';
import { Dialog, DialogActions } from '../../ui/Dialog.tsx';
import { ExportDialog } from './ExportDialog.tsx';
import { useIsLate } from '../../ui/use-is-late.ts';

interface ExportKeptDialogProps {
  readonly id: Id;
  readonly onClose: () => void;
}

/** The same for a fact check that is not open: it is read from storage first, and from both copies. */
export function ExportKeptDialog({ id, onClose }: ExportKeptDialogProps): ReactNode {
  const { clock } = useKeeping();
  const { data, error } = useWholeFactCheck(id);
  const opened = data?.opened;
  if (opened?.ok) {
    return (
      <ExportDialog
        factCheck={opened.factCheck}
        caveat={data?.caveat ?? null}
        onClose={onClose}
        now={clock.instant}
      />
    );
  }
  const problem = error?.message ?? opened?.problem;
  if (problem === undefined) return <ComparingDialog onClose={onClose} />;
  return (
    <Dialog title={say('This can’t be exported')} onClose={onClose}>
      <p>{problem}</p>
      <DialogActions>
        <Button onClick={onClose}>{say('Close')}</Button>
      </DialogActions>
    </Dialog>
  );
}

/** Said at once to screen readers, and after a while to all. */
function ComparingDialog({ onClose }: { readonly onClose: () => void }): ReactNode {
  const isLate = useIsLate();
  const words = say('Comparing the two copies in this browser, so that nothing is missing…');
  if (!isLate) {
    return (
      <p className="visually-hidden" role="status">
        {words}
      </p>
    );
  }
  return (
    <Dialog title={say('Export')} onClose={onClose}>
      <p role="status">{words}</p>
      <DialogActions>
        <Button ref={claimFocus} onClick={onClose}>
          {say('Cancel')}
        </Button>
      </DialogActions>
    </Dialog>
  );
}
