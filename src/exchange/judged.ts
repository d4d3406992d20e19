import { compareInText, quoteOf, type Annotation } from '../domain/annotation.ts';
import type { Evidence } from '../domain/evidence.ts';
import type { FactCheck } from '../domain/fact-check.ts';
import { evidenceOf, leadingVerdict, verdictsOf } from '../domain/lookup.ts';
import { ratingOf } from '../domain/marks.ts';
import type { Rating } from '../domain/rating-scale.ts';
import type { Id } from '../domain/record.ts';
import type { Source } from '../domain/source.ts';
import type { Verdict } from '../domain/verdict.ts';

/** An annotation with what has been said about it, as most formats want it: with one verdict. */
export interface Judged {
  readonly annotation: Annotation;
  /** Among the claims, from 1, as in the report; null when nothing is to be checked. */
  readonly number: number | null;
  readonly quote: string;
  /** The claim in words that stand alone; the quote where nobody wrote any. */
  readonly statement: string;
  /** The verdict that stands for the annotation; without a rating when there is no other. */
  readonly verdict: Verdict | undefined;
  readonly rating: Rating | undefined;
  readonly reviewer: string;
  readonly evidence: readonly { readonly evidence: Evidence; readonly source: Source }[];
}

/** All annotations in the order of the text. */
export function listJudged(factCheck: FactCheck, reviewerId: Id | null): readonly Judged[] {
  let claims = 0;
  return [...factCheck.tables.annotation.values()].toSorted(compareInText).map((annotation) => {
    const verdict =
      leadingVerdict(factCheck, annotation.id, reviewerId) ?? verdictsOf(factCheck, annotation.id).at(-1);
    const quote = quoteOf(annotation);
    return {
      annotation,
      number: annotation.checkability === 'claim' ? (claims += 1) : null,
      quote,
      statement: annotation.claim.statement.trim() || quote,
      verdict,
      rating: verdict && ratingOf(factCheck, verdict),
      reviewer: (verdict && factCheck.tables.reviewer.get(verdict.reviewerId)?.name.trim()) ?? '',
      evidence: evidenceOf(factCheck, annotation.id).flatMap((evidence) => {
        const source = factCheck.tables.source.get(evidence.sourceId);
        return source ? [{ evidence, source }] : [];
      }),
    };
  });
}
