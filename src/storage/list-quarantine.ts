import type { Clock } from '../domain/clock.ts';
import { findGaps, gatherFactCheck, recordsOf } from '../domain/fact-check.ts';
import type { Id } from '../domain/record.ts';
import { message, say } from '../messages/say.ts';
import { assembleFactCheck, isRemovedFactCheck } from './assemble.ts';
import type { DurableSide } from './durable-side.ts';
import type { LocalShelf, Texts } from './local-shelf.ts';
import type { Memory } from './memory.ts';
import { atMost } from './patience.ts';
import { readQuarantineEntry } from './read-quarantine-entry.ts';
import type { After } from './saver.ts';
import { standingRecords } from './standing.ts';
import { keyOf, PREFIX, QUARANTINE_PREFIX } from './storage-key.ts';
import type { Quarantined } from './store.ts';
import { isStrangeKey, STRANGE } from './strangers.ts';
import { BY_NEWER, serialiseKept } from './written-value.ts';

export interface QuarantineParts {
  readonly shelf: LocalShelf | null;
  readonly memory: Memory;
  readonly clock: Clock;
  readonly durable: Pick<DurableSide, 'readAll' | 'readStrangers' | 'reconcileAll'>;
  readonly after: After;
}

/** A database that has not answered for so long (milliseconds) is left out. */
const PATIENCE = 5000;

/** Everything that is kept and can't be shown where it belongs, newest first. Moves nothing. */
export async function listQuarantine({
  shelf,
  memory,
  clock,
  durable,
  after,
}: QuarantineParts): Promise<readonly Quarantined[]> {
  await atMost(PATIENCE, durable.reconcileAll(), after);
  const inTime = async (texts: Promise<Texts>): Promise<Texts> =>
    (await atMost(PATIENCE, texts, after)) ?? new Map();
  const [durableEntries, durableStrangers] = await Promise.all([
    inTime(durable.readAll(QUARANTINE_PREFIX)),
    inTime(durable.readStrangers()),
  ]);
  const stranded = [...memory.ids()].flatMap((id) => findStranded(id, memory, clock));
  const entries = new Map([...durableEntries, ...(shelf?.readAll(QUARANTINE_PREFIX) ?? [])]);
  const strangers = [...durableStrangers, ...(shelf ? strangersOn(shelf) : [])];
  const found = [
    ...Array.from(entries, ([key, text]) => readQuarantineEntry(key, text)),
    ...Array.from(strangers, ([key, raw]) => ({ key, raw, reason: say(STRANGE), at: '' })),
    ...stranded,
  ];
  // What is in two places is one thing; an entry, which is the first, says since when it is known.
  const known = new Map(found.toReversed().map((entry) => [`${entry.key}|${entry.raw}`, entry]));
  return [...known.values()].toSorted((a, b) => compare(b.at, a.at) || compare(a.key, b.key));
}

/** Keys that look like ours and name no record, such as those that somebody wrote by hand. They stay where they are. */
function strangersOn(shelf: LocalShelf): Texts {
  return new Map([...shelf.readAll(PREFIX)].filter(([key]) => isStrangeKey(key)));
}

/** Records that are whole, and are left out of their fact check because what they hang on is not there. */
function findStranded(id: Id, memory: Memory, clock: Clock): readonly Quarantined[] {
  const { kept, isNewer, newer } = memory.of(id);
  // Of a removed fact check only the mark of its removal may be left.
  if (isRemovedFactCheck(id, kept.values())) return [];
  const unread = [...newer].filter(([key]) => !kept.has(key));
  const standing = standingRecords(kept);
  const opened = assembleFactCheck(id, kept, clock);
  const shown = new Set(opened.ok ? recordsOf(opened.factCheck) : []);
  const left = standing.filter((record) => !shown.has(record));
  if (left.length + unread.length === 0) return [];
  const reasons = new Map(
    findGaps(gatherFactCheck(id, standing)).map(({ type, record, problem }) => [
      `${type}/${record}`,
      problem,
    ]),
  );
  const stranded = left.flatMap((record): Quarantined[] => {
    const key = keyOf({ factCheckId: id, type: record.type, id: record.id });
    const version = kept.get(key);
    if (!version) return [];
    const raw = newer.get(key) ?? serialiseKept(version);
    // A newer version may know what hangs on what.
    if (isNewer) return [{ key, raw, reason: say(BY_NEWER), isNewer, at: record.updatedAt }];
    const reason = opened.ok
      ? (reasons.get(`${record.type}/${record.id}`) ?? say(HANGS_LOOSE))
      : opened.problem;
    return [{ key, raw, reason, at: record.updatedAt }];
  });
  return [
    ...stranded,
    ...unread.map(([key, raw]): Quarantined => ({ key, raw, reason: say(BY_NEWER), isNewer: true, at: '' })),
  ];
}

const HANGS_LOOSE = message('It hangs on a record that is left out.');

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
