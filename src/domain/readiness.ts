import { compareInText, quoteOf, type Annotation } from './annotation.ts';
import type { SentenceState } from './coverage.ts';
import { isInDoubt } from './doubt.ts';
import type { Evidence } from './evidence.ts';
import { articleOf, type FactCheck } from './fact-check.ts';
import { evidenceOf, usesOf, verdictsOf } from './lookup.ts';
import { isPlacedIn } from './placed-annotations.ts';
import type { Id } from './record.ts';
import type { Source } from './source.ts';

/** What may have to be done before a fact check is finished, the gravest first. */
export const LEFT_TO_DO = [
  'in-doubt',
  'without-place',
  'without-verdict',
  'without-source',
  'without-quote',
  'not-accessed',
  'untouched',
] as const;

export type LeftToDo = (typeof LEFT_TO_DO)[number];

/** A field that is to be filled in: of the link between an annotation and a source, or of the source behind it. */
export interface EvidenceField {
  readonly evidenceId: Id;
  readonly field: 'quote' | 'accessed';
}

/** One thing to do: the words that it is about, and the annotation, the field in it or the sentence where it is done. */
export type UnreadyItem = { readonly words: string } & (
  | { readonly annotationId: Id }
  | ({ readonly annotationId: Id; readonly source: Source } & EvidenceField)
  | { readonly sentence: number }
);

/**
 * All that is left to do, kind by kind. `states` are those of the sentences of the draft under check. Sources that nothing
 * rests on have nothing left to do, and a quoted passage is asked for where a source speaks for or against a claim.
 */
export function findUnready(
  factCheck: FactCheck,
  states: readonly SentenceState[],
): ReadonlyMap<LeftToDo, readonly UnreadyItem[]> {
  const found = new Map<LeftToDo, UnreadyItem[]>(LEFT_TO_DO.map((kind) => [kind, []]));
  const article = articleOf(factCheck);
  const { annotation: table, source } = factCheck.tables;
  for (const annotation of [...table.values()].toSorted(compareInText)) {
    const item = { words: quoteOf(annotation), annotationId: annotation.id };
    for (const kind of kindsOf(factCheck, annotation)) found.get(kind)?.push(item);
    for (const { id, sourceId } of withoutQuote(factCheck, annotation)) {
      const cited = source.get(sourceId);
      if (cited) found.get('without-quote')?.push({ ...item, evidenceId: id, field: 'quote', source: cited });
    }
  }
  for (const cited of source.values()) {
    const [use] = usesOf(factCheck, cited.id);
    const citing = use && table.get(use.annotationId);
    if (cited.accessedAt !== null || !citing) continue;
    const item = { words: quoteOf(citing), annotationId: citing.id };
    found.get('not-accessed')?.push({ ...item, evidenceId: use.id, field: 'accessed', source: cited });
  }
  states.forEach((state, sentence) => {
    const range = article.sentences[sentence];
    if (state === 'untouched' && range)
      found.get('untouched')?.push({ words: article.text.slice(range.start, range.end), sentence });
  });
  return new Map([...found].filter(([, items]) => items.length > 0));
}

function kindsOf(factCheck: FactCheck, annotation: Annotation): readonly LeftToDo[] {
  const kinds: LeftToDo[] = [];
  if (!isPlacedIn(articleOf(factCheck), annotation)) kinds.push('without-place');
  else if (isInDoubt(factCheck, annotation)) kinds.push('in-doubt');
  if (annotation.checkability === 'not-checkable') return kinds;
  const isRated = verdictsOf(factCheck, annotation.id).some(({ ratingId }) => ratingId !== null);
  if (!isRated) kinds.push('without-verdict');
  else if (evidenceOf(factCheck, annotation.id).length === 0) kinds.push('without-source');
  return kinds;
}

function withoutQuote(factCheck: FactCheck, { id, checkability }: Annotation): readonly Evidence[] {
  if (checkability === 'not-checkable') return [];
  return evidenceOf(factCheck, id).filter(({ stance, quote }) => stance !== 'context' && !quote?.trim());
}
