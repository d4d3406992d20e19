import { say } from '../messages/say.ts';
import type { Annotation, Claim, Target, WorkStatus } from './annotation.ts';
import { makeChange, type Change, type Hand } from './change.ts';
import { headOf, type FactCheck } from './fact-check.ts';
import { readingOf } from './reading.ts';
import type { Id } from './record.ts';

/** What can be edited of an annotation, apart from its places and its claim. */
export interface AnnotationEdit {
  readonly claim?: Partial<Claim>;
  readonly tags?: readonly string[];
  readonly status?: WorkStatus;
  readonly checkability?: Annotation['checkability'];
  readonly reason?: string;
}

/** Marks words of the article as a claim to check, or as not checkable. The claim starts as the quoted words. */
export function annotate(
  factCheck: FactCheck,
  {
    targets,
    checkability = 'claim',
    id,
  }: { targets: readonly Target[]; checkability?: Annotation['checkability']; id: Id },
  hand: Hand,
): Change {
  const statement = targets.map(({ quote }) => quote.exact).join(' … ');
  const annotation = {
    type: 'annotation',
    id,
    articleId: headOf(factCheck).articleId,
    targets,
    claim: { statement, kind: 'substance' },
    checkability,
    tags: [],
    status: 'to-check',
    createdAt: hand.clock.instant(),
    createdBy: hand.by,
    ...(checkability === 'not-checkable' ? { markedReading: readingOf({ targets }) } : {}),
  } as const;
  const label = checkability === 'claim' ? say('Annotate') : say('Mark as not checkable');
  return makeChange(label, factCheck, { added: [annotation] }, hand);
}

/**
 * Edits the claim, tags, status or checkability of an annotation. An empty reason is removed, and so are a claimant
 * without name and role and an empty time of saying. That there is nothing to check is said of the words that stand now.
 */
export function editAnnotation(factCheck: FactCheck, id: Id, edit: AnnotationEdit, hand: Hand): Change {
  const annotation = factCheck.tables.annotation.get(id);
  if (!annotation) return makeChange(say('Edit annotation'), factCheck, {}, hand);
  const { reason: oldReason, ...rest } = annotation;
  const reason = edit.reason ?? oldReason;
  const changed: Annotation = {
    ...rest,
    claim: withoutBlanks({ ...annotation.claim, ...edit.claim }),
    tags: edit.tags ?? annotation.tags,
    status: edit.status ?? annotation.status,
    checkability: edit.checkability ?? annotation.checkability,
    ...(reason ? { reason } : {}),
    ...(edit.checkability === 'not-checkable' ? { markedReading: readingOf(annotation) } : {}),
  };
  return makeChange(say('Edit annotation'), factCheck, { changed: [changed] }, hand);
}

/** Removes annotations with their verdicts, evidence and history; sources stay, they may serve others. */
export function removeAnnotations(factCheck: FactCheck, ids: readonly Id[], hand: Hand): Change {
  const gone = new Set(ids);
  const { annotation, verdict, evidence, history } = factCheck.tables;
  const removed = [
    ...[...annotation.values()].filter(({ id }) => gone.has(id)),
    ...[...verdict.values()].filter(({ annotationId }) => gone.has(annotationId)),
    ...[...evidence.values()].filter(({ annotationId }) => gone.has(annotationId)),
    ...[...history.values()].filter(({ annotationId }) => gone.has(annotationId)),
  ];
  return makeChange(
    gone.size === 1 ? say('Remove annotation') : say('Remove annotations'),
    factCheck,
    { removed },
    hand,
  );
}

function withoutBlanks({ claimant, saidAt, ...rest }: Claim): Claim {
  const { role, ...named } = claimant ?? { name: '' };
  const isKnown = named.name !== '' || Boolean(role);
  return {
    ...rest,
    ...(isKnown ? { claimant: { ...named, ...(role ? { role } : {}) } } : {}),
    ...(saidAt ? { saidAt } : {}),
  };
}
