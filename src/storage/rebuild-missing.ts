import { BUILTIN_SCALES, copyBuiltinScale, DEFAULT_SCALE_ID } from '../domain/builtin-scales.ts';
import type { Article } from '../domain/article.ts';
import type { Clock } from '../domain/clock.ts';
import type { FactCheck, FactCheckHead } from '../domain/fact-check.ts';
import type { RatingScale } from '../domain/rating-scale.ts';
import { compareRevs, type Id } from '../domain/record.ts';
import { say } from '../messages/say.ts';

export interface Rebuilt {
  readonly records: readonly (FactCheckHead | RatingScale)[];
  readonly notices: readonly string[];
}

/** Revision of what was never saved: anything that was is newer. */
const NEVER_SAVED = [0, 'rebuilt'] as const;

/**
 * Makes a title record or a rating scale again that is missing, so that its loss costs nothing else. Without an article
 * there is nothing to make a title of.
 */
export function rebuildMissing({ id, tables }: FactCheck, clock: Clock): Rebuilt {
  const found = tables['fact-check'].get(id);
  const scaleId = found?.scaleId ?? tables['rating-scale'].keys().next().value ?? DEFAULT_SCALE_ID;
  const article = newestOf(tables.article.values());
  const head = !found && article && rebuildHead(id, article, scaleId);
  const scale = tables['rating-scale'].has(scaleId) ? undefined : rebuildScale(scaleId, clock);
  return {
    records: [...(head ? [head] : []), ...(scale ? [scale] : [])],
    notices: [
      ...(head
        ? [say('The title of this fact check could not be read; it has the title of its article again.')]
        : []),
      ...(scale
        ? [
            say(
              'The rating scale could not be read; “{name}” stands in its place, and all verdicts are kept.',
              { name: scale.name },
            ),
          ]
        : []),
    ],
  };
}

function rebuildHead(id: Id, article: Article, scaleId: Id): FactCheckHead {
  const { title, updatedAt, updatedBy, retrievedAt } = article;
  return {
    type: 'fact-check',
    id,
    title,
    articleId: article.id,
    scaleId,
    createdAt: retrievedAt,
    createdBy: updatedBy,
    rev: NEVER_SAVED,
    updatedAt,
    updatedBy,
  };
}

/** The built-in scale of that id or, for a person's own, the default one under its id. */
function rebuildScale(id: Id, clock: Clock): RatingScale {
  const isBuiltin = BUILTIN_SCALES.some((scale) => scale.id === id);
  return { ...copyBuiltinScale(isBuiltin ? id : DEFAULT_SCALE_ID, clock), id, rev: NEVER_SAVED };
}

function newestOf(articles: Iterable<Article>): Article | undefined {
  return [...articles].toSorted((a, b) => compareRevs(b.rev, a.rev))[0];
}
