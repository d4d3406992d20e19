import { compareDrafts, type SentenceChange } from '../../anchoring/compare-drafts.ts';
import { findAnnotations } from '../../anchoring/find-annotations.ts';
import { planCarryOver, type CarryItem } from '../../domain/carry-over.ts';
import { articleOf, type FactCheck } from '../../domain/fact-check.ts';
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
  const { annotation } = factCheck.tables;
  const foundOf = await findAnnotations(factCheck, [...annotation.values()], draft.text, signal);
  return { changes, plan: planCarryOver(factCheck, foundOf) };
}
