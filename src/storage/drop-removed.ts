import * as v from 'valibot';
import { parseJson } from '../domain/parse-json.ts';
import { revSchema, type Id, type Rev } from '../domain/record.ts';
import { isRemovedFactCheck } from './assemble.ts';
import { isSameRev, revOf } from './kept.ts';
import type { ReconcileParts } from './reconcile.ts';
import { headKeyOf, isRecordKey, removalSeenKeyOf } from './storage-key.ts';

/** A removed fact check can be restored until starts on so many days have found it removed. */
const DAYS = 3;
const DAY = 24 * 60 * 60 * 1000;

/**
 * Lets go of the records of a fact check that was removed long enough ago. Its title record stays as the mark that it was
 * removed, so that no older copy brings it back. What only looks like its records stays too. Done only while one tab is
 * open: another may be restoring it. `letGo` is called once nothing of it is known here any more.
 */
export async function dropRemoved(
  id: Id,
  { shelf, target, memory, instant }: ReconcileParts,
  { isAlone, letGo }: { readonly isAlone: () => Promise<boolean>; readonly letGo: () => void },
): Promise<void> {
  const head = headKeyOf(id);
  const { kept, isNewer } = memory.of(id);
  const mark = kept.get(head);
  if (isNewer || !mark || !isRemovedFactCheck(id, kept.values())) return;

  const isRecord = (key: string): boolean => key !== head && isRecordKey(key);
  const there = await target.read(id);
  const keys = [...there.keys()].filter(isRecord);
  const seenKey = removalSeenKeyOf(id);
  const isBare = keys.every((key) => key === seenKey) && ![...(shelf?.read(id).keys() ?? [])].some(isRecord);
  if (isBare) return;
  const before = there.get(seenKey);
  const seen = seeRemoved(before, revOf(mark), Date.parse(instant()));
  if (seen.days < DAYS) {
    const text = JSON.stringify(seen);
    if (text !== before) await target.merge(new Map([[seenKey, text]]), instant());
    return;
  }
  if (!(await isAlone())) return;
  // Meanwhile it may have been restored or edited, by whomever. From here on nothing is waited for: whoever restores it
  // after this finds it gone, and writes all of it.
  const here = shelf?.read(id) ?? new Map<string, string>();
  for (const texts of [there, here]) memory.take(id, texts);
  if (!isRemovedFactCheck(id, memory.of(id).kept.values())) return;
  for (const key of here.keys()) if (isRecord(key)) shelf?.remove(key);
  memory.forget(id);
  letGo();
  if (keys.length > 0) await target.drop(keys, there);
}

const seenSchema = v.object({ rev: revSchema, days: v.number(), at: v.number() });

/** On how many days starts have found a removal, and when, in milliseconds since the epoch, the last of these days began. */
type Seen = Readonly<v.InferOutput<typeof seenSchema>>;

/**
 * When something was removed is what the clock of that hour said, which may have been wrong by years: only what starts have
 * seen since is counted. A clock that has gone back since begins the count anew, and one that jumps ahead makes one day.
 */
function seeRemoved(text: string | undefined, [time, tab]: Rev, now: number): Seen {
  const read = v.safeParse(seenSchema, parseJson(text ?? ''));
  const seen = read.success && isSameRev(read.output.rev, [time, tab]) ? read.output : null;
  if (!seen || seen.at > now) return { rev: [time, tab], days: 1, at: now };
  return now - seen.at < DAY ? seen : { ...seen, days: seen.days + 1, at: now };
}
