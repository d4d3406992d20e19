import { say } from '../messages/say.ts';
import type { Clock } from '../domain/clock.ts';
import { nameOf } from '../domain/pointers.ts';
import type { Id } from '../domain/record.ts';
import { assembleFactCheck, isRemovedFactCheck } from './assemble.ts';
import type { Holding } from './holding.ts';
import { isMadeFrom, isSameRev, revOf, type Kept } from './kept.ts';
import type { Memory } from './memory.ts';
import { standingRecords } from './standing.ts';
import { NEWER, NEWER_UNREADABLE, NOT_HERE, REMOVED, sayUnread } from './sentences.ts';
import type { Conflict, KeptFactCheck, OpenResult } from './store.ts';
import { summariseFactCheck } from './summarise.ts';

/** All fact checks that are known and not removed, newest first. */
export function listKnown(memory: Memory, clock: Clock): readonly KeptFactCheck[] {
  return [...memory.ids()]
    .map((id) => ({ id, holding: memory.of(id), versions: [...memory.of(id).kept.values()] }))
    .filter(({ id, holding, versions }) =>
      versions.length > 0 ? !isRemovedFactCheck(id, versions) : holding.isNewer,
    )
    .map(({ id, holding, versions }) => ({
      ...summariseFactCheck(id, versions, assembleFactCheck(id, holding.kept, clock)),
      isReadOnly: holding.isNewer,
      unfiled: holding.unfiled(),
    }))
    .toSorted((a, b) => (a.updatedAt < b.updatedAt ? 1 : a.updatedAt > b.updatedAt ? -1 : 0));
}

/** What was made of a holding in this state. */
const opened = new WeakMap<object, OpenResult>();

/** The fact check as it is known now; the same object as long as nothing else is known of it. */
export function openKnown(memory: Memory, id: Id, clock: Clock): OpenResult {
  const holding = memory.of(id);
  const state = holding.state();
  const known = opened.get(state) ?? openHeld(holding, id, clock);
  opened.set(state, known);
  return known;
}

function openHeld({ kept, isNewer, newer }: Holding, id: Id, clock: Clock): OpenResult {
  const versions = [...kept.values()];
  if (versions.length === 0) return { ok: false, problem: isNewer ? say(NEWER_UNREADABLE) : say(NOT_HERE) };
  if (isRemovedFactCheck(id, versions)) return { ok: false, problem: say(REMOVED) };
  const whole = assembleFactCheck(id, kept, clock);
  if (!isNewer) return whole;
  if (!whole.ok) return { ok: false, problem: say(NEWER_UNREADABLE) };
  const unread = [...newer.keys()].filter((key) => !kept.has(key)).length;
  const notices = unread > 0 ? [sayUnread(unread), ...whole.notices] : whole.notices;
  return { ...whole, notices, readOnlyReason: say(NEWER) };
}

/** Conflict copies that nobody has dismissed, that do not stand, and that no version was made from which is kept. */
export function conflictsKnown(memory: Memory, id: Id): readonly Conflict[] {
  const { kept } = memory.of(id);
  const copies = [...kept.values()].filter(({ place }) => place.version);
  if (copies.length === 0) return [];
  // Only what had to be settled tells what it was not made from.
  const settled = [...kept.values()].filter(({ lost }) => lost !== undefined);
  const isTakenUp = ({ record }: Kept): boolean =>
    settled.some(
      (other) =>
        nameOf(other.record) === nameOf(record) &&
        !isSameRev(revOf(other), record.rev) &&
        isMadeFrom(other, record.rev),
    );
  const standing = new Set(standingRecords(kept));
  return copies
    .filter((copy) => !copy.removal && !standing.has(copy.record) && !isTakenUp(copy))
    .map(({ record }) => ({ factCheckId: id, record }));
}
