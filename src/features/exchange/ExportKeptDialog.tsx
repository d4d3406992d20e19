import type { ReactNode } from 'react';
import type { Id } from '../../domain/record.ts';
import { useOpenFactCheck } from '../../queries/kept-fact-checks.ts';
import { useKeeping } from '../../queries/store-context.ts';
import { Button } from '../../ui/Button.tsx';
import { Dialog, DialogActions } from '../../ui/Dialog.tsx';
import { ExportDialog } from './ExportDialog.tsx';

interface ExportKeptDialogProps {
  readonly id: Id;
  readonly onClose: () => void;
}

/** The same for a fact check that is not open: it is read from storage first. */
export function ExportKeptDialog({ id, onClose }: ExportKeptDialogProps): ReactNode {
  const { clock } = useKeeping();
  const { data, error } = useOpenFactCheck(id);
  if (data?.ok) return <ExportDialog factCheck={data.factCheck} onClose={onClose} now={clock.instant} />;
  const problem = error?.message ?? data?.problem;
  if (problem === undefined) return null;
  return (
    <Dialog title="This can’t be exported" onClose={onClose}>
      <p>{problem}</p>
      <DialogActions>
        <Button onClick={onClose}>Close</Button>
      </DialogActions>
    </Dialog>
  );
}
