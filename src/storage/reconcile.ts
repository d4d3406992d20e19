import { compareRevs, type Id } from '../domain/record.ts';
import type { DurableShelf } from './durable-shelf.ts';
import { isSameRev, revOf } from './kept.ts';
import type { LocalShelf, Texts } from './local-shelf.ts';
import type { Memory } from './memory.ts';
import type { Mirror } from './mirror.ts';
import { within } from './patience.ts';
import type { After } from './saver.ts';
import { headKeyOf, isCopyKey, parseKey } from './storage-key.ts';
import { filedKeyOf } from './unfiled.ts';
import { newsIn, type News } from './watchers.ts';
import { parseKept, serialiseKept, type ReadValue } from './written-value.ts';

export interface Copies {
  readonly shelf: LocalShelf | null;
  readonly target: DurableShelf;
  readonly earlier: readonly DurableShelf[];
}

export interface ReconcileParts extends Copies {
  readonly memory: Memory;
  readonly mirror: Mirror;
  readonly instant: () => string;
  readonly after: After;
}

/** What the copies of one fact check, read together, tell. */
export interface Gathered {
  /** False when a copy could not be read: then something may be in that one only. */
  readonly isWhole: boolean;
  /** What the durable copies knew better. */
  readonly taken: News['taken'];
  /** True when only localStorage had anything of it. */
  readonly isOnlyHere: boolean;
  /** How many records localStorage should have had, and did not have or had older. */
  readonly recovered: number;
  /** Gives the present database what it lacks. A new one lacks everything: nobody who only reads waits for that. */
  readonly heal: () => Promise<void>;
}

const NOTHING: Texts = new Map();

/** A database that has not given one fact check for so long (milliseconds) is not going to. */
const PATIENCE = 30_000;

/** So many values go in one transaction: an edit that is saved meanwhile never waits long. */
const CHUNK = 200;

/** The fact checks that any of the copies holds. */
export async function listEverywhere({ shelf, target, earlier }: Copies): Promise<ReadonlySet<Id>> {
  const lists = await Promise.all([target, ...earlier].map((copy) => copy.factChecks()));
  return new Set([...(shelf?.factChecks() ?? []), ...lists.flatMap((ids) => [...ids])]);
}

/**
 * Brings all copies of one fact check together, key by key: the newest version stands, and each copy that has an older
 * one, a damaged one or none gets it, localStorage at once and the database by `heal`. Where all copies agree nothing is
 * parsed.
 */
export async function gatherFactCheck(id: Id, parts: ReconcileParts): Promise<Gathered> {
  const { shelf, target, earlier, memory, mirror, instant, after } = parts;
  // What is damaged in localStorage goes into quarantine first, and into no other copy.
  const holding = memory.of(id);
  const answers = await Promise.allSettled(
    [target, ...earlier].map((copy) => within(PATIENCE, copy.read(id), after)),
  );
  // One that can't be read hides none of the others: they are taken in before anything is written to it.
  const durable = answers.map((read) => (read.status === 'fulfilled' ? read.value : NOTHING));
  const [there = new Map<string, string>()] = durable;
  const here: Texts = shelf?.read(id) ?? new Map();
  const { agreed, disputed } = compare(here, durable);

  const isInNewer = [target, ...earlier].some((copy, i) => copy.isNewer && (durable[i] ?? NOTHING).size > 0);
  if (isInNewer) holding.stepBack();
  const before = new Map(holding.kept);
  const asked = new Set([...disputed, filedKeyOf(id)]);
  const taken = distinct(durable).flatMap((texts) => memory.take(id, pick(texts, asked)));
  const standing = new Map(holding.isNewer ? foundTexts([here, ...durable], disputed) : []);
  if (!holding.isNewer) {
    const decided = [...holding.kept].filter(([key]) => disputed.has(key) || !before.has(key));
    for (const [key, kept] of copiesFirst(decided)) standing.set(key, serialiseKept(kept));
  }

  // What a newer version wrote, and what stands beside it, is copied to where it is missing and replaced nowhere.
  const lacking = holding.isNewer ? missingIn : unlike;
  const toMirror = new Map([...lacking(standing, here)].filter(([, text]) => mirror.wants(text)));
  if (toMirror.size > 0) mirror.write(toMirror);
  const hasRoom = mirror.behind() === 0;
  const toTarget = lacking(new Map([...agreed, ...standing]), there);

  const recovered = [...toMirror.keys()].filter((key) => {
    const [old, now] = [before.get(key), holding.kept.get(key)];
    return hasRoom && shelf && now && !now.place.version && !(old && isSameRev(revOf(old), revOf(now)));
  });
  return {
    isWhole: answers.every(({ status }) => status === 'fulfilled'),
    taken: newsIn(taken),
    isOnlyHere: here.has(headKeyOf(id)) && durable.every(({ size }) => size === 0),
    recovered: recovered.length,
    heal: () => mergeInChunks(target, toTarget, instant()),
  };
}

