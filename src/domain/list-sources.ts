import { compareWords } from '../messages/formats.ts';
import { compareInText, type Annotation } from './annotation.ts';
import type { Evidence } from './evidence.ts';
import type { FactCheck } from './fact-check.ts';
import { searchTextOf } from './find-sources.ts';
import { groupBy } from './group-by.ts';
import { usesOf } from './lookup.ts';
import { areAlike, nameKey } from './same-source.ts';
import { foldQuery, hasAllWords } from './search-words.ts';
import type { Source } from './source.ts';

export interface SourceUse {
  readonly evidence: Evidence;
  readonly annotation: Annotation;
}

export interface ListedSource {
  readonly source: Source;
  /** Where it is used, in text order. */
  readonly uses: readonly SourceUse[];
  /** An older source that looks the same: this one could be merged into it. */
  readonly twin: Source | null;
}

export type SourceOrder = 'first-use' | 'title';

/** The sources that have all the words, by where the text first uses them (unused last) or by title. */
export function listSources(
  factCheck: FactCheck,
  { words, order }: { readonly words: string; readonly order: SourceOrder },
): readonly ListedSource[] {
  const wanted = foldQuery(words);
  const twinOf = createTwinOf(factCheck);
  const listed = [...factCheck.tables.source.values()]
    .filter((source) => hasAllWords(searchTextOf(source), wanted))
    .map((source) => ({ source, uses: usesInText(factCheck, source), twin: twinOf(source) }));
  // Sorting is stable: of equals the older stays first.
  return listed.toSorted(order === 'title' ? compareTitles : compareFirstUse);
}

function usesInText(factCheck: FactCheck, { id }: Source): readonly SourceUse[] {
  return usesOf(factCheck, id)
    .flatMap((evidence): SourceUse[] => {
      const annotation = factCheck.tables.annotation.get(evidence.annotationId);
      return annotation ? [{ evidence, annotation }] : [];
    })
    .toSorted((a, b) => compareInText(a.annotation, b.annotation));
}

function createTwinOf({ tables }: FactCheck): (source: Source) => Source | null {
  const groups = groupBy(tables.source.values(), nameKey);
  // What has no name is like nothing.
  groups.delete('');
  return (source) => {
    const oldest = groups
      .get(nameKey(source))
      ?.slice(0, MOST_COMPARED)
      .find((other) => other === source || areAlike(source, other));
    return oldest === undefined || oldest === source ? null : oldest;
  };
}

/** Of sources with one name so many are looked at for each: a thousand “Annual report” must not slow the list down. */
const MOST_COMPARED = 50;

function compareTitles(a: ListedSource, b: ListedSource): number {
  return compareWords(nameOf(a.source), nameOf(b.source));
}

function nameOf({ title, url = '' }: Source): string {
  return title || url;
}

function compareFirstUse(a: ListedSource, b: ListedSource): number {
  const [first, second] = [a.uses[0]?.annotation, b.uses[0]?.annotation];
  if (first && second) return compareInText(first, second);
  return Number(first === undefined) - Number(second === undefined);
}
