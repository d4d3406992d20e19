import type { Annotation } from './annotation.ts';
import type { Article } from './article.ts';
import { articleOf, gatherFactCheck, headOf, recordsOf, type FactCheck } from './fact-check.ts';
import { isPlacedIn } from './placed-annotations.ts';
import type { Id } from './record.ts';

export interface ListedDraft {
  readonly article: Article;
  /** 1 is the first that was loaded. */
  readonly number: number;
  /** How many annotations had their place in it. */
  readonly annotations: number;
}

/** The drafts from the one under check back to the first, the newest first. */
export function listDrafts(factCheck: FactCheck): readonly ListedDraft[] {
  const articles: Article[] = [];
  for (
    let article: Article | undefined = articleOf(factCheck);
    article && !articles.includes(article);
    article = article.replaces === undefined ? undefined : factCheck.tables.article.get(article.replaces)
  )
    articles.push(article);
  return articles.map((article, i) => ({
    article,
    number: articles.length - i,
    annotations: [...factCheck.tables.annotation.values()].filter((annotation) =>
      isPlacedIn(article, placeIn(annotation, article.id)),
    ).length,
  }));
}

/**
 * The fact check as it was in an older draft: that article, the places that annotations had there, and the verdicts that
 * had been given when the next draft was loaded. To be looked at, not to be edited.
 */
export function asInDraft(factCheck: FactCheck, articleId: Id): FactCheck {
  const next = listDrafts(factCheck).find(({ article }) => article.replaces === articleId)?.article;
  const head = headOf(factCheck);
  return gatherFactCheck(
    factCheck.id,
    recordsOf(factCheck)
      .filter((record) => record.type !== 'verdict' || !next || record.decidedAt <= next.updatedAt)
      .map((record) => {
        if (record.type === 'annotation') return placeIn(record, articleId);
        return record === head ? { ...head, articleId } : record;
      }),
  );
}

function placeIn(annotation: Annotation, articleId: Id): Annotation {
  const place = annotation.earlier?.findLast((earlier) => earlier.articleId === articleId);
  if (!place) return annotation;
  const { carried, ...rest } = annotation;
  // What was said when a later draft came is no part of this one.
  return { ...rest, ...place, ...(carried?.articleId === articleId ? { carried } : {}) };
}
