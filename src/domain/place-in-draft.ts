import { isInDoubt, type Annotation, type Target } from './annotation.ts';
import type { Hand } from './change.ts';
import type { Id } from './record.ts';

/**
 * Into another draft; where it stood, and in which draft its words were judged, stays written. A doubt goes along; what
 * was said about a lost place has served.
 */
export function moveInto(annotation: Annotation, targets: readonly Target[], articleId: Id): Annotation {
  const { earlier = [], targets: old, articleId: from, carried, ...rest } = annotation;
  const doubt = carried && isInDoubt(annotation) ? { ...carried, articleId } : undefined;
  const kept = doubt ?? (carried?.decision === 'still-holds' ? carried : undefined);
  const places = from === articleId ? earlier : [...earlier, { articleId: from, targets: old }];
  return {
    ...rest,
    articleId,
    targets: targets.map((target, i) =>
      withJudgedIn(target, (old[i] ?? old[0])?.judgedIn ?? from, articleId),
    ),
    ...(places.length > 0 ? { earlier: places } : {}),
    ...(kept ? { carried: kept } : {}),
  };
}

/** To other words of the same draft; in which draft words were judged stays written. */
export function keepJudgedIn(annotation: Annotation, targets: readonly Target[]): Annotation {
  const { targets: old, articleId } = annotation;
  return {
    ...annotation,
    targets: targets.map((target, i) =>
      withJudgedIn(target, (old[i] ?? old[0])?.judgedIn ?? articleId, articleId),
    ),
  };
}

/**
 * A judged annotation to other words of the same draft. Where none of its words are left, it is in doubt; the words that
 * were judged are kept as a place in a draft with an id of its own, so that they are not taken for a place in this one.
 */
export function moveWithin(annotation: Annotation, targets: readonly Target[], hand: Hand): Annotation {
  const { targets: old, earlier = [], articleId } = annotation;
  const moved = keepJudgedIn(annotation, targets);
  if (isInDoubt(annotation) || targets.some((target) => old.some((other) => overlap(target, other))))
    return moved;
  const isKnown = old[0]?.judgedIn !== undefined;
  const judgedIn = hand.clock.newId();
  const doubted: Annotation = isKnown
    ? moved
    : {
        ...moved,
        targets: targets.map((target) => withJudgedIn(target, judgedIn, articleId)),
        earlier: [...earlier, { articleId: judgedIn, targets: old }],
      };
  return withDecision(doubted, 'undecided', articleId, hand);
}

function overlap({ position: a }: Target, { position: b }: Target): boolean {
  return a.start < b.end && b.start < a.end;
}

/** The places that were judged; null when they are not known any more. */
export function judgedTargetsOf({ targets, earlier = [] }: Annotation): readonly Target[] | null {
  const judgedIn = targets[0]?.judgedIn;
  if (judgedIn === undefined) return targets;
  return earlier.find(({ articleId }) => articleId === judgedIn)?.targets ?? null;
}

function withJudgedIn({ quote, position }: Target, judgedIn: Id, articleId: Id): Target {
  return { quote, position, ...(judgedIn === articleId ? {} : { judgedIn }) };
}

/**
 * Out of the draft under check. Words that nobody has judged are left behind: it goes back to those that were, so that it
 * is held to them when it is attached again. Where those are not known any more, it is held to no words at all.
 */
export function withoutPlace(
  annotation: Annotation,
  decision: 'detached' | 'undecided',
  articleId: Id,
  hand: Hand,
): Annotation {
  const { earlier = [], ...rest } = annotation;
  const judgedIn = annotation.targets[0]?.judgedIn;
  const judged = isInDoubt(annotation) ? earlier.find((place) => place.articleId === judgedIn) : undefined;
  if (!judged) {
    const unplaced =
      annotation.articleId === articleId ? outOfDraft(annotation, hand.clock.newId()) : annotation;
    return withDecision(unplaced, decision, articleId, hand);
  }
  const left =
    annotation.articleId === articleId
      ? []
      : [{ articleId: annotation.articleId, targets: annotation.targets }];
  const back = { ...rest, ...judged, earlier: [...earlier.filter((place) => place !== judged), ...left] };
  return withDecision(back, decision, articleId, hand);
}

/** As a place in a draft that is not here, judged in one that is not known either. */
function outOfDraft(annotation: Annotation, articleId: Id): Annotation {
  const targets = annotation.targets.map((target) => ({ ...target, judgedIn: target.judgedIn ?? articleId }));
  return { ...annotation, articleId, targets };
}

/** With what was said about it when this draft came. */
export function withDecision(
  annotation: Annotation,
  decision: NonNullable<Annotation['carried']>['decision'],
  articleId: Id,
  hand: Hand,
): Annotation {
  return { ...annotation, carried: { articleId, decision, at: hand.clock.instant(), by: hand.by } };
}
