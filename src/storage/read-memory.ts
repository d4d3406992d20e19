import type { Clock } from '../domain/clock.ts';
import { compareRevs, type Id, type Rev } from '../domain/record.ts';
import { assembleFactCheck, isRemovedFactCheck } from './assemble.ts';
import { revOf, type Kept } from './kept.ts';
import type { Memory } from './memory.ts';
import { NEWER, NEWER_UNREADABLE, NOT_HERE, REMOVED, sayUnread } from './sentences.ts';
import type { Conflict, KeptFactCheck, OpenResult } from './store.ts';
import { summariseFactCheck } from './summarise.ts';

/** All fact checks that are known and not removed, newest first. */
export function listKnown(memory: Memory, clock: Clock): readonly KeptFactCheck[] {
  return [...memory.ids()]
    .map((id) => ({ id, holding: memory.of(id), kept: [...memory.of(id).kept.values()] }))
    .filter(({ id, holding, kept }) => (kept.length > 0 ? !isRemovedFactCheck(id, kept) : holding.isNewer))
    .map(({ id, holding, kept }) => ({
      ...summariseFactCheck(id, kept, assembleFactCheck(id, kept, clock)),
      isReadOnly: holding.isNewer,
      unfiled: holding.unfiled(),
    }))
    .toSorted((a, b) => (a.updatedAt < b.updatedAt ? 1 : a.updatedAt > b.updatedAt ? -1 : 0));
}

/** The fact check as it is known now. */
export function openKnown(memory: Memory, id: Id, clock: Clock): OpenResult {
  const { kept, isNewer, newer } = memory.of(id);
  const versions = [...kept.values()];
  if (versions.length === 0) return { ok: false, problem: isNewer ? NEWER_UNREADABLE : NOT_HERE };
  if (isRemovedFactCheck(id, versions)) return { ok: false, problem: REMOVED };
  const opened = assembleFactCheck(id, versions, clock);
  if (!isNewer) return opened;
  if (!opened.ok) return { ok: false, problem: NEWER_UNREADABLE };
  const unread = [...newer.keys()].filter((key) => !kept.has(key)).length;
  const notices = unread > 0 ? [sayUnread(unread), ...opened.notices] : opened.notices;
  return { ...opened, notices, readOnlyReason: NEWER };
}

/**
 * Conflict copies that nobody has dismissed. Of one tab's versions only the newest, and none when a newer one by that tab
 * stands: a tab always edits from its own last version.
 */
export function conflictsKnown(memory: Memory, id: Id): readonly Conflict[] {
  const { kept } = memory.of(id);
  const newest = new Map<string, Kept>();
  for (const version of kept.values()) {
    const name = `${version.record.type}/${version.record.id}/${madeAs(version)[1]}`;
    const known = newest.get(name);
    if (!known || compareRevs(madeAs(version), madeAs(known)) > 0) newest.set(name, version);
  }
  return [...newest.values()]
    .filter(({ place, removal }) => place.version && !removal)
    .map(({ record }) => ({ factCheckId: id, record }));
}

/** The revision under which the words were written; a dismissed copy keeps it. */
function madeAs(version: Kept): Rev {
  return version.place.version ?? revOf(version);
}
