import { quoteOf, type Annotation } from './annotation.ts';
import type { Hand } from './change.ts';
import { doubtOf, doubtUntil } from './doubt.ts';
import { articleOf, type AnyRecord, type FactCheck } from './fact-check.ts';
import { statusFor } from './give-verdict.ts';
import type { ForeignAuthor } from './foreign-annotation.ts';
import { UNNAMED, type Arrival, type NewVerdict } from './arrival.ts';
import { instantOf, linkKey, type NewEvidence } from './import-sources.ts';
import { verdictsOf } from './lookup.ts';
import { isPlacedIn } from './placed-annotations.ts';
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
  for (const verdict of said) {
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
      current,
      verdict,
      unknown,
      lastSaid(arrival, (author) => idOf(author) === reviewerId),
      hand,
    );
    if (after === null) continue;
    changed.push(after);
    if (after.ratingId !== current.ratingId || after.scaleId !== current.scaleId) rated.push(after);
  }
  const annotation = annotationAfter(factCheck, { present, arrival }, { added, rated }, hand);
  return {
    added,
    changed: annotation === present ? changed : [annotation, ...changed],
    isInDoubt: annotation.carried !== present.carried,
  };
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
  current: Verdict,
  file: NewVerdict,
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
  const after: Verdict = {
    ...current,
    conclusion: words('conclusion'),
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

/** The annotation with what the new verdicts mean for it: on other words than those that stand here they are in doubt. */
function annotationAfter(
  factCheck: FactCheck,
  { present, arrival: { found } }: { readonly present: Annotation; readonly arrival: Arrival },
  {
    added,
    rated,
  }: { readonly added: readonly NewVerdict[]; readonly rated: readonly (NewVerdict | Verdict)[] },
  { by }: Hand,
): Annotation {
  const said = [...added, ...rated];
  if (said.length === 0) return present;
  const settled: Annotation =
    rated.length === 0
      ? present
      : { ...present, checkability: 'claim', status: statusFor(present.status, true) };
  const isOnTheseWords = found.state === 'placed' && quoteOf({ targets: found.targets }) === quoteOf(present);
  if (isOnTheseWords || !isPlacedIn(articleOf(factCheck), present)) return settled;
  const { articleId, targets, earlier = [] } = present;
  const at = doubtUntil(said, doubtOf(present)?.at ?? present.createdAt);
  const doubted: Annotation = { ...settled, carried: { articleId, decision: 'undecided', at, by } };
  if (found.state === 'placed') return doubted;
  const { judged } = found;
  return {
    ...doubted,
    targets: targets.map((target) => ({ ...target, judgedIn: judged.articleId })),
    earlier: earlier.some((place) => place.articleId === judged.articleId) ? earlier : [...earlier, judged],
  };
}
