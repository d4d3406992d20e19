import { digestText } from '../domain/article.ts';
import type { Clock } from '../domain/clock.ts';
import { gatherFactCheck, headOf, recordsOf, type AnyRecord, type FactCheck } from '../domain/fact-check.ts';
import { leaveOutGaps } from '../domain/leave-out-gaps.ts';
import { nameOf } from '../domain/pointers.ts';
import { isNewer, LAST_CREDIBLE_TIME, sayTheSame, type Id } from '../domain/record.ts';
import { assembleFactCheck } from './assemble.ts';
import { hasDigests } from './check-article.ts';
import type { Kept } from './kept.ts';
import { loadScales } from './rebuild-missing.ts';
import { keyOf } from './storage-key.ts';
import type { Quarantined } from './store.ts';
import { parseKept } from './written-value.ts';

/** A record that was set aside, and that is whole: only what it hangs on was not there. */
export interface ReadAgain {
  readonly entry: Quarantined;
  readonly kept: Kept;
}

/** What is known of a fact check otherwise. */
export interface KnownOtherwise {
  /** From where the records come. */
  readonly own: FactCheck | null;
  /** Here. */
  readonly present: FactCheck | null;
}

/** A fact check with records that had been set aside. */
export interface PutTogether {
  readonly factCheck: FactCheck;
  /** Those that it has. */
  readonly added: readonly ReadAgain[];
  /** Those that say what is known otherwise. */
  readonly known: readonly ReadAgain[];
}

/**
 * The records among texts that were set aside that can be read under their own name, neither removed nor lost against
 * another, nor of a clock that can't be right, nor with a text that is not its own.
 */
export async function readAgain(entries: readonly Quarantined[]): Promise<readonly ReadAgain[]> {
  const read = entries.flatMap((entry): readonly ReadAgain[] => {
    const parsed = parseKept(entry.key, entry.raw);
    if (!parsed.ok || parsed.isNewer) return [];
    const { kept } = parsed;
    return kept.removal || kept.place.version || !isCredible(kept.record) ? [] : [{ entry, kept }];
  });
  const isItself = await Promise.all(read.map(({ kept }) => hasOwnText(kept.record)));
  return read.filter((_, i) => isItself[i]);
}

function isCredible({ rev, base, writtenAs }: AnyRecord): boolean {
  return [rev, base, writtenAs].every((one) => (one?.[0] ?? 0) <= LAST_CREDIBLE_TIME);
}

async function hasOwnText(record: AnyRecord): Promise<boolean> {
  if (record.type !== 'article' || !hasDigests()) return true;
  return (await digestText(record.text)) === record.sha256;
}

/**
 * Puts records of a fact check that were set aside back where they belong, each where it is newer than what is known and
 * what it hangs on is there; null where none is, or there is still no article to show.
 */
export async function putTogether(
  id: Id,
  found: readonly ReadAgain[],
  { own, present }: KnownOtherwise,
  clock: Clock,
): Promise<PutTogether | null> {
  const newest = newestOf(found);
  const base = own ?? present;
  const whole = base
    ? fitInto([...(present ? recordsOf(present) : []), ...(own ? recordsOf(own) : [])], newest, id)
    : await assemble(id, newest, clock);
  if (!whole) return null;
  const standing = new Map(recordsOf(whole).map((record) => [nameOf(record), record]));
  const added = newest.filter(({ kept }) => standing.get(nameOf(kept.record)) === kept.record);
  const known = found.filter(({ kept }) => {
    const stands = standing.get(nameOf(kept.record));
    return stands !== undefined && stands !== kept.record && sayTheSame(stands, kept.record);
  });
  if (added.length + known.length === 0) return null;
  const records = added.map(({ kept }) => kept.record);
  return {
    factCheck: base ? gatherFactCheck(id, [...(own ? recordsOf(own) : frameOf(base)), ...records]) : whole,
    added,
    known,
  };
}

/** What makes a fact check of it: it can stand for one that is here. */
function frameOf(factCheck: FactCheck): readonly AnyRecord[] {
  const { article, 'rating-scale': scale } = factCheck.tables;
  return [headOf(factCheck), ...article.values(), ...scale.values()];
}

function newestOf(found: readonly ReadAgain[]): readonly ReadAgain[] {
  const newest = new Map<string, ReadAgain>();
  for (const one of found) {
    const name = nameOf(one.kept.record);
    const other = newest.get(name);
    if (!other || isNewer(one.kept.record, other.kept.record)) newest.set(name, one);
  }
  return [...newest.values()];
}

/** What is known, with those that are newer and hang on something that is there. */
function fitInto(known: readonly AnyRecord[], found: readonly ReadAgain[], id: Id): FactCheck | null {
  const standing = new Map<string, AnyRecord>();
  const put = (record: AnyRecord): void => {
    const there = standing.get(nameOf(record));
    if (!there || isNewer(record, there)) standing.set(nameOf(record), record);
  };
  known.forEach(put);
  const records = found.map(({ kept }) => kept.record);
  const names = new Set([...known, ...records].map(nameOf));
  // An article that is nowhere is not put under check, and nothing moves into it.
  const hasItsArticle = (record: AnyRecord): boolean =>
    (record.type !== 'annotation' && record.type !== 'fact-check') ||
    names.has(nameOf({ type: 'article', id: record.articleId }));
  const hasItsScale = (record: AnyRecord): boolean =>
    record.type !== 'fact-check' || names.has(nameOf({ type: 'rating-scale', id: record.scaleId }));
  records.filter((record) => hasItsArticle(record) && hasItsScale(record)).forEach(put);
  const { factCheck, fatal } = leaveOutGaps(gatherFactCheck(id, standing.values()));
  return fatal === null ? factCheck : null;
}

/** Of what is known nowhere else. */
async function assemble(id: Id, found: readonly ReadAgain[], clock: Clock): Promise<FactCheck | null> {
  await loadScales().catch(() => undefined);
  const assembled = assembleFactCheck(id, new Map(found.map(({ kept }) => [keyOf(kept.place), kept])), clock);
  return assembled.ok ? assembled.factCheck : null;
}
