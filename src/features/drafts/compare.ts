import { compareDrafts, type SentenceChange } from '../../anchoring/compare-drafts.ts';
import { findAnnotations } from '../../anchoring/find-annotations.ts';
import { findChangedAround } from '../../anchoring/changed-around.ts';
import { runInSlices, Slices } from '../../anchoring/slices.ts';
import type { Annotation } from '../../domain/annotation.ts';
import type { Article } from '../../domain/article.ts';
import { planCarryOver, type CarryItem } from '../../domain/carry-over.ts';
import { articleOf, type FactCheck } from '../../domain/fact-check.ts';
import type { Id } from '../../domain/record.ts';
import type { DraftArticle } from '../../domain/start-fact-check.ts';
import { segment } from '../../ingest/segment/segment.ts';

/** What has become of everything, with the two drafts that it was found in. */
export interface Comparison {
  readonly older: Article;
  readonly newer: DraftArticle;
  readonly changes: readonly SentenceChange[];
  readonly plan: readonly CarryItem[];
  /** Judged annotations that come along by themselves, into a sentence that says something else around their words. */
  readonly around: ReadonlySet<Id>;
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
  const plan = planCarryOver(factCheck, foundOf);
  const draftOf = ({ articleId }: Annotation): Article | undefined => factCheck.tables.article.get(articleId);
  const madeOn = { draftOf, segment: (text: string) => segment(text, newer.language) };
  const around = await runInSlices(findChangedAround(factCheck, newer, plan, madeOn), new Slices(signal));
  return { older, newer, changes, plan, around: new Set(around.map(({ id }) => id)) };
}

/** True while the article under check is as it was compared: nobody has joined or split its sentences since. */
export function isOfPresentDraft({ older }: Comparison, factCheck: FactCheck): boolean {
  return older === articleOf(factCheck);
}
