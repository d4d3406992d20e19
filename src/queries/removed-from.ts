import type { Removed } from '../domain/bring-back.ts';
import type { Id } from '../domain/record.ts';
import type { Store } from '../storage/store.ts';

/** All that was removed from a fact check and can be brought back. */
export async function removedFrom(id: Id, store: Store): Promise<Removed> {
  const [annotations, sources] = await Promise.all([store.removed(id), store.removedSources(id)]);
  return { annotations, sources };
}
