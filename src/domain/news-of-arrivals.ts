import type { Annotation } from './annotation.ts';
import { UNNAMED, type Arrival, type JudgedPlace, type NewVerdict } from './arrival.ts';
import type { Hand } from './change.ts';
import { readingOfVerdict } from './doubt.ts';
import { articleOf, type AnyRecord, type FactCheck } from './fact-check.ts';
import type { ForeignAuthor } from './foreign-annotation.ts';
import { statusFor } from './give-verdict.ts';
import { heardOf, madeKey } from './heard.ts';
import type { Replaced } from './keep-history.ts';
import { verdictBy } from './lookup.ts';
import { isPlacedIn } from './placed-annotations.ts';
import { instantOf } from './read-instant.ts';
import { readingOf } from './reading.ts';
import { areSameWords } from './same-words.ts';
import type { Id } from './record.ts';
import type { Verdict } from './verdict.ts';

/** What is new of an annotation that is here, and what becomes of it. */
export interface News {
  readonly added: readonly NewVerdict[];
  readonly changed: readonly AnyRecord[];
  /** What gives way to a verdict that somebody has given here meanwhile: the history keeps it. */
  readonly yielding: readonly Replaced[];
  /** The verdicts that were made of it. */
  readonly made: readonly (NewVerdict | Verdict)[];
  /** It was said about other words than those that the annotation has here. */
  readonly isInDoubt: boolean;
}

/** An annotation that is here and in a file, and the verdicts of the people who say something of it there. */
export interface Saying {
  readonly present: Annotation;
  readonly arrival: Arrival;
  /** What is new in them. */
  readonly said: readonly NewVerdict[];
  /** All that is in them. */
  readonly whole: readonly NewVerdict[];
  readonly idOf: (author: ForeignAuthor) => Id | null;
}

/**
 * Adds what is new. A verdict that nobody has touched since a file brought it follows that file; where somebody has judged
 * here meanwhile, theirs stays: what is written in the file is added to it, and another rating goes into its history, from
 * where it can be brought back.
 */
export function newsOf(
  factCheck: FactCheck,
  { present, arrival, said, whole, idOf }: Saying,
  hand: Hand,
): News {
  const added: NewVerdict[] = [];
  const changed: Verdict[] = [];
  const followed: Verdict[] = [];
  const yielding: Replaced[] = [];
  const rated: (NewVerdict | Verdict)[] = [];
  const made = new Set(heardOf(present)?.said);
  const isPlaced = isPlacedIn(articleOf(factCheck), present);
  const place = readingOfSaid(present, arrival, isPlaced);
  for (const given of said) {
    const { reviewerId } = given;
    // What is known to be of other words names none.
    const verdict = { ...given, reading: given.reading === null ? null : place };
    const current = verdictBy(factCheck, present.id, reviewerId);
    if (!current) {
      added.push(verdict);
      if (verdict.ratingId !== null && verdict.reading !== null) rated.push(verdict);
      continue;
    }
    const isUntouched = current.base === undefined || made.has(madeKey(current));
    const at = lastSaid(arrival, (author) => idOf(author) === reviewerId) ?? hand.clock.instant();
    const isOther =
      verdict.ratingId !== null &&
      (verdict.ratingId !== current.ratingId || verdict.scaleId !== current.scaleId);
    const isTaken = isOther && (isUntouched || current.ratingId === null);
    if (isOther && !isTaken)
      yielding.push({ annotationId: present.id, before: asOlder(current, verdict, at, hand) });
    const all = whole.find((one) => one.reviewerId === reviewerId) ?? given;
    const after = brought({ present, current }, verdict, { all, isUntouched, isTaken, at });
    if (after === null) continue;
    changed.push(after);
    if (isUntouched) followed.push(after);
    if (isTaken && verdict.reading !== null) rated.push(after);
  }
  const hasWords = added.length + rated.length > 0;
  const isInDoubt = hasWords && isPlaced && place !== readingOf(present);
  const judged = isInDoubt && arrival.found.state !== 'placed' ? arrival.found.judged : null;
  const settled = rated.length > 0 ? settledBy(present, place) : present;
  const annotation = judged ? withPlace(settled, judged) : settled;
  return {
    added,
    changed: annotation === present ? changed : [annotation, ...changed],
    yielding,
    made: [...added, ...followed],
    isInDoubt,
  };
}

