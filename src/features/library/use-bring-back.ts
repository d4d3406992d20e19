import { say } from '../../messages/say.ts';
import { useRestoreFactCheck } from '../../queries/manage-fact-checks.ts';
import { brokenOff, sayDone } from '../../queries/save-outcome.ts';
import type { DeletedFactCheck } from '../../queries/deleted-fact-checks.ts';
import { useNotify } from '../../stores/desk-context.ts';

/** Brings a deleted fact check back and says so, or why not. */
export function useBringBack(): (deleted: Pick<DeletedFactCheck, 'id' | 'title'>) => Promise<void> {
  const restore = useRestoreFactCheck();
  const notify = useNotify();
  return async ({ id, title }) => {
    const result = await restore.mutateAsync(id).catch(brokenOff);
    if (result.outcome === 'refused')
      notify(say('“{title}” could not be brought back. {problem}', { title, problem: result.problem }));
    else notify(sayDone(say('“{title}” is back.', { title }), result));
  };
}
