import { recordsOf } from '../domain/fact-check.ts';
import type { Id } from '../domain/record.ts';
import type { DraftArticle } from '../domain/start-fact-check.ts';
import type { Store } from '../storage/store.ts';
import { emptyOnes } from './samples.ts';

/**
 * Removes other fact checks of a sample that nobody has done anything to: where localStorage was emptied, one that was
 * started before is known only once the database has answered.
 */
export async function removeTwins(id: Id, draft: DraftArticle, store: Store): Promise<void> {
  await whenReconciled(store);
  const twins = (await emptyOnes(draft, store)).filter((other) => other !== id);
  await Promise.all(
    twins.map(async (twin) => {
      const opened = await store.read(twin);
      const isUntouched = opened.ok && recordsOf(opened.factCheck).every(({ base }) => base === undefined);
      if (isUntouched && (await store.removed(twin)).length === 0) await store.remove(twin);
    }),
  );
}

function whenReconciled(store: Store): Promise<void> {
  return new Promise((resolve) => {
    const look = (): void => {
      if (!store.state().isReconciled) return;
      stop();
      resolve();
    };
    const stop = store.watchState(look);
    look();
  });
}
