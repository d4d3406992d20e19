import { recordsOf } from '../domain/fact-check.ts';
import type { Id } from '../domain/record.ts';
import type { DraftArticle } from '../domain/start-fact-check.ts';
import type { Store } from '../storage/store.ts';
import { emptyOnes } from './samples.ts';

/**
 * Removes other fact checks of a sample that nobody has done anything to. Once the copies were compared all are known: where
 * localStorage was emptied, one that was started before is in the database alone.
 */
export async function removeTwins(id: Id, draft: DraftArticle, store: Store): Promise<void> {
  const twins = (await emptyOnes(draft, store)).filter((other) => other !== id);
  await Promise.all(
    twins.map(async (twin) => {
      const opened = await store.open(twin);
      const isUntouched = opened.ok && recordsOf(opened.factCheck).every(({ base }) => base === undefined);
      if (isUntouched && (await store.removed(twin)).length === 0) await store.remove(twin);
    }),
  );
}
