import type { Clock } from '../domain/clock.ts';
import type { FactCheckHead } from '../domain/fact-check.ts';
import type { Id } from '../domain/record.ts';
import { message, say } from '../messages/say.ts';
import { assembleFactCheck } from './assemble.ts';
import type { DurableSide } from './durable-side.ts';
import { revOf, type Kept } from './kept.ts';
import type { Memory } from './memory.ts';
import { atMost } from './patience.ts';
import type { After } from './saver.ts';
import { NOT_FOUND_YET, NOT_HERE } from './sentences.ts';
import { headKeyOf, type Place } from './storage-key.ts';
import type { SaveResult } from './store.ts';
import { versionOf } from './versions.ts';
import type { Writing } from './writing.ts';

interface HeadParts {
  readonly memory: Memory;
  readonly write: Writing['write'];
  readonly clock: Clock;
}

interface BringBackParts extends HeadParts {
  readonly durable: Pick<DurableSide, 'gather'>;
  /** Writes again what has given way since. */
  readonly putBack: () => Promise<SaveResult>;
  readonly after: After;
  /** What the database has not told after so many milliseconds it is not going to tell. */
  readonly patience: number;
}

export const LET_GO = message('It was deleted too long ago, and is no longer kept.');

/** Removes a fact check: its title record is marked so. */
export function removeFactCheck(id: Id, parts: HeadParts): Promise<SaveResult> {
  return writeHead(id, versionOfRemoved, parts);
}

/**
 * Brings a removed fact check back. A start can have let go of it since that was offered: only the mark of its removal is
 * left then, of which nothing can be made.
 */
export async function bringBack(id: Id, parts: BringBackParts): Promise<SaveResult> {
  const { memory, durable, putBack, after, patience } = parts;
  const isLeft = (): boolean =>
    [...memory.of(id).kept.values()].some(({ place }) => place.type !== 'fact-check');
  const isKnown = isLeft() || ((await atMost(patience, durable.gather(id), after)) ?? false);
  if (!isLeft()) return { ok: false, problem: say(isKnown ? LET_GO : NOT_FOUND_YET) };
  const saved = await writeHead(id, versionOfRestored, parts);
  return saved.ok ? putBack() : saved;
}

/** Writes a version of the title record; when that can't be read, of the one that was made in its place. */
function writeHead(
  id: Id,
  make: (head: FactCheckHead, held: Kept | undefined, clock: Clock) => Kept,
  { memory, write, clock }: HeadParts,
): Promise<SaveResult> {
  const { kept } = memory.of(id);
  const held = kept.get(headKeyOf(id));
  const known = assembleFactCheck(id, kept, clock);
  const head = held?.record ?? (known.ok ? known.factCheck.tables['fact-check'].get(id) : undefined);
  if (head?.type !== 'fact-check') return Promise.resolve({ ok: false, problem: say(NOT_HERE) });
  return write(id, [make(head, held, clock)]);
}

/** The version of a title record that removes its fact check. The other records stay until they are dropped. */
export function versionOfRemoved(
  head: FactCheckHead,
  held: Kept | undefined,
  clock: Clock,
  at = clock.instant(),
): Kept {
  const removal = { rev: clock.nextRev(), at, by: null };
  return versionOf(placeOfHead(head), head, [held && revOf(held)], held, removal);
}

/** The version of a title record that brings its fact check back. */
function versionOfRestored(head: FactCheckHead, held: Kept | undefined, clock: Clock): Kept {
  const restored = { ...head, base: head.rev, rev: clock.nextRev(), updatedAt: clock.instant() };
  return versionOf(placeOfHead(head), restored, [held && revOf(held)], held);
}

function placeOfHead({ type, id }: FactCheckHead): Place {
  return { factCheckId: id, type, id };
}
