import { compareDrafts, type SentenceChange } from '../../anchoring/compare-drafts.ts';
import { findAnnotations } from '../../anchoring/find-annotations.ts';
import type { Article } from '../../domain/article.ts';
import { planCarryOver, type CarryItem } from '../../domain/carry-over.ts';
import { articleOf, type FactCheck } from '../../domain/fact-check.ts';
import type { DraftArticle } from '../../domain/start-fact-check.ts';

/** What has become of everything, with the two drafts that it was found in. */
export interface Comparison {
  readonly older: Article;
  readonly newer: DraftArticle;
  readonly changes: readonly SentenceChange[];
  readonly plan: readonly CarryItem[];
}

interface ComparingHand {
  readonly signal: AbortSignal;
  /** Told a share from 0 to 1. */
  readonly onProgress: (share: number) => void;
}

/** Finds what has become of every sentence and of every annotation. Rejects when it is aborted. */
export async function compare(
  factCheck: FactCheck,
  newer: DraftArticle,
  { signal, onProgress }: ComparingHand,
): Promise<Comparison> {
  const older = articleOf(factCheck);
  const changes = await compareDrafts(older, newer, signal);
  const { annotation } = factCheck.tables;
  const foundOf = await findAnnotations(factCheck, [...annotation.values()], newer.text, {
    signal,
    onProgress: (done, total) => onProgress(done / total),
  });
  return { older, newer, changes, plan: planCarryOver(factCheck, foundOf) };
}

/** True while the article under check is as it was compared: nobody has joined or split its sentences since. */
export function isOfPresentDraft({ older }: Comparison, factCheck: FactCheck): boolean {
  return older === articleOf(factCheck);
}
