import type { Article } from '../domain/article.ts';
import type { Clock } from '../domain/clock.ts';
import { copyScale, DEFAULT_SCALE, type BuiltinScale } from '../domain/default-scale.ts';
import type { FactCheck, FactCheckHead } from '../domain/fact-check.ts';
import type { RatingScale } from '../domain/rating-scale.ts';
import { compareRevs, type Id } from '../domain/record.ts';
import { say } from '../messages/say.ts';
import type { Kept } from './kept.ts';
import { loadOnce } from './late-place.ts';
import { headKeyOf, keyOf } from './storage-key.ts';

export interface Rebuilt {
  readonly records: readonly (FactCheckHead | RatingScale)[];
  readonly notices: readonly string[];
}

/** Revision of what was never saved: anything that was is newer. */
const NEVER_SAVED = [0, 'rebuilt'] as const;

/** The built-in scales that can be made again: there is hardly ever one to be made, and the others come when there is. */
let scales: readonly BuiltinScale[] = [DEFAULT_SCALE];

/** Without their code the default one stands in the place of any, which is told. */
export const loadScales = loadOnce(async () => {
  scales = (await import('../domain/builtin-scales.ts')).BUILTIN_SCALES;
});

/** True when the scale of the fact check is not among what is kept: it may be any of the built-in ones (`loadScales`). */
export function lacksScale(id: Id, kept: ReadonlyMap<string, Kept>): boolean {
  const head = kept.get(headKeyOf(id))?.record;
  if (head?.type !== 'fact-check') return false;
  const scale = kept.get(keyOf({ factCheckId: id, type: 'rating-scale', id: head.scaleId }));
  return !scale || scale.removal !== undefined;
}

/**
 * Makes a title record or a rating scale again that is missing, so that its loss costs nothing else. Without an article
 * there is nothing to make a title of.
 */
export function rebuildMissing({ id, tables }: FactCheck, clock: Clock): Rebuilt {
  const found = tables['fact-check'].get(id);
  const scaleId = found?.scaleId ?? tables['rating-scale'].keys().next().value ?? DEFAULT_SCALE.id;
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
  const scale = scales.find((one) => one.id === id) ?? DEFAULT_SCALE;
  return { ...copyScale(scale, clock), id, rev: NEVER_SAVED };
}

function newestOf(articles: Iterable<Article>): Article | undefined {
  return [...articles].toSorted((a, b) => compareRevs(b.rev, a.rev))[0];
}
