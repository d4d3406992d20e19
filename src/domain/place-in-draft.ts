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

function withJudgedIn({ quote, position }: Target, judgedIn: Id, articleId: Id): Target {
  return { quote, position, ...(judgedIn === articleId ? {} : { judgedIn }) };
}

/**
 * Out of the draft under check. Words that nobody has judged are left behind: it goes back to those that were, so that it
 * is held to them when it is attached again.
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
  if (!judged) return withDecision(annotation, decision, articleId, hand);
  const left =
    annotation.articleId === articleId
      ? []
      : [{ articleId: annotation.articleId, targets: annotation.targets }];
  const back = { ...rest, ...judged, earlier: [...earlier.filter((place) => place !== judged), ...left] };
  return withDecision(back, decision, articleId, hand);
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
