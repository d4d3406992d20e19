import type { Annotation } from './annotation.ts';
import type { Article } from './article.ts';
import { articleOf, type FactCheck } from './fact-check.ts';

/** True when every target of the annotation quotes what stands at its place in the draft under check. */
export function isPlacedIn({ id, text }: Article, { articleId, targets }: Annotation): boolean {
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
