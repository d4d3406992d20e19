import type { ReactNode } from 'react';
import type { Id } from '../domain/record.ts';
import { say } from '../messages/say.ts';
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
      problem={say('This fact check was deleted in another tab.')}
      retry={say('Bring it back')}
      onRetry={() =>
        restore.mutate(id, {
          onSuccess: (result) => {
            if (result.outcome === 'refused')
              notify(say('It could not be brought back. {problem}', { problem: result.problem }));
            else onRestored();
          },
        })
      }
    />
  );
}
