import type { Annotation } from './annotation.ts';
import type { Hand } from './change.ts';
import { readingOfVerdict } from './doubt.ts';
import { articleOf, type AnyRecord, type FactCheck } from './fact-check.ts';
import { statusFor } from './give-verdict.ts';
import type { ForeignAuthor } from './foreign-annotation.ts';
import { UNNAMED, type Arrival, type JudgedPlace, type NewVerdict } from './arrival.ts';
import { linkKey, type NewEvidence } from './import-sources.ts';
import { verdictsOf } from './lookup.ts';
import { isPlacedIn } from './placed-annotations.ts';
import { instantOf } from './read-instant.ts';
import { areSameWords, readingOf } from './reading.ts';
import type { Id } from './record.ts';
import type { Verdict } from './verdict.ts';

/** What a file says about an annotation that is here and that was never here before. */
export interface News {
  readonly added: readonly NewVerdict[];
  readonly changed: readonly AnyRecord[];
  /** It was said about other words than those that the annotation has here. */
  readonly isInDoubt: boolean;
}

/** What was said here until now, also what was replaced or removed since: nothing of it is news. */
export interface Known {
  readonly olderVerdicts: (annotationId: Id, reviewerId: Id) => readonly Verdict[];
  readonly isNewEvidence: (link: NewEvidence) => boolean;
}

export function createKnown({ tables }: FactCheck): Known {
  const verdicts = new Map<string, Verdict[]>();
  const links = new Set([...tables.evidence.values()].map(linkKey));
  const removed = new Set<string>();
  for (const { annotationId, before } of tables.history.values()) {
    if (before.type === 'verdict') {
      const key = `${annotationId}/${before.reviewerId}`;
      verdicts.set(key, [...(verdicts.get(key) ?? []), before]);
    }
    if (before.type === 'evidence') removed.add(linkKey({ ...before, sourceId: '' }));
  }
  return {
    olderVerdicts: (annotationId, reviewerId) => verdicts.get(`${annotationId}/${reviewerId}`) ?? [],
    // A source that was removed with its links may come under another id.
    isNewEvidence: (link) => !links.has(linkKey(link)) && !removed.has(linkKey({ ...link, sourceId: '' })),
  };
}

/** An annotation that is here and in a file, and a verdict of each person who says something of it there. */
export interface Saying {
  readonly present: Annotation;
  readonly arrival: Arrival;
  readonly said: readonly NewVerdict[];
  readonly idOf: (author: ForeignAuthor) => Id | null;
}

/**
 * What of `said`, a verdict of each person in the file, is new. What a person has edited here stays: of a conclusion only
 * the paragraphs that were never here are added to it, and a rating gives way only to one that was given later.
 */
