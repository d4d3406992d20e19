import { gatherFactCheck, recordsOf, type AnyRecord, type FactCheck } from './fact-check.ts';
import { sayTheSame, type Id } from './record.ts';
import { digestOfSource, nameKey } from './same-source.ts';
import { sourceIdIn } from './source-of-entry.ts';
import type { Source } from './source.ts';

/**
 * Of sources that are gone those that were merged into one that is here, by their ids, with the id of that one: the only
 * one that has been told in their words, and that says whatever else they say.
 */
export function mergedSources({ tables }: FactCheck, gone: Iterable<Source>): ReadonlyMap<Id, Id> {
  const told = new Map<string, Source[]>();
  for (const source of tables.source.values())
    for (const digest of source.toldAs ?? []) told.set(digest, [...(told.get(digest) ?? []), source]);
  const into = new Map<Id, Id>();
  for (const source of gone) {
    if (nameKey(source) === '' || tables.source.has(source.id)) continue;
    const [only, ...others] = told.get(digestOfSource(source)) ?? [];
    if (only && others.length === 0 && saysRestOf(source, only)) into.set(source.id, only.id);
  }
  return into;
}

/** True when nothing is lost of what no digest holds. */
function saysRestOf(gone: Source, stays: Source): boolean {
  return (
    ((gone.note ?? '') === '' || gone.note === stays.note) &&
    (gone.tier === undefined || gone.tier === stays.tier) &&
    gone.archives.every(({ url }) => stays.archives.some((own) => own.url === url))
  );
}

/**
 * Another version of the fact check as it would stand after the merges of sources here, where it says nothing of them that
 * was not known then. `removed` is all that was removed here.
 */
export function withMergesOf(present: FactCheck, other: FactCheck, removed: readonly Source[]): FactCheck {
  const isTheSame = (source: Source): boolean => {
    const theirs = other.tables.source.get(source.id);
    return theirs !== undefined && sayTheSame(withoutDigests(theirs), withoutDigests(source));
  };
  const into = mergedSources(present, removed.filter(isTheSame));
  return into.size === 0 ? other : gatherFactCheck(other.id, followMerges(recordsOf(other), into));
}

function withoutDigests({ toldAs: _digests, ...words }: Source): Omit<Source, 'toldAs'> {
  return words;
}

/** Records without the sources that were merged into others: what came from them comes from these. */
export function followMerges(records: readonly AnyRecord[], into: ReadonlyMap<Id, Id>): readonly AnyRecord[] {
  if (into.size === 0) return records;
  return records.flatMap((record): readonly AnyRecord[] => {
    if (record.type === 'source') return into.has(record.id) ? [] : [record];
    if (record.type === 'evidence') {
      const sourceId = into.get(record.sourceId);
      return [sourceId === undefined ? record : { ...record, sourceId }];
    }
    if (record.type !== 'history') return [record];
    const mergedInto = into.get(sourceIdIn(record) ?? '');
    return [mergedInto === undefined ? record : { ...record, mergedInto }];
  });
}
