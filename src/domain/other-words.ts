import type { Annotation, Target } from './annotation.ts';
import type { Hand } from './change.ts';
import { readingOfMark, readingOfVerdict } from './doubt.ts';
import { readingOf } from './reading.ts';
import { nameApart, namedAs } from './name-words.ts';
import { areSameWords } from './same-words.ts';
import type { Id } from './record.ts';
import type { Verdict } from './verdict.ts';

type Place = NonNullable<Annotation['earlier']>[number];

/**
 * An annotation to other words of the same draft. What was said about it is in doubt as soon as the words are others than
 * those of which it was said, in more than the marks at their ends, and no longer when it is moved back to just these:
 * the same words elsewhere in the text are others.
 */
export function moveWithin(
  annotation: Annotation,
  targets: readonly Target[],
  verdicts: readonly Verdict[],
): Annotation {
  const { articleId } = annotation;
  const here = placeOf(annotation);
  const known = [here, ...(annotation.earlier ?? []).filter((place) => place.articleId === articleId)];
  const same = known.find((place) => areSameWords(place.targets, targets));
  const judged = targets.map((target, i) => {
    const { judgedIn } = annotation.targets[i] ?? annotation.targets[0] ?? target;
    return withJudgedIn(target, judgedIn ?? articleId, articleId);
  });
  if (same === here) return withWords(annotation, judged, readingOf(here));
  const told = tellReadings(annotation, verdicts);
  const moved = withWords(told, judged, same ? readingOf(same) : nameApart(judged, known));
  const isWritten = known.some((place) => place !== here && readingOf(place) === readingOf(here));
  const left = isNamed(told, verdicts) && !isWritten ? [here] : [];
  const earlier = [...(told.earlier ?? []), ...left].filter(
    (place) => place.articleId !== articleId || readingOf(place) !== readingOf(moved),
  );
  const { earlier: _before, ...rest } = moved;
  return earlier.length > 0 ? { ...rest, earlier } : rest;
}

/** On other targets: words of that name, or of one of their own. */
export function withWords(
  { reading: _left, ...annotation }: Annotation,
  targets: readonly Target[],
  name: string | null,
): Annotation {
  return { ...annotation, targets, ...(name === null ? {} : namedAs(targets, name)) };
}

/** Where it stands, as what is written of places where it stood. */
export function placeOf({ articleId, targets, reading }: Annotation): Place {
  return { articleId, targets, ...(reading ? { reading } : {}) };
}

/**
 * With all that older versions have left untold written down, before its words or what was decided about them change:
 * which words the verdicts without a name of words were given on, and the mark. Of several ones it is not known which.
 */
export function tellReadings(annotation: Annotation, verdicts: readonly Verdict[]): Annotation {
  const isMark = annotation.checkability === 'not-checkable';
  const untold = verdicts.filter(({ reading }) => reading === undefined);
  const [reading = null, ...others] = new Set(untold.map((one) => readingOfVerdict(annotation, one)));
  return {
    ...annotation,
    ...(isMark ? { markedReading: readingOfMark(annotation) } : {}),
    untoldReading: annotation.untoldReading ?? (others.length > 0 ? null : reading),
  };
}

/** True when somebody has said something about the words that stand here now. */
function isNamed(annotation: Annotation, verdicts: readonly Verdict[]): boolean {
  const reading = readingOf(annotation);
  const { markedReading, untoldReading, confirmed } = annotation;
  return (
    [markedReading, untoldReading, confirmed?.reading].includes(reading) ||
    annotation.reading !== undefined ||
    verdicts.some((verdict) => verdict.reading === reading)
  );
}

/** A target that was judged in one draft and stands in another. */
export function withJudgedIn({ quote, position }: Target, judgedIn: Id, articleId: Id): Target {
  return { quote, position, ...(judgedIn === articleId ? {} : { judgedIn }) };
}

/** With what a person said, or left open, about the words or the place that it has in a draft. */
export function withDecision(
  annotation: Annotation,
  { decision, articleId }: Pick<NonNullable<Annotation['carried']>, 'decision' | 'articleId'>,
  { clock, by }: Hand,
): Annotation {
  return { ...annotation, carried: { articleId, decision, at: clock.instant(), by } };
}
