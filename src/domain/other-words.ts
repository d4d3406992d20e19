import type { Annotation, Target } from './annotation.ts';
import type { Hand } from './change.ts';
import { doubtOf, doubtUntil, judgedHere, sortVerdicts } from './doubt.ts';
import type { Id } from './record.ts';
import type { Verdict } from './verdict.ts';

/**
 * A judged annotation to other words of the same draft. Its verdicts are in doubt as soon as the words are others than
 * those that were judged, in more than the marks at their ends, and are so no longer when it is moved back to just these.
 * Until then they are kept as a place in a draft with an id of its own, so that they are not taken for a place in this one.
 */
export function moveWithin(
  annotation: Annotation,
  targets: readonly Target[],
  verdicts: readonly Verdict[],
  hand: Hand,
): Annotation {
  const known = asJudged(annotation, verdicts);
  const { targets: old, earlier = [], articleId } = known;
  const judged = judgedTargetsOf(known);
  const moved = keepJudgedIn(known, targets);
  if (sortVerdicts(known, verdicts).standing.length === 0)
    return judged && isMovedAway(known) && areSamePlaces(targets, judged) ? movedBack(moved, judged) : moved;
  // While others are in doubt, it is the present words that were judged by those who are not.
  if (haveSameCore(targets, doubtOf(known) ? old : (judged ?? old))) return moved;
  const judgedIn = MOVED_AWAY + hand.clock.newId();
  const doubted: Annotation =
    judged && haveSameCore(judged, old)
      ? {
          ...moved,
          targets: targets.map((target) => withJudgedIn(target, judgedIn, articleId)),
          earlier: [...earlier, { articleId: judgedIn, targets: old }],
        }
      : moved;
  return putInDoubt(doubted, { before: known, decision: 'undecided', verdicts }, hand);
}

/** How the name of a draft begins that stands for the words from which a boundary was moved away. */
const MOVED_AWAY = 'moved-';

function isMovedAway(annotation: Annotation): boolean {
  return doubtOf(annotation) !== null && (annotation.targets[0]?.judgedIn?.startsWith(MOVED_AWAY) ?? false);
}

/** As it was before its boundaries were moved. */
function movedBack(
  { carried: _doubt, earlier = [], ...rest }: Annotation,
  judged: readonly Target[],
): Annotation {
  const others = earlier.filter(({ targets }) => targets !== judged);
  return { ...rest, targets: judged, ...(others.length > 0 ? { earlier: others } : {}) };
}

function areSamePlaces(some: readonly Target[], others: readonly Target[]): boolean {
  return (
    some.length === others.length &&
    some.every(({ position: { start, end }, quote }, i) => {
      const other = others[i];
      return (
        start === other?.position.start && end === other.position.end && quote.exact === other.quote.exact
      );
    })
  );
}

/** True when the words are the same but for spaces and punctuation at their ends. */
function haveSameCore(some: readonly Target[], others: readonly Target[]): boolean {
  return (
    some.length === others.length &&
    some.every(({ quote }, i) => coreOf(quote.exact) === coreOf(others[i]?.quote.exact ?? ''))
  );
}

function coreOf(words: string): string {
  return words.replaceAll(/^[\s.,;:!?…"'“”„‘’«»()[\]]+|[\s.,;:!?…"'“”„‘’«»()[\]]+$/g, '');
}

/** To other words of the same draft; in which draft words were judged stays written. */
function keepJudgedIn(annotation: Annotation, targets: readonly Target[]): Annotation {
  const { targets: old, articleId } = annotation;
  return {
    ...annotation,
    targets: targets.map((target, i) =>
      withJudgedIn(target, (old[i] ?? old[0])?.judgedIn ?? articleId, articleId),
    ),
  };
}

/** The places that were judged; null when they are not known any more. */
export function judgedTargetsOf({ targets, earlier = [] }: Annotation): readonly Target[] | null {
  const judgedIn = targets[0]?.judgedIn;
  if (judgedIn === undefined) return targets;
  return earlier.find(({ articleId }) => articleId === judgedIn)?.targets ?? null;
}

/** A target that was judged in one draft and stands in another. */
export function withJudgedIn({ quote, position }: Target, judgedIn: Id, articleId: Id): Target {
  return { quote, position, ...(judgedIn === articleId ? {} : { judgedIn }) };
}

/** Where all that was said was said about the words that stand here now, they are the ones that were judged. */
export function asJudged(annotation: Annotation, verdicts: readonly Verdict[]): Annotation {
  if (doubtOf(annotation) === null) return annotation;
  const { standing, doubted } = sortVerdicts(annotation, verdicts);
  return standing.length > 0 && doubted.length === 0 ? judgedHere(annotation) : annotation;
}

/** True when some verdicts were given on the words that stand here now, and some on others. */
export function isOnSeveralWords(annotation: Annotation, verdicts: readonly Verdict[]): boolean {
  const { standing, doubted } = sortVerdicts(annotation, verdicts);
  return standing.length > 0 && doubted.length > 0;
}

/**
 * An annotation whose words have just become others than they were `before`: every verdict that it has is in doubt.
 * Where these were given on several words, it is not known any more which.
 */
export function putInDoubt(
  annotation: Annotation,
  {
    before,
    decision,
    verdicts,
  }: {
    readonly before: Annotation;
    readonly decision: 'undecided' | 're-check';
    readonly verdicts: readonly Verdict[];
  },
  hand: Hand,
): Annotation {
  const at = doubtUntil(verdicts, hand.clock.instant());
  const doubted = isOnSeveralWords(before, verdicts)
    ? onUnknownWords(annotation, hand.clock.newId())
    : annotation;
  return { ...doubted, carried: { articleId: annotation.articleId, decision, at, by: hand.by } };
}

/** Judged in a draft that is not known. */
export function onUnknownWords(annotation: Annotation, judgedIn: Id): Annotation {
  return { ...annotation, targets: annotation.targets.map((target) => ({ ...target, judgedIn })) };
}
