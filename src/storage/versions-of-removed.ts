import type { Clock } from '../domain/clock.ts';
import type { Id } from '../domain/record.ts';
import type { RemovedAnnotation } from '../domain/restore-removed.ts';
import type { Kept } from './kept.ts';
import { keyOf } from './storage-key.ts';
import { versionOf, type HeldAt } from './versions.ts';

/** Versions of what was removed elsewhere and is not known here, under keys that are not held. */
export function versionsOfRemoved(
  factCheckId: Id,
  removed: readonly RemovedAnnotation[],
  heldAt: HeldAt,
  clock: Clock,
): readonly Kept[] {
  const versions = new Map<string, Kept>();
  for (const { annotation, parts, at, by } of removed) {
    for (const record of [annotation, ...parts]) {
      const place = { factCheckId, type: record.type, id: record.id };
      const key = keyOf(place);
      if (heldAt(key) || versions.has(key)) continue;
      const removal = { rev: clock.nextRev(), at, by };
      versions.set(key, versionOf(place, record, [record.rev], undefined, removal));
    }
  }
  return [...versions.values()];
}
