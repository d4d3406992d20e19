import type { Article } from './article.ts';
import type { Hand } from './change.ts';
import { copyScale, DEFAULT_SCALE, type BuiltinScale } from './default-scale.ts';
import { gatherFactCheck, type FactCheck } from './fact-check.ts';
import { isDangerousAddress } from './link.ts';

/** An article as ingest delivers it: everything but the stamp. */
export type DraftArticle = Omit<
  Article,
  'id' | 'rev' | 'base' | 'writtenAs' | 'updatedAt' | 'updatedBy' | 'type'
>;

/**
 * A new fact check of an article, with its copy of a built-in rating scale and nothing checked yet. Links that must
 * never be stored are left out; their words stay.
 */
export function startFactCheck(
  draft: DraftArticle,
  hand: Hand,
  scale: BuiltinScale = DEFAULT_SCALE,
): FactCheck {
  const { clock, by } = hand;
  const id = clock.newId();
  const articleId = clock.newId();
  const at = clock.instant();
  return gatherFactCheck(id, [
    {
      type: 'fact-check',
      id,
      title: draft.title,
      articleId,
      scaleId: scale.id,
      createdAt: at,
      createdBy: by,
      rev: clock.nextRev(),
      updatedAt: at,
      updatedBy: by,
    },
    {
      type: 'article',
      id: articleId,
      ...draft,
      links: draft.links.filter(({ href }) => !isDangerousAddress(href)),
      rev: clock.nextRev(),
      updatedAt: at,
      updatedBy: by,
    },
    copyScale(scale, clock),
  ]);
}
