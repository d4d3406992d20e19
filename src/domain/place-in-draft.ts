import type { Annotation, Target } from './annotation.ts';
import type { Hand } from './change.ts';
import { asJudged, readingOfMark, readingOfVerdict, sortVerdicts } from './doubt.ts';
import { placeOf, tellReadings, withDecision, withJudgedIn, withWords } from './other-words.ts';
import { readingOf } from './reading.ts';
import type { Id } from './record.ts';
import type { Verdict } from './verdict.ts';

/**
 * Into another draft; where it stood, and in which draft its words were judged, stays written. `name` is that of the words
 * which they say the same as; null when they are others. What was said about a lost place has served.
 */
export function moveInto(
  annotation: Annotation,
  targets: readonly Target[],
  {
    articleId,
    name,
    verdicts,
  }: { readonly articleId: Id; readonly name: string | null; readonly verdicts: readonly Verdict[] },
): Annotation {
  const known = asJudged(tellReadings(annotation, verdicts), verdicts);
  const { targets: old, articleId: from } = known;
  const {
    earlier = [],
    carried,
    ...moved
  } = withWords(
    known,
    targets.map((target, i) => withJudgedIn(target, (old[i] ?? old[0])?.judgedIn ?? from, articleId)),
    name,
  );
  const isOpen = carried?.articleId === from && carried.decision !== 'detached';
  const kept = carried?.decision === 'still-holds' ? carried : isOpen ? { ...carried, articleId } : null;
  const places = from === articleId ? earlier : [...earlier, placeOf(known)];
  return {
    ...moved,
    articleId,
    ...(places.length > 0 ? { earlier: places } : {}),
    ...(kept ? { carried: kept } : {}),
  };
}

/**
 * Out of the draft under check. Words that nobody has judged are left behind: it goes back to those of which all was said
 * that was said, so that these are looked for in the next draft. Where they are not known, or are others for each verdict,
 * it stays with the words where it stood.
 */
export function withoutPlace(
  annotation: Annotation,
  {
    decision,
    articleId,
    verdicts,
  }: {
    readonly decision: 'detached' | 'undecided';
    readonly articleId: Id;
    readonly verdicts: readonly Verdict[];
  },
  hand: Hand,
): Annotation {
  const known = asJudged(tellReadings(annotation, verdicts), verdicts);
  const { earlier = [] } = known;
  const said = { articleId, decision };
  const judged = findJudged(known, verdicts);
  const isHere = (place: { readonly articleId: Id }): boolean => place.articleId === articleId;
  if (!judged) return withDecision(isHere(known) ? outOfDraft(known, hand) : known, said, hand);
  const { reading: _left, ...rest } = known;
  const back = { ...rest, ...judged };
  if (isHere(judged)) return withDecision(outOfDraft(back, hand), said, hand);
  const left = isHere(known) ? [] : [placeOf(known)];
  return withDecision(
    { ...back, earlier: [...earlier.filter((place) => place !== judged), ...left] },
    said,
    hand,
  );
}

/** The place whose words are those of which all was said, where nothing was said of the present ones. */
function findJudged(annotation: Annotation, verdicts: readonly Verdict[]) {
  const { earlier = [], checkability } = annotation;
  const { standing, doubted } = sortVerdicts(annotation, verdicts);
  const present = readingOf(annotation);
  const said =
    checkability === 'not-checkable'
      ? [readingOfMark(annotation)]
      : [...standing.map(() => present), ...doubted.map((one) => readingOfVerdict(annotation, one))];
  const [name, ...others] = new Set(said);
  if (others.length > 0 || name === present) return undefined;
  // What nobody has judged belongs to the words on which it was made.
  if (name === undefined)
    return earlier.find(
      (place) => place.articleId === annotation.targets[0]?.judgedIn && readingOf(place) !== present,
    );
  return earlier.findLast((place) => readingOf(place) === name);
}

/** As a place in a draft that is not here; where it stood in the one that is stays written. */
function outOfDraft(annotation: Annotation, { clock }: Hand): Annotation {
  const { articleId, earlier = [] } = annotation;
  const isWritten = earlier.some(
    (place) => place.articleId === articleId && readingOf(place) === readingOf(annotation),
  );
  return {
    ...annotation,
    articleId: clock.newId(),
    targets: annotation.targets.map((target) => ({ ...target, judgedIn: target.judgedIn ?? articleId })),
    earlier: isWritten ? earlier : [...earlier, placeOf(annotation)],
  };
}