/** The name of the words of which the file speaks: that of those that are here, where they are the same. */
function readingOfSaid(present: Annotation, { found }: Arrival, isPlaced: boolean): string {
  const targets = found.state === 'placed' ? found.targets : found.judged.targets;
  const isTheSame =
    isPlaced && found.state === 'placed'
      ? areSameWords(targets, present.targets)
      : !isPlaced && readingOf({ targets }) === readingOf({ targets: present.targets });
  return readingOf(isTheSame ? present : { targets });
}

/**
 * A rating of the words that stand here settles the work on them, and makes a claim of what came as none. The mark that a
 * person has made, or left standing in an edit, stays.
 */
function settledBy(annotation: Annotation, reading: string): Annotation {
  const isHere = reading === readingOf(annotation);
  if (annotation.checkability === 'not-checkable' && annotation.base !== undefined) return annotation;
  const status = isHere ? statusFor(annotation.status, true) : annotation.status;
  return { ...annotation, checkability: 'claim', status };
}

/** With the place whose words were judged among those where it stood. */
function withPlace(annotation: Annotation, judged: JudgedPlace): Annotation {
  const { earlier = [] } = annotation;
  const isKnown = earlier.some((place) => place.articleId === judged.articleId);
  return isKnown ? annotation : { ...annotation, earlier: [...earlier, judged] };
}

/** When this person last said something about it in the file; null when the file does not tell. */
function lastSaid({ item }: Arrival, isTheirs: (author: ForeignAuthor) => boolean): string | null {
  const times = item.judgements.filter(({ author }) => isTheirs(author ?? UNNAMED)).map(({ at }) => at);
  const known = [...times, item.updatedAt].flatMap((at) => instantOf(at) ?? []);
  const [first = instantOf(item.createdAt), ...rest] = known;
  return rest.reduce((last, at) => (last !== null && Date.parse(last) > Date.parse(at) ? last : at), first);
}

/** What the file says as a version of the verdict that stays. */
function asOlder(current: Verdict, file: NewVerdict, at: string, { clock }: Hand): Verdict {
  const { id, annotationId, reviewerId } = current;
  const stamp = { rev: clock.nextRev(), updatedAt: clock.instant(), updatedBy: reviewerId };
  return { ...file, ...stamp, id, annotationId, reviewerId, decidedAt: at };
}

interface Bringing {
  /** All that this person says in the file. */
  readonly all: NewVerdict;
  /** Nobody has edited it here. */
  readonly isUntouched: boolean;
  /** The rating of the file becomes that of the verdict. */
  readonly isTaken: boolean;
  readonly at: string;
}

/** The verdict that is here with what is new in the file; null when that changes nothing. */
function brought(
  { present, current }: { readonly present: Annotation; readonly current: Verdict },
  file: NewVerdict & { readonly reading: string | null },
  { all, isUntouched, isTaken, at }: Bringing,
): Verdict | null {
  const words = (name: 'conclusion' | 'suggestedWording' | 'unknowns'): string => {
    const [now, more] = [current[name] ?? '', file[name] ?? ''];
    if (more === '') return now;
    return isUntouched || now.trim() === '' ? (all[name] ?? more) : `${now}\n\n${more}`;
  };
  const [suggestedWording, unknowns] = [words('suggestedWording'), words('unknowns')];
  const conclusion = words('conclusion');
  if (!isTaken && [file.conclusion, file.suggestedWording, file.unknowns].every((one) => (one ?? '') === ''))
    return null;
  // What remains of the one that is here is about its own words, what comes about those of the file.
  const remains =
    (current.ratingId !== null && !isTaken) ||
    [
      [current.conclusion, conclusion],
      [current.suggestedWording, suggestedWording],
      [current.unknowns, unknowns],
    ].some(([was = '', is = '']) => was.trim() !== '' && is.includes(was));
  const isOfOne = !remains || readingOfVerdict(present, current) === file.reading;
  const after: Verdict = {
    ...current,
    reading: isOfOne ? file.reading : null,
    conclusion,
    ...(suggestedWording === '' ? {} : { suggestedWording }),
    ...(unknowns === '' ? {} : { unknowns }),
  };
  if (!isTaken) return after;
  const { ratingId, scaleId, scaleVersion, confidence } = file;
  return {
    ...after,
    ratingId,
    scaleId,
    scaleVersion,
    ...(confidence === undefined ? {} : { confidence }),
    decidedAt: at,
  };
}
