import type { Id } from '../domain/record.ts';
import { isRemovedFactCheck } from './assemble.ts';
import type { ReconcileParts } from './reconcile.ts';
import { headKeyOf, isRecordKey } from './storage-key.ts';

/**
 * Lets go of the records of a fact check that was removed long enough ago. Its title record stays as the mark that it was
 * removed, so that no older copy brings it back. What only looks like its records stays too. Done only while one tab is
 * open: another may be restoring it.
 */
export async function dropRemoved(
  id: Id,
  { shelf, target, memory }: ReconcileParts,
  isAlone: () => Promise<boolean>,
): Promise<void> {
  const head = headKeyOf(id);
  const { kept, isNewer } = memory.of(id);
  if (isNewer || !isRemovedFactCheck(id, kept.values())) return;

  const isRecord = (key: string): boolean => key !== head && isRecordKey(key);
  const there = await target.read(id);
  const keys = [...there.keys()].filter(isRecord);
  if (!(await isAlone())) return;
  // Meanwhile it may have been restored or edited, by whomever. From here on nothing is waited for: whoever restores it
  // after this finds it gone, and writes all of it.
  const here = shelf?.read(id) ?? new Map<string, string>();
  for (const texts of [there, here]) memory.take(id, texts);
  if (!isRemovedFactCheck(id, memory.of(id).kept.values())) return;
  for (const key of here.keys()) if (isRecord(key)) shelf?.remove(key);
  memory.forget(id);
  if (keys.length > 0) await target.drop(keys, there);
}
