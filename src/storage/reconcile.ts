import { compareRevs, type Id } from '../domain/record.ts';
import { say } from '../messages/say.ts';
import { isRemovedFactCheck } from './assemble.ts';
import type { DurableShelf } from './durable-shelf.ts';
import { fitArticles, TEXT_MISFIT, withoutMisfits } from './fit-articles.ts';
import type { Taken } from './holding.ts';
import { isSameRev, revOf, type Kept } from './kept.ts';
import type { LocalShelf, Texts } from './local-shelf.ts';
import type { Memory } from './memory.ts';
import type { Mirror } from './mirror.ts';
import { within } from './patience.ts';
import type { After } from './saver.ts';
import { filedKeyOf, headKeyOf, keyOf, parseKey } from './storage-key.ts';
import type { Finding } from './store.ts';
import { entryOfStranger, isStrangeKey } from './strangers.ts';
import { newsIn } from './watchers.ts';
import { isTextOf, parseKept, serialiseKept, type ReadValue } from './written-value.ts';

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
  /** Takes in what other tabs have written under these keys. */
  readonly lookAround: (keys: readonly string[]) => void;
}

/** What the durable copies of one fact check knew better. */
export interface News {
  /** At most one for each key: what stood before all of it, and what stands after. */
  readonly taken: readonly Taken[];
  /** What was restored or put right. */
  readonly findings: readonly Finding[];
}

/** What the copies of one fact check, read together, tell. */
export interface Gathered extends News {
  /** False when a copy could not be read: then something may be in that one only. */
  readonly isWhole: boolean;
  /** What is true once `heal` has done so: each try of a start finds it anew. */
  readonly healed: readonly Finding[];
  /** Gives the present database what it lacks. A new one lacks everything: nobody who only reads waits for that. */
  readonly heal: () => Promise<void>;
}

const NOTHING: Texts = new Map();

/** A database that has not given one fact check for so long (milliseconds) is not going to. */
const PATIENCE = 30_000;

/** So many values go in one transaction: an edit that is saved meanwhile never waits long. */
const CHUNK = 200;
/** One that has not taken them for so long (milliseconds), a large import before them included, is not going to. */
const PATIENCE_FOR_CHUNK = 60_000;

/** The fact checks that any of the copies holds. */
export async function listEverywhere({ shelf, target, earlier }: Copies): Promise<ReadonlySet<Id>> {
  const lists = await Promise.all([target, ...earlier].map((copy) => copy.factChecks()));
  return new Set([...(shelf?.factChecks() ?? []), ...lists.flatMap((ids) => [...ids])]);
}

/**
 * Brings all copies of one fact check together, key by key: the newest version stands, and each copy that has an older
 * one, a damaged one or none gets it, localStorage at once and the database by `heal`. Where all copies agree nothing is
 * parsed. `wasHere`: localStorage had something of it when this start began.
 */
export async function gatherFactCheck(id: Id, parts: ReconcileParts, wasHere: boolean): Promise<Gathered> {
  const { shelf, target, earlier, memory, mirror, after, lookAround } = parts;
  // What is damaged in localStorage goes into quarantine first, and into no other copy.
  const holding = memory.of(id);
  const answers = await Promise.allSettled(
    [target, ...earlier].map((copy) => within(PATIENCE, copy.read(id), after)),
  );
  // One that can't be read hides none of the others: they are taken in before anything is written to it.
  const asRead = answers.map((read) => (read.status === 'fulfilled' ? read.value : NOTHING));
  const [there = new Map<string, string>()] = asRead;
  const misfits = await findMisfits(id, asRead, parts);
  const mended = misfits.map(({ key, text, mended: version }) =>
    memory.mend(id, { key, text, problem: say(TEXT_MISFIT) }, version),
  );
  const durable = withoutMisfits(asRead, misfits);
  const here: Texts = shelf?.read(id) ?? new Map();
  const { agreed, disputed } = compare(here, durable);
  // Another tab may have written while the database was read, and no word of it has come yet.
  const unheard = [...agreed.keys()].filter((key) => !holding.kept.has(key) && !holding.isNewer);
  lookAround([...disputed, ...unheard]);

  const isInNewer = [target, ...earlier].some((copy, i) => copy.isNewer && (durable[i] ?? NOTHING).size > 0);
  if (isInNewer) holding.stepBack();
  const before = new Map(holding.kept);
  const asked = new Set([...disputed, filedKeyOf(id)]);
  const asFound = new Map<string, string>();
  const taken = distinct(durable).flatMap((texts) => {
    const own = pick(texts, asked);
    const read = memory.take(id, own);
    // A damaged text can begin like that of the same version: only what was read whole may be copied.
    for (const { version } of read) {
      const key = keyOf(version.place);
      asFound.set(key, own.get(key) ?? '');
    }
    return read;
  });
  for (const [key, text] of pick(here, disputed)) {
    const stands = holding.kept.get(key);
    if (stands && isTextOf(text, stands) && parseKept(key, text).ok) asFound.set(key, text);
  }
  const standing = new Map<string, string>(holding.isNewer ? foundTexts([here, ...durable], disputed) : []);
  if (!holding.isNewer) {
    const decided = [...holding.kept].filter(([key]) => disputed.has(key) || !before.has(key));
    for (const [key, kept] of copiesFirst(decided)) standing.set(key, textOf(kept, asFound.get(key)));
  }

  // What a newer version wrote, and what stands beside it, is copied to where it is missing and replaced nowhere.
  const lacking = holding.isNewer ? missingIn : unlike;
  const toMirror = lacking(standing, here);
  const wanted = only(toMirror, mirror.wants);
  const isFoundBy = (key: string, text: string): boolean => durable.some((copy) => copy.get(key) === text);
  const found = only(toMirror, isFoundBy);
  const news = only(toMirror, (key, text) => !isFoundBy(key, text));
  if (found.size > 0) mirror.keep(found);
  if (news.size > 0) mirror.write(news);
  const hasRoom = mirror.behind() === 0;
  const toTarget = lacking(
    new Map([...strangersBeside(agreed, durable, parts), ...agreed, ...standing]),
    there,
  );

  const recovered = [...wanted].filter(([key, text]) => {
    const [old, now] = [before.get(key), holding.kept.get(key)];
    if (!old && mirror.mayLack(text)) return false;
    return hasRoom && shelf && now && !now.place.version && !(old && isSameRev(revOf(old), revOf(now)));
  });
  const isWhole = answers.every(({ status }) => status === 'fulfilled');
  const isOnlyHere = here.has(headKeyOf(id)) && durable.every(({ size }) => size === 0);
  const find = (kind: Finding['kind'], count: number): Finding[] =>
    count > 0 ? [{ kind, factCheckId: id, count }] : [];
  // What becomes of the copies of a removed one is news for nobody: they are let go of one by one.
  const isRemoved = isRemovedFactCheck(id, holding.kept.values());
  const isLost = wasHere && isOnlyHere && isWhole;
  return {
    isWhole,
    taken: [...mended.flatMap((one) => one.taken ?? []), ...newsIn(taken)],
    findings: [
      ...find('mended', mended.filter(({ isNews }) => isNews).length),
      ...(isLost || isRemoved ? [] : find('restored', recovered.length)),
    ],
    healed: isLost && !isRemoved ? find('only-here', 1) : [],
    heal: () => mergeInChunks(toTarget, parts),
  };
}

