import type { ReactNode } from 'react';
import type { Id } from '../domain/record.ts';
import { useRestoreFactCheck } from '../queries/manage-fact-checks.ts';
import { useNotify } from '../stores/desk-context.ts';
import { LoadFailed } from './Waiting.tsx';

/** Another tab has deleted what is open here; it can be brought back. */
export function DeletedScreen({
  id,
  onRestored,
}: {
  readonly id: Id;
  readonly onRestored: () => void;
}): ReactNode {
  const restore = useRestoreFactCheck();
  const notify = useNotify();
  return (
    <LoadFailed
      problem="This fact check was deleted in another tab."
      retry="Bring it back"
      onRetry={() =>
        restore.mutate(id, {
          onSuccess: (result) => {
            if (result.outcome === 'refused') notify(`It could not be brought back. ${result.problem}`);
            else onRestored();
          },
        })
      }
    />
  );
}
