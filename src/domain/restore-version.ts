import { say } from '../messages/say.ts';
import type { Annotation } from './annotation.ts';
import { makeChange, type Change, type Edits, type Hand } from './change.ts';
import { blankSource } from './cite-source.ts';
import type { Clock } from './clock.ts';
import type { Evidence } from './evidence.ts';
import type { FactCheck } from './fact-check.ts';
import { isVerdictInDoubt } from './doubt.ts';
import { statusFor } from './give-verdict.ts';
import { claimVersionOf, subjectOf, type ClaimVersion, type History, type Version } from './history.ts';
import { historyRecordsOf, verdictBy, verdictsOf } from './lookup.ts';
import { compareRevs, sayTheSame, writtenRev, type Id } from './record.ts';
import { findSource, versionIn } from './source-of-entry.ts';
import { tellReturned, tellReturnedMark } from './untold-words.ts';
import type { Verdict } from './verdict.ts';

/**
 * What an annotation's verdicts, claim and evidence have been, newest first. What says the same as the version that came
 * after it is left out.
 */
export function historyOf(factCheck: FactCheck, annotationId: Id): readonly History[] {
  const newestFirst = historyRecordsOf(factCheck, annotationId).toSorted(
    // Whatever became of the wall clock meanwhile.
    (a, b) => compareRevs(writtenRev(b), writtenRev(a)) || compare(b.id, a.id),
  );
  const following = new Map<string, Version | undefined>();
  return newestFirst.filter((entry) => {
    const version = versionIn(entry);
    const subject = subjectOf(version);
    const next = following.has(subject)
      ? following.get(subject)
      : standingVersion(factCheck, annotationId, version);
    following.set(subject, version);
    return !next || !sayTheSame(next, version);
  });
}

/** What evidence from the history comes from once it is restored. */
export type SourceOfRestored =
  /** The source that it has come from. */
  | 'its own'
  /** Its own is nowhere any more: the one that the same evidence comes from now. */
  | 'the present one'
  /** The same, and the evidence is not here: a new one, to be filled in. */
  | 'an empty one';

export function sourceOfRestored(factCheck: FactCheck, version: Evidence): SourceOfRestored {
  if (findSource(factCheck, version)) return 'its own';
  return factCheck.tables.evidence.has(version.id) ? 'the present one' : 'an empty one';
}

/**
 * The Change that puts a version from the history in the place of the one that stands, or brings it back. A verdict that
 * was given on other words than those that stand here now comes back in doubt, and evidence with its source: where that
 * is nowhere any more, see `SourceOfRestored`.
 */
export function restoreVersion(factCheck: FactCheck, entry: History, hand: Hand): Change {
  return makeChange(say('Restore from history'), factCheck, editsFor(factCheck, entry, hand), hand);
}

function editsFor(factCheck: FactCheck, entry: History, { clock }: Hand): Edits {
  const version = versionIn(entry);
  const annotation = factCheck.tables.annotation.get(entry.annotationId);
  if (!annotation) return {};
  switch (version.type) {
    case 'claim':
      return { changed: [withClaim(annotation, version)] };
    case 'evidence':
      return editsForEvidence(factCheck, version, clock);
    case 'verdict':
      return editsForVerdict(factCheck, annotation, version);
  }
}

function editsForEvidence(factCheck: FactCheck, version: Evidence, clock: Clock): Edits {
  const { evidence, source } = factCheck.tables;
  const standing = evidence.get(version.id);
  const known = findSource(factCheck, version) ?? (standing && source.get(standing.sourceId));
  const cited = known ?? blankSource(clock.newId());
  const missing = source.has(cited.id) ? [] : [cited];
  const restored = { ...version, sourceId: cited.id };
  return standing ? { added: missing, changed: [restored] } : { added: [...missing, restored] };
}

/**
 * Each reviewer has one verdict: where it was given anew, that one becomes what the old one was. Only a rating of the
 * words that stand here now settles the work on them.
 */
function editsForVerdict(factCheck: FactCheck, annotation: Annotation, version: Verdict): Edits {
  const before = tellReturned(factCheck, version);
  const standing =
    factCheck.tables.verdict.get(before.id) ?? verdictBy(factCheck, annotation.id, before.reviewerId);
  const verdict = { ...before, id: standing?.id ?? before.id };
  const others = verdictsOf(factCheck, annotation.id).filter((other) => other !== standing);
  const hasRating = [verdict, ...others].some(
    (one) => one.ratingId !== null && !isVerdictInDoubt(annotation, one),
  );
  const isRated = verdict.ratingId !== (standing?.ratingId ?? null);
  const settled: readonly Annotation[] = isRated
    ? [{ ...annotation, status: statusFor(annotation.status, hasRating), checkability: 'claim' }]
    : [];
  return standing ? { changed: [verdict, ...settled] } : { added: [verdict], changed: settled };
}

function withClaim(annotation: Annotation, version: ClaimVersion): Annotation {
  const { claim, checkability, reason, markedReading } = version;
  const { reason: _reason, markedReading: _words, ...rest } = annotation;
  return {
    ...rest,
    claim,
    checkability,
    ...(reason === undefined ? {} : { reason }),
    ...(checkability === 'claim' ? {} : { markedReading: tellReturnedMark(annotation, markedReading) }),
  };
}

function standingVersion({ tables }: FactCheck, annotationId: Id, version: Version): Version | undefined {
  switch (version.type) {
    case 'verdict':
      return tables.verdict.get(version.id);
    case 'evidence':
      return tables.evidence.get(version.id);
    case 'claim': {
      const annotation = tables.annotation.get(annotationId);
      return annotation && claimVersionOf(annotation);
    }
  }
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
