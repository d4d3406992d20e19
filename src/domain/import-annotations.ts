import type { Target } from './annotation.ts';
import { makeChange, type Change, type Hand, type Unstamped } from './change.ts';
import { headOf, scaleOf, type FactCheck } from './fact-check.ts';
import type { ForeignAnnotation } from './foreign-annotation.ts';
import { statusFor } from './give-verdict.ts';
import type { Id } from './record.ts';

/** An annotation of another tool that has found its place in the article. */
export interface PlacedAnnotation {
  readonly item: ForeignAnnotation;
  /** The same whenever it is imported: what is here already is not added again. */
  readonly id: Id;
  readonly targets: readonly Target[];
  /** An id for each author, by name; `UNNAMED` for who is not named. */
  readonly authorIds: ReadonlyMap<string, Id>;
}

/** The name of a reviewer about whom the file says nothing. */
const UNNAMED = 'Unnamed (imported)';

/**
 * Takes annotations of another tool into the fact check as one Change. What was written becomes the conclusion of its
 * author, a reply that of who replied; the rating is what `ratings` makes of the other tool's word, or none.
 */
export function importAnnotations(
  factCheck: FactCheck,
  placed: readonly PlacedAnnotation[],
  ratings: ReadonlyMap<string, Id | null>,
  hand: Hand,
): Change {
  const { annotation: present, reviewer, verdict } = factCheck.tables;
  const added = new Map<string, Unstamped>();
  const add = (record: Unstamped): void => {
    const key = `${record.type}/${record.id}`;
    if (!added.has(key)) added.set(key, record);
  };
  const scale = scaleOf(factCheck);
  for (const { item, id, targets, authorIds } of placed) {
    if (present.has(id) || added.has(`annotation/${id}`) || targets.length === 0) continue;
    const createdAt = instantOf(item.createdAt) ?? hand.clock.instant();
    const authorId = item.author === null ? null : (authorIds.get(item.author) ?? null);
    const ratingId = (item.rating === null ? null : ratings.get(item.rating)) ?? null;
    const words = wordsByAuthor(item);
    for (const [author, { text, at }] of words) {
      const isFirst = author === (item.author ?? UNNAMED);
      const rated = isFirst ? ratingId : null;
      const reviewerId = authorIds.get(author);
      const verdictId = `${id}-${reviewerId?.slice(-12)}`;
      if (reviewerId === undefined || verdict.has(verdictId) || (text === '' && rated === null)) continue;
      if (!reviewer.has(reviewerId)) add({ type: 'reviewer', id: reviewerId, name: author });
      add({
        type: 'verdict',
        id: verdictId,
        annotationId: id,
        reviewerId,
        scaleId: scale.id,
        scaleVersion: scale.version,
        ratingId: rated,
        conclusion: text,
        ...(isFirst && item.suggestedWording ? { suggestedWording: item.suggestedWording } : {}),
        decidedAt: instantOf(at) ?? createdAt,
      });
    }
    if (authorId !== null && item.author !== null && !reviewer.has(authorId))
      add({ type: 'reviewer', id: authorId, name: item.author });
    const claim = {
      statement: item.statement ?? targets.map(({ quote }) => quote.exact).join(' … '),
      kind: 'substance',
      ...(item.claimant === null ? {} : { claimant: { name: item.claimant } }),
    } as const;
    add({
      type: 'annotation',
      id,
      articleId: headOf(factCheck).articleId,
      targets,
      claim,
      checkability: 'claim',
      tags: [...new Set(item.tags)],
      status: statusFor('to-check', ratingId !== null),
      createdAt,
      createdBy: authorId,
      foreign: {
        originalId: item.originalId,
        rating: item.rating,
        createdAt: item.createdAt,
        updatedAt: item.updatedAt,
        rest: item.foreign ?? null,
      },
    });
  }
  return makeChange('Import annotations', factCheck, { added: [...added.values()] }, hand);
}

/** Everybody who says something in an annotation, its author first, `UNNAMED` where the file does not tell. */
export function authorsOf({ author, replies }: ForeignAnnotation): readonly string[] {
  return [...new Set([author, ...replies.map((reply) => reply.author)].map((name) => name ?? UNNAMED))];
}

/** What each has written, with when: each reviewer has one verdict. */
function wordsByAuthor(item: ForeignAnnotation): ReadonlyMap<string, { text: string; at: string | null }> {
  const words = new Map<string, { text: string; at: string | null }>();
  for (const { author, comment, createdAt } of [item, ...item.replies]) {
    const old = words.get(author ?? UNNAMED);
    const text = [old?.text ?? '', comment.trim()].filter(Boolean).join('\n\n');
    words.set(author ?? UNNAMED, { text, at: old?.at ?? createdAt });
  }
  return words;
}

/** A UTC instant of a date as another tool writes it; null when it is none or is in no year that we can write. */
function instantOf(written: string | null): string | null {
  const time = written === null ? Number.NaN : Date.parse(written);
  if (Number.isNaN(time)) return null;
  const instant = new Date(time).toISOString();
  return /^\d{4}-/.test(instant) ? instant : null;
}
