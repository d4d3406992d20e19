import type { Annotation } from './annotation.ts';
import { saysSomething } from './doubt.ts';
import { draftsBack } from './drafts.ts';
import { articleOf, type FactCheck } from './fact-check.ts';
import { verdictsOf } from './lookup.ts';
import type { Id } from './record.ts';

/** A draft in which words of an annotation were judged. */
export interface JudgedDraft {
  readonly articleId: Id;
  /** 1 is the first that was loaded; null for one that did not come along. */
  readonly number: number | null;
  /** When it was loaded, as a UTC instant; null likewise. */
  readonly retrievedAt: string | null;
  /** It is the one under check. */
  readonly isPresent: boolean;
}

/**
 * Tells in which drafts the targets of an annotation were judged, each draft once; none where nobody has said anything.
 * What was judged in an older draft and reads the same in the present one stands, and was judged there all the same.
 */
export function createJudgedDrafts(factCheck: FactCheck): (annotation: Annotation) => readonly JudgedDraft[] {
  const present = articleOf(factCheck);
  const drafts = draftsBack(factCheck);
  const describe = (articleId: Id): JudgedDraft => {
    const at = drafts.findIndex(({ id }) => id === articleId);
    return {
      articleId,
      number: at === -1 ? null : drafts.length - at,
      retrievedAt: factCheck.tables.article.get(articleId)?.retrievedAt ?? null,
      isPresent: articleId === present.id,
    };
  };
  return (annotation) => {
    if (!hasBeenJudged(factCheck, annotation)) return [];
    const { targets, articleId } = annotation;
    return [...new Set(targets.map(({ judgedIn }) => judgedIn ?? articleId))].map(describe);
  };
}

/** Whether somebody has said something about it, be it that there is nothing to check. */
export function hasBeenJudged(factCheck: FactCheck, { id, checkability }: Annotation): boolean {
  return checkability === 'not-checkable' || verdictsOf(factCheck, id).some(saysSomething);
}