export function newsOf(
  factCheck: FactCheck,
  { present, arrival, said, idOf }: Saying,
  known: Known,
  hand: Hand,
): News {
  const added: NewVerdict[] = [];
  const changed: Verdict[] = [];
  const rated: (NewVerdict | Verdict)[] = [];
  const here = verdictsOf(factCheck, present.id);
  const isPlaced = isPlacedIn(articleOf(factCheck), present);
  const reading = readingOfSaid(present, arrival, isPlaced);
  for (const given of said) {
    const verdict = { ...given, reading };
    const { reviewerId } = verdict;
    const current = here.find((one) => one.reviewerId === reviewerId);
    const older = known.olderVerdicts(present.id, reviewerId);
    const unknown = unknownIn(verdict, current ? [current, ...older] : older);
    if (unknown === null) continue;
    if (!current) {
      added.push(verdict);
      if (verdict.ratingId !== null) rated.push(verdict);
      continue;
    }
    const after = brought(
      { present, current },
      verdict,
      unknown,
      lastSaid(arrival, (author) => idOf(author) === reviewerId),
      hand,
    );
    if (after === null) continue;
    changed.push(after);
    if (after.ratingId !== current.ratingId || after.scaleId !== current.scaleId) rated.push(after);
  }
  const hasWords = added.length + rated.length > 0;
  const isInDoubt = hasWords && isPlaced && reading !== readingOf(present);
  const judged = isInDoubt && arrival.found.state !== 'placed' ? arrival.found.judged : null;
  const settled = rated.length > 0 ? settledBy(present, reading) : present;
  const annotation = judged ? withPlace(settled, judged) : settled;
  return { added, changed: annotation === present ? changed : [annotation, ...changed], isInDoubt };
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

/** A rating makes a claim of it; one of the words that stand here settles the work on them. */
function settledBy(annotation: Annotation, reading: string): Annotation {
  const isHere = reading === readingOf(annotation);
  const status = isHere ? statusFor(annotation.status, true) : annotation.status;
  return { ...annotation, checkability: 'claim', status };
}

/** With the place whose words were judged among those where it stood. */
function withPlace(annotation: Annotation, judged: JudgedPlace): Annotation {
  const { earlier = [] } = annotation;
  const isKnown = earlier.some((place) => place.articleId === judged.articleId);
  return isKnown ? annotation : { ...annotation, earlier: [...earlier, judged] };
}

type Unknown = Required<Pick<Verdict, 'conclusion' | 'suggestedWording' | 'unknowns'>> & {
  readonly hasRating: boolean;
};

/** What of a verdict is in none of the versions; null when all of it is. */
function unknownIn(verdict: NewVerdict, versions: readonly Verdict[]): Unknown | null {
  const { ratingId, scaleId } = verdict;
  const hasRating =
    ratingId !== null && !versions.some((one) => one.ratingId === ratingId && one.scaleId === scaleId);
  const unknown = (name: 'conclusion' | 'suggestedWording' | 'unknowns'): string =>
    paragraphsOf(verdict[name])
      .filter((paragraph) => !versions.some((version) => (version[name] ?? '').includes(paragraph)))
      .join('\n\n');
  const [conclusion, suggestedWording, unknowns] = [
    unknown('conclusion'),
    unknown('suggestedWording'),
    unknown('unknowns'),
  ];
  if (!hasRating && conclusion + suggestedWording + unknowns === '') return null;
  return { hasRating, conclusion, suggestedWording, unknowns };
}

function paragraphsOf(words = ''): readonly string[] {
  return words
    .split(/\n{2,}/)
    .map((paragraph) => paragraph.trim())
    .filter((paragraph) => paragraph !== '');
}

/** When this person last said something about it in the file; null when the file does not tell. */
function lastSaid({ item }: Arrival, isTheirs: (author: ForeignAuthor) => boolean): string | null {
  const times = item.judgements.filter(({ author }) => isTheirs(author ?? UNNAMED)).map(({ at }) => at);
  const known = [...times, item.updatedAt].flatMap((at) => instantOf(at) ?? []);
  const [first = instantOf(item.createdAt), ...rest] = known;
  return rest.reduce((last, at) => (last !== null && Date.parse(last) > Date.parse(at) ? last : at), first);
}

/** The verdict that is here with what is new in the file; null when that is older than what was decided here. */
function brought(
  { present, current }: { readonly present: Annotation; readonly current: Verdict },
  file: NewVerdict & { readonly reading: string },
  unknown: Unknown,
  at: string | null,
  { clock }: Hand,
): Verdict | null {
  const isEditedHere = current.base !== undefined;
  const isLater = at === null || Date.parse(at) > Date.parse(current.decidedAt);
  const takesRating = unknown.hasRating && (current.ratingId === null || !isEditedHere || isLater);
  const words = (name: 'conclusion' | 'suggestedWording' | 'unknowns'): string => {
    const [now, more] = [current[name] ?? '', unknown[name]];
    if (more === '') return now;
    return isEditedHere && now.trim() !== '' ? `${now}\n\n${more}` : (file[name] ?? '');
  };
  const [suggestedWording, unknowns] = [words('suggestedWording'), words('unknowns')];
  const conclusion = words('conclusion');
  // What remains of the one that is here is about its own words, what comes about those of the file.
  const remains =
    (current.ratingId !== null && !takesRating) ||
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
  if (takesRating) {
    const { ratingId, scaleId, scaleVersion, confidence } = file;
    return {
      ...after,
      ratingId,
      scaleId,
      scaleVersion,
      ...(confidence === undefined ? {} : { confidence }),
      decidedAt: at ?? clock.instant(),
    };
  }
  return unknown.conclusion + unknown.suggestedWording + unknown.unknowns === '' ? null : after;
}