/** Only where the copies differ there is anything to be held to a digest. */
function findMisfits(
  id: Id,
  durable: readonly Texts[],
  { shelf }: ReconcileParts,
): ReturnType<typeof fitArticles> {
  const here = shelf?.read(id) ?? NOTHING;
  return fitArticles(compare(here, durable).disputed, [here, ...durable]);
}

/** The text of what stands: as it was found and read where it was found so, and not written a second time. */
function textOf(kept: Kept, found: string | undefined): string {
  return found !== undefined && isTextOf(found, kept) ? found : serialiseKept(kept);
}

/** Keys whose text is the same in every copy that has one and in localStorage, and keys that need a decision. */
function compare(
  here: Texts,
  durable: readonly Texts[],
): { readonly agreed: Texts; readonly disputed: ReadonlySet<string> } {
  const agreed = new Map<string, string>();
  const disputed = new Set<string>();
  const copies = [here, ...durable];
  for (const copy of copies) {
    for (const [key, text] of copy) {
      if (agreed.has(key) || disputed.has(key)) continue;
      const isAgreed = here.has(key) && copies.every((other) => (other.get(key) ?? text) === text);
      // What is no record is nobody's to decide about.
      if (isAgreed || parseKey(key) === null) agreed.set(key, text);
      else disputed.add(key);
    }
  }
  return { agreed, disputed };
}

/** What somebody else has put under one name into several copies: one text stays there, the others go into quarantine. */
function strangersBeside(agreed: Texts, copies: readonly Texts[], { instant }: ReconcileParts): Texts {
  const others = copies.flatMap((copy) =>
    [...copy].filter(([key, text]) => isStrangeKey(key) && agreed.get(key) !== text),
  );
  return new Map(others.map(([key, text]) => entryOfStranger(key, text, instant())));
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

async function mergeInChunks(texts: Texts, { target, instant, after }: ReconcileParts): Promise<void> {
  const entries = [...texts];
  const at = instant();
  for (let start = 0; start < entries.length; start += CHUNK) {
    const chunk = new Map(entries.slice(start, start + CHUNK));
    // oxlint-disable-next-line no-await-in-loop -- one after the other is the point: edits get in between
    await within(PATIENCE_FOR_CHUNK, target.merge(chunk, at), after);
  }
}

/** What stands has seen the copies beside it: written first, and cut short, it would make them be forgotten. */
function copiesFirst(entries: readonly (readonly [key: string, kept: Kept])[]): typeof entries {
  const isCopy = ([, { place }]: (typeof entries)[number]): boolean => place.version !== undefined;
  return [...entries.filter(isCopy), ...entries.filter((entry) => !isCopy(entry))];
}

/** Each copy without what one before it has in the same words: it is read only once. */
function distinct(copies: readonly Texts[]): readonly Texts[] {
  return copies.map((copy, i) => {
    const before = copies.slice(0, i).filter(({ size }) => size > 0);
    return only(copy, (key, text) => before.every((other) => other.get(key) !== text));
  });
}

function pick(texts: Texts, keys: ReadonlySet<string>): Texts {
  return only(texts, (key) => keys.has(key));
}

function only(texts: Texts, isWanted: (key: string, text: string) => boolean): Texts {
  const found = new Map<string, string>();
  for (const [key, text] of texts) if (isWanted(key, text)) found.set(key, text);
  return found;
}

/** The texts that the copy does not have at all. */
function missingIn(texts: Texts, copy: Texts): Texts {
  return only(texts, (key) => !copy.has(key));
}

/** The texts that the copy has otherwise, or not at all. */
function unlike(texts: Texts, copy: Texts): Texts {
  return only(texts, (key, text) => copy.get(key) !== text);
}
