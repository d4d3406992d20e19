import type { Annotation } from './annotation.ts';
import { articleOf, type FactCheck } from './fact-check.ts';
import { isPlacedIn } from './placed-annotations.ts';

/** Annotations of the text under check whose targets were made on another text: they do not quote what stands there. */
export function misplacedAnnotations(factCheck: FactCheck): readonly Annotation[] {
  const article = articleOf(factCheck);
  return [...factCheck.tables.annotation.values()].filter(
    (annotation) => annotation.articleId === article.id && !isPlacedIn(article, annotation),
  );
}
