import { compareDrafts, type SentenceChange } from '../../anchoring/compare-drafts.ts';
import { toFoundTarget } from '../../anchoring/found-target.ts';
import { resolveTargets } from '../../anchoring/resolve-all.ts';
import type { Annotation } from '../../domain/annotation.ts';
import { planCarryOver, type CarryItem, type FoundTarget } from '../../domain/carry-over.ts';
import { articleOf, type FactCheck } from '../../domain/fact-check.ts';
import type { Id } from '../../domain/record.ts';
import type { DraftArticle } from '../../domain/start-fact-check.ts';

export interface Comparison {
  readonly changes: readonly SentenceChange[];
  readonly plan: readonly CarryItem[];
}

/** Finds what has become of every sentence and of every annotation. Rejects when it is aborted. */
export async function compare(
  factCheck: FactCheck,
  draft: DraftArticle,
  signal: AbortSignal,
): Promise<Comparison> {
  const changes = await compareDrafts(articleOf(factCheck), draft, signal);
  const found = new Map<Annotation, readonly FoundTarget[]>();
  for (const [articleId, annotations] of groupByArticle(factCheck)) {
    const madeOn = factCheck.tables.article.get(articleId)?.text;
    const targets = annotations.flatMap((annotation) => annotation.targets);
    // oxlint-disable-next-line no-await-in-loop -- there is one draft that they were made on, or a few
    const resolutions = await resolveTargets(draft.text, targets, {
      signal,
      ...(madeOn === undefined ? {} : { madeOn }),
    });
    let next = 0;
    for (const annotation of annotations) {
      const own = resolutions.slice(next, (next += annotation.targets.length));
      found.set(
        annotation,
        own.map((resolution) => toFoundTarget(draft.text, resolution)),
      );
    }
  }
  return { changes, plan: planCarryOver(factCheck, (annotation) => found.get(annotation) ?? []) };
}

function groupByArticle({ tables }: FactCheck): ReadonlyMap<Id, readonly Annotation[]> {
  const groups = new Map<Id, Annotation[]>();
  for (const annotation of tables.annotation.values()) {
    const group = groups.get(annotation.articleId);
    if (group) group.push(annotation);
    else groups.set(annotation.articleId, [annotation]);
  }
  return groups;
}
