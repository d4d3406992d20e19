import { say } from '../../messages/say.ts';
import { useRestoreFactCheck } from '../../queries/manage-fact-checks.ts';
import { brokenOff, sayDone } from '../../queries/save-outcome.ts';
import type { DeletedFactCheck } from '../../queries/deleted-fact-checks.ts';
import { useNotify } from '../../stores/desk-context.ts';

/** Brings a deleted fact check back and says so, or why not; resolves to whether it is back. */
export function useBringBack(): (deleted: Pick<DeletedFactCheck, 'id' | 'title'>) => Promise<boolean> {
  const restore = useRestoreFactCheck();
  const notify = useNotify();
  return async ({ id, title }) => {
    const result = await restore.mutateAsync(id).catch(brokenOff);
    const isBack = result.outcome !== 'refused';
    notify(
      isBack
        ? sayDone(say('“{title}” is back.', { title }), result)
        : say('“{title}” could not be brought back. {problem}', { title, problem: result.problem }),
    );
    return isBack;
  };
}
