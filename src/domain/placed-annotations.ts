import type { Annotation } from './annotation.ts';
import type { Article } from './article.ts';
import { articleOf, type FactCheck } from './fact-check.ts';

/** Records are immutable: what was found for an annotation and the article that it was last held to stays true. */
const found = new WeakMap<Annotation, { readonly article: Article; readonly isPlaced: boolean }>();

/** True when every target of the annotation quotes what stands at its place in the draft under check. */
export function isPlacedIn(article: Article, annotation: Annotation): boolean {
  const known = found.get(annotation);
  if (known?.article === article) return known.isPlaced;
  const isPlaced = quotesWhatStands(article, annotation);
  found.set(annotation, { article, isPlaced });
  return isPlaced;
}

function quotesWhatStands({ id, text }: Article, { articleId, targets }: Annotation): boolean {
  return (
    articleId === id &&
    targets.every(
      ({ quote, position }) =>
        position.end - position.start === quote.exact.length && text.startsWith(quote.exact, position.start),
    )
  );
}

/** The annotations that have their place in the draft under check: what is marked and counted. */
export function placedAnnotations(factCheck: FactCheck): readonly Annotation[] {
  const article = articleOf(factCheck);
  return [...factCheck.tables.annotation.values()].filter((annotation) => isPlacedIn(article, annotation));
}