/** Keys whose text is the same in every copy that has one and in localStorage, and keys that need a decision. */
function compare(
  here: Texts,
  durable: readonly Texts[],
): { readonly agreed: Texts; readonly disputed: ReadonlySet<string> } {
  const agreed = new Map<string, string>();
  const disputed = new Set<string>();
  const copies = [here, ...durable];
  for (const key of new Set(copies.flatMap((texts) => [...texts.keys()]))) {
    const texts = copies.flatMap((copy) => copy.get(key) ?? []);
    const [text = ''] = texts;
    const isRecord = parseKey(key) !== null;
    if (!isRecord || (here.has(key) && texts.every((other) => other === text))) agreed.set(key, text);
    else disputed.add(key);
  }
  return { agreed, disputed };
}

/** The disputed values as they were found: of several texts under one key the one that was written last. */
function foundTexts(copies: readonly Texts[], disputed: ReadonlySet<string>): Texts {
  const found = new Map<string, { readonly text: string; readonly read: ReadValue }>();
  for (const [key, text] of copies.flatMap((texts) => [...pick(texts, disputed)])) {
    const read = parseKept(key, text);
    const known = found.get(key)?.read;
    if ((read.ok || read.isNewer) && (!known || isLater(read, known))) found.set(key, { text, read });
  }
  return new Map([...found].map(([key, { text }]) => [key, text]));
}

/** What only a newer version can read is later than what this one can. */
function isLater(read: ReadValue, known: ReadValue): boolean {
  if (read.isNewer !== known.isNewer) return read.isNewer;
  if (!read.ok || !known.ok) return !read.ok && known.ok;
  return compareRevs(revOf(read.kept), revOf(known.kept)) > 0;
}

async function mergeInChunks(target: DurableShelf, texts: Texts, at: string): Promise<void> {
  const entries = [...texts];
  for (let start = 0; start < entries.length; start += CHUNK) {
    // oxlint-disable-next-line no-await-in-loop -- one after the other is the point: edits get in between
    await target.merge(new Map(entries.slice(start, start + CHUNK)), at);
  }
}

/** What stands has seen the copies beside it: written first, and cut short, it would make them be forgotten. */
function copiesFirst<T>(entries: readonly (readonly [key: string, value: T])[]): typeof entries {
  return [...entries.filter(([key]) => isCopyKey(key)), ...entries.filter(([key]) => !isCopyKey(key))];
}

/** Each copy without what one before it has in the same words: it is read only once. */
function distinct(copies: readonly Texts[]): readonly Texts[] {
  return copies.map(
    (copy, i) =>
      new Map(
        [...copy].filter(([key, text]) => copies.slice(0, i).every((other) => other.get(key) !== text)),
      ),
  );
}

function pick(texts: Texts, keys: ReadonlySet<string>): Texts {
  return new Map([...texts].filter(([key]) => keys.has(key)));
}

/** The texts that the copy does not have at all. */
function missingIn(texts: Texts, copy: Texts): Texts {
  return new Map([...texts].filter(([key]) => !copy.has(key)));
}

/** The texts that the copy has otherwise, or not at all. */
function unlike(texts: Texts, copy: Texts): Texts {
  return new Map([...texts].filter(([key, text]) => copy.get(key) !== text));
}
