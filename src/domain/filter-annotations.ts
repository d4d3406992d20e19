import { compareInText, quoteOf, type Annotation, type WorkStatus } from './annotation.ts';
import type { AnyRecord, FactCheck } from './fact-check.ts';
import { evidenceOf, verdictBy, verdictsOf } from './lookup.ts';
import type { Id } from './record.ts';
import { foldForSearch, foldQuery, hasAllWords } from './search-words.ts';
import type { Verdict } from './verdict.ts';
import { leadingVerdict } from './doubt.ts';

/** A rating is named with its scale: two scales may both have a "supports". */
export type VerdictChoice = 'any' | 'none' | 'not-checkable' | `rating:${Id}/${Id}`;

/** What a person wants to see of the annotations; everything that is set must hold. */
export interface AnnotationFilter {
  readonly verdict: VerdictChoice;
  readonly status: WorkStatus | 'any';
  /** Annotations that this reviewer made or judged; the verdict above is then that reviewer's. */
  readonly reviewerId: Id | null;
  readonly isWithoutSource: boolean;
  /** Words in the quote, statement, claimant, conclusions, tags or source titles; all of them, in any order. */
  readonly words: string;
}

export const NO_FILTER: AnnotationFilter = {
  verdict: 'any',
  status: 'any',
  reviewerId: null,
  isWithoutSource: false,
  words: '',
};

/** The annotations that fit the filter, in text order. `presentId` is the reviewer at the desk. */
export function filterAnnotations(
  factCheck: FactCheck,
  filter: AnnotationFilter,
  presentId: Id | null,
): readonly Annotation[] {
  const words = foldQuery(filter.words);
  return [...factCheck.tables.annotation.values()]
    .filter(
      (annotation) =>
        (filter.status === 'any' || annotation.status === filter.status) &&
        (filter.reviewerId === null || isWorkOf(factCheck, annotation, filter.reviewerId)) &&
        (filter.verdict === 'any' ||
          verdictChoiceOf(factCheck, annotation, filter, presentId) === filter.verdict) &&
        (!filter.isWithoutSource || lacksSource(factCheck, annotation)) &&
        (words.length === 0 || hasAllWords(searchTextOf(factCheck, annotation), words)),
    )
    .toSorted(compareInText);
}

/** True when the filter leaves anything out. */
export function isFiltering({
  verdict,
  status,
  reviewerId,
  isWithoutSource,
  words,
}: AnnotationFilter): boolean {
  return (
    verdict !== 'any' || status !== 'any' || reviewerId !== null || isWithoutSource || words.trim() !== ''
  );
}

/** The name of a given rating in the filter. */
export function ratingChoice(scaleId: Id, ratingId: Id): VerdictChoice {
  return `rating:${scaleId}/${ratingId}`;
}

function verdictChoiceOf(
  factCheck: FactCheck,
  annotation: Annotation,
  { reviewerId }: AnnotationFilter,
  presentId: Id | null,
): VerdictChoice {
  if (annotation.checkability === 'not-checkable') return 'not-checkable';
  const verdict: Verdict | undefined =
    reviewerId === null
      ? leadingVerdict(factCheck, annotation, presentId)
      : verdictBy(factCheck, annotation.id, reviewerId);
  return verdict && verdict.ratingId !== null ? ratingChoice(verdict.scaleId, verdict.ratingId) : 'none';
}

function isWorkOf(factCheck: FactCheck, { id, createdBy }: Annotation, reviewerId: Id): boolean {
  return createdBy === reviewerId || verdictBy(factCheck, id, reviewerId) !== undefined;
}

/** What is not checkable needs no source. */
function lacksSource(factCheck: FactCheck, { id, checkability }: Annotation): boolean {
  return checkability === 'claim' && evidenceOf(factCheck, id).length === 0;
}

function searchTextOf(factCheck: FactCheck, annotation: Annotation): string {
  const parts = [foldedOnce(annotation, wordsOfAnnotation)];
  for (const verdict of verdictsOf(factCheck, annotation.id))
    parts.push(foldedOnce(verdict, ({ conclusion }) => conclusion));
  for (const { sourceId } of evidenceOf(factCheck, annotation.id)) {
    const source = factCheck.tables.source.get(sourceId);
    if (source) parts.push(foldedOnce(source, ({ title }) => title));
  }
  return parts.join('\n');
}

function wordsOfAnnotation(annotation: Annotation): string {
  const { statement, claimant } = annotation.claim;
  return [
    quoteOf(annotation),
    statement,
    claimant?.name ?? '',
    ...annotation.tags,
    annotation.reason ?? '',
  ].join('\n');
}

/** Records are immutable, so what a search sees of one is worked out once; it goes with the record. */
const foldedTexts = new WeakMap<AnyRecord, string>();

function foldedOnce<T extends AnyRecord>(record: T, words: (record: T) => string): string {
  let folded = foldedTexts.get(record);
  if (folded === undefined) foldedTexts.set(record, (folded = foldForSearch(words(record))));
  return folded;
}
