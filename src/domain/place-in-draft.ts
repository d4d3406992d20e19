import type { Annotation, Target } from './annotation.ts';
import type { Hand } from './change.ts';
import { doubtOf, sortVerdicts } from './doubt.ts';
import { asJudged, isOnSeveralWords, onUnknownWords, withJudgedIn } from './other-words.ts';
import type { Id } from './record.ts';
import type { Verdict } from './verdict.ts';

/**
 * Into another draft; where it stood, and in which draft its words were judged, stays written. A doubt goes along; what
 * was said about a lost place has served.
 */
export function moveInto(annotation: Annotation, targets: readonly Target[], articleId: Id): Annotation {
  const { earlier = [], targets: old, articleId: from, carried, ...rest } = annotation;
  const doubt = doubtOf(annotation);
  const said = carried?.decision === 'still-holds' ? carried : undefined;
  const kept = doubt ? { ...doubt, articleId } : said;
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

/**
 * Out of the draft under check. Words that nobody has judged are left behind: it goes back to those that were, so that it
 * is held to them when it is attached again. Where those are not known any more, or are others for each verdict, it stays
 * in doubt where it stood; what is detached is then held to no words at all.
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
  const known = asJudged(annotation, verdicts);
  const { earlier = [], ...rest } = known;
  const isDoubted = doubtOf(known) !== null && sortVerdicts(known, verdicts).doubted.length > 0;
  const judgedIn = known.targets[0]?.judgedIn;
  const judged =
    doubtOf(known) && !isOnSeveralWords(known, verdicts)
      ? earlier.find((place) => place.articleId === judgedIn)
      : undefined;
  if (judged) {
    const left =
      known.articleId === articleId ? [] : [{ articleId: known.articleId, targets: known.targets }];
    const back = { ...rest, ...judged, earlier: [...earlier.filter((place) => place !== judged), ...left] };
    return withDecision(back, decision, articleId, hand);
  }
  if (isDoubted && decision === 'undecided') return known;
  const nowhere = hand.clock.newId();
  const unplaced = known.articleId === articleId ? outOfDraft(known, nowhere) : known;
  return withDecision(isDoubted ? onUnknownWords(unplaced, nowhere) : unplaced, decision, articleId, hand);
}

/** As a place in a draft that is not here, judged in one that is not known either. */
function outOfDraft(annotation: Annotation, articleId: Id): Annotation {
  const targets = annotation.targets.map((target) => ({ ...target, judgedIn: target.judgedIn ?? articleId }));
  return { ...annotation, articleId, targets };
}

/** With what was said about a place that it does not have in this draft. */
function withDecision(
  annotation: Annotation,
  decision: 'detached' | 'undecided',
  articleId: Id,
  hand: Hand,
): Annotation {
  return { ...annotation, carried: { articleId, decision, at: hand.clock.instant(), by: hand.by } };
}
