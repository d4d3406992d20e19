import type { Annotation } from './annotation.ts';
import type { Article } from './article.ts';
import { articleOf, gatherFactCheck, headOf, recordsOf, type FactCheck } from './fact-check.ts';
import { isPlacedIn } from './placed-annotations.ts';
import { isLater, momentOfDecision, momentOfReplacement, momentOfWriting, type Moment } from './moment.ts';
import { compareRevs, writtenRev, type Id } from './record.ts';
import type { Verdict } from './verdict.ts';

export interface ListedDraft {
  readonly article: Article;
  /** 1 is the first that was loaded. */
  readonly number: number;
  /** How many annotations had their place in it. */
  readonly annotations: number;
}

/** The drafts from the one under check back to the first, the newest first. */
export function draftsBack(factCheck: FactCheck): readonly Article[] {
  const articles: Article[] = [];
  for (
    let article: Article | undefined = articleOf(factCheck);
    article && !articles.includes(article);
    article = article.replaces === undefined ? undefined : factCheck.tables.article.get(article.replaces)
  )
    articles.push(article);
  return articles;
}

/** The same with their numbers and what stands in them. */
export function listDrafts(factCheck: FactCheck): readonly ListedDraft[] {
  const articles = draftsBack(factCheck);
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
 * stood when the next draft was loaded, whatever became of them since. To be looked at, not to be edited.
 */
export function asInDraft(factCheck: FactCheck, articleId: Id): FactCheck {
  const next = draftsBack(factCheck).find(({ replaces }) => replaces === articleId);
  const head = headOf(factCheck);
  const records = recordsOf(factCheck).filter((record) => !next || record.type !== 'verdict');
  return gatherFactCheck(
    factCheck.id,
    [...records, ...(next ? verdictsAt(factCheck, momentOfLoading(factCheck, next)) : [])].map((record) => {
      if (record.type === 'annotation') return placeIn(record, articleId);
      return record === head ? { ...head, articleId } : record;
    }),
  );
}

/**
 * When an article came under check. It is edited where sentences are joined or split; the title record, an annotation that
 * came along, or what was renewed for it still bears the stamp of that moment.
 */
function momentOfLoading(factCheck: FactCheck, article: Article): Moment {
  const { tables } = factCheck;
  const at = article.retrievedAt;
  const revs = [article, headOf(factCheck), ...tables.annotation.values(), ...tables.history.values()]
    .filter(({ updatedAt }) => updatedAt === at)
    .map(writtenRev)
    .toSorted(compareRevs);
  return { at, rev: revs[0] ?? writtenRev(article), isStamped: revs.length > 0 };
}

/** The verdicts as they stood at a moment, as far as the history tells; none that was decided later. */
function verdictsAt({ tables }: FactCheck, then: Moment): readonly Verdict[] {
  const stood = new Map<Id, Verdict>();
  const replacedLater = [...tables.history.values()]
    // What was renewed for the next draft was replaced at the very moment.
    .filter((entry) => !isLater(then, momentOfReplacement(entry)))
    .toSorted((a, b) => compareRevs(writtenRev(a), writtenRev(b)))
    .map(({ before }) => before);
  // Where the history is silent, as after an undo, the verdict itself says when it was decided.
  for (const version of [...replacedLater, ...tables.verdict.values()])
    if (version.type === 'verdict' && !isLater(momentOfDecision(version), then) && !stood.has(version.id))
      stood.set(version.id, version);
  for (const verdict of tables.verdict.values())
    if (!isLater(momentOfWriting(verdict), then) && !stood.has(verdict.id)) stood.set(verdict.id, verdict);
  return [...stood.values()];
}

function placeIn(annotation: Annotation, articleId: Id): Annotation {
  if (annotation.articleId === articleId) return annotation;
  const place = annotation.earlier?.findLast((earlier) => earlier.articleId === articleId);
  if (!place) return annotation;
  const { carried, reading: _present, ...rest } = annotation;
  // What was said when a later draft came is no part of this one.
  return { ...rest, ...place, ...(carried?.articleId === articleId ? { carried } : {}) };
}
