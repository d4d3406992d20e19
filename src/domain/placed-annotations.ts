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

/** Annotations of the text under check whose targets were made on another text: they do not quote what stands there. */
export function misplacedAnnotations(factCheck: FactCheck): readonly Annotation[] {
  const article = articleOf(factCheck);
  return [...factCheck.tables.annotation.values()].filter(
    (annotation) => annotation.articleId === article.id && !isPlacedIn(article, annotation),
  );
}
