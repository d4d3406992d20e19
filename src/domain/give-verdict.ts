import { say } from '../messages/say.ts';
import type { WorkStatus } from './annotation.ts';
import { atOneInstant, makeChange, type Change, type Hand } from './change.ts';
import { asJudged, isVerdictInDoubt, judgedHere, readingOfVerdict, saysSomething } from './doubt.ts';
import { scaleOf, type FactCheck } from './fact-check.ts';
import { verdictBy, verdictsOf } from './lookup.ts';
import { readingOf } from './reading.ts';
import { sayTheSame, type Id } from './record.ts';
import type { Confidence, Verdict } from './verdict.ts';

/** What can be edited of a verdict. An empty text or a null confidence removes the field. */
export interface VerdictEdit {
  readonly ratingId?: Id | null;
  readonly conclusion?: string;
  readonly confidence?: Confidence | null;
  readonly suggestedWording?: string;
  readonly unknowns?: string;
}

type VerdictWords = Omit<Verdict, 'rev' | 'base' | 'updatedAt' | 'updatedBy'>;

/**
 * Gives or edits the verdict of a reviewer on an annotation: each reviewer has one. A rating settles the work as
 * checked, taking the last rating away opens it again, and a rating makes a claim of what was "not checkable". Where the
 * words changed since, the same rating once more is a new judgement of the words that stand there now; it says nothing
 * about the verdicts of others, which stay in doubt, and taking a rating back judges nothing.
 */
export function giveVerdict(
  factCheck: FactCheck,
  { annotationId, reviewerId, newId }: { annotationId: Id; reviewerId: Id; newId: Id },
  edit: VerdictEdit,
  present: Hand,
): Change {
  const hand = atOneInstant(present);
  const annotation = factCheck.tables.annotation.get(annotationId);
  if (!annotation) return makeChange(say('Give verdict'), factCheck, {}, hand);

  const own = verdictBy(factCheck, annotationId, reviewerId);
  const scale = scaleOf(factCheck);
  const decided = {
    scaleId: scale.id,
    scaleVersion: scale.version,
    decidedAt: hand.clock.instant(),
    reading: readingOf(annotation),
  };
  const blank = {
    type: 'verdict',
    id: newId,
    annotationId,
    reviewerId,
    ratingId: null,
    conclusion: '',
  } as const;
  const old: VerdictWords = own ?? { ...blank, ...decided };
  const isDoubted = own !== undefined && isVerdictInDoubt(annotation, own);
  // The same rating of another scale, or of another version of it, may mean something else.
  const isAnew = isDoubted || old.scaleId !== scale.id;
  const isRated =
    edit.ratingId !== undefined && (edit.ratingId !== old.ratingId || (edit.ratingId !== null && isAnew));
  const isTakenBack = isRated && edit.ratingId === null;
  // A verdict that says nothing any more begins anew with the first word.
  const words = editWords(old, edit);
  const isBegun = own !== undefined && !saysSomething(own) && saysSomething(words);
  const isDecided = isTakenBack ? !isDoubted : isRated || isBegun;
  // What is written about other words than the rest makes it a verdict on none; what somebody confirmed is on these.
  const isEdited = own !== undefined && !isTakenBack && !sayTheSame(own, words);
  const isElsewhere = isEdited && readingOfVerdict(annotation, own) !== decided.reading;
  const reading = isDoubted ? null : decided.reading;
  const verdict = { ...words, ...(isDecided ? decided : isElsewhere ? { reading } : {}) };

  const others = verdictsOf(factCheck, annotationId).filter(({ id }) => id !== own?.id);
  const hasRating = [verdict, ...others].some(
    (one) => one.ratingId !== null && !isVerdictInDoubt(annotation, one),
  );
  const judged = !hasRating
    ? annotation
    : others.some(saysSomething)
      ? asJudged(annotation, [verdict, ...others])
      : judgedHere(annotation);
  const status = isTakenBack && hasRating ? annotation.status : statusFor(annotation.status, hasRating);
  const changed = isRated ? [{ ...judged, status, checkability: 'claim' } as const] : [];
  return makeChange(
    say('Give verdict'),
    factCheck,
    own ? { changed: [stampedAs(own, verdict), ...changed] } : { added: [verdict], changed },
    hand,
  );
}

function editWords(old: VerdictWords, edit: VerdictEdit): VerdictWords {
  const { confidence: oldConfidence, suggestedWording: oldWording, unknowns: oldUnknowns, ...rest } = old;
  const confidence = edit.confidence === undefined ? oldConfidence : edit.confidence;
  const suggestedWording = edit.suggestedWording ?? oldWording;
  const unknowns = edit.unknowns ?? oldUnknowns;
  return {
    ...rest,
    ratingId: edit.ratingId === undefined ? old.ratingId : edit.ratingId,
    conclusion: edit.conclusion ?? old.conclusion,
    ...(confidence ? { confidence } : {}),
    ...(suggestedWording ? { suggestedWording } : {}),
    ...(unknowns ? { unknowns } : {}),
  };
}

/** The work status of an annotation whose ratings have just changed. */
export function statusFor(status: WorkStatus, hasRating: boolean): WorkStatus {
  if (!hasRating) return status === 'checked' || status === 'approved' ? 'to-check' : status;
  return status === 'approved' ? 'approved' : 'checked';
}

/** The edited words with the stamp that they were edited from; a field that was removed stays removed. */
function stampedAs({ rev, updatedAt, updatedBy }: Verdict, words: VerdictWords): Verdict {
  return { ...words, rev, updatedAt, updatedBy };
}
