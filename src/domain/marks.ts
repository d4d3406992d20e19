import { say, sayData } from '../messages/say.ts';
import { extentOf, type Annotation } from './annotation.ts';
import type { Range } from './article.ts';
import { isInDoubt, isVerdictInDoubt, leadingVerdict } from './doubt.ts';
import type { FactCheck } from './fact-check.ts';
import { evidenceOf } from './lookup.ts';
import type { Rating } from './rating-scale.ts';
import type { Id } from './record.ts';
import type { Verdict } from './verdict.ts';

/** What one target of an annotation looks like in the text. */
export interface Mark extends Range {
  readonly annotationId: Id;
  readonly look: 'rated' | 'open' | 'not-checkable' | 'in-doubt';
  /** Colour token: that of the rating, or `none`. */
  readonly colour: Rating['colour'] | 'none';
  /** One or two characters that tell the rating without colour. */
  readonly mark: string;
  /** The verdict in words: "False", "No verdict yet", "Not checkable", "False, on other words" when it is in doubt. */
  readonly label: string;
  /** How many sources the annotation cites. */
  readonly sources: number;
  /** True for the last target: the annotation is named once, where its words end. */
  readonly isLast: boolean;
}

/** A stretch of text under one and the same set of marks, the outermost first. */
export interface Piece extends Range {
  readonly marks: readonly Mark[];
}

/** The marks of an annotation, one for each of its targets, as the reviewer at the desk sees them. */
export function markAnnotation(
  factCheck: FactCheck,
  annotation: Annotation,
  reviewerId: Id | null,
): readonly Mark[] {
  const verdict = leadingVerdict(factCheck, annotation, reviewerId);
  const sources = new Set(evidenceOf(factCheck, annotation.id).map(({ sourceId }) => sourceId)).size;
  const judged = lookOf(annotation, verdict && ratingOf(factCheck, verdict));
  const look = isInDoubt(factCheck, annotation) ? doubt(judged, annotation, verdict) : judged;
  const { end } = extentOf(annotation);
  return annotation.targets.map(({ position }) => ({
    annotationId: annotation.id,
    start: position.start,
    end: position.end,
    ...look,
    sources,
    isLast: position.end === end,
  }));
}

/** The rating of a verdict on the scale that it was given on; undefined when there is none or it is not known here. */
export function ratingOf(factCheck: FactCheck, { scaleId, ratingId }: Verdict): Rating | undefined {
  return factCheck.tables['rating-scale'].get(scaleId)?.ratings.find(({ id }) => id === ratingId);
}

/** Cuts a range of text at every boundary of a mark. The pieces cover the range, in order, without overlap. */
export function cutPieces({ start, end }: Range, marks: readonly Mark[]): readonly Piece[] {
  const inside = marks.filter((mark) => mark.start < end && mark.end > start);
  if (inside.length === 0) return [{ start, end, marks: [] }];
  const cuts = new Set([start, end]);
  for (const mark of inside) {
    if (mark.start > start) cuts.add(mark.start);
    if (mark.end < end) cuts.add(mark.end);
  }
  const ordered = [...cuts].toSorted((a, b) => a - b);
  return ordered.slice(0, -1).map((from, i) => {
    const to = ordered[i + 1] ?? end;
    return { start: from, end: to, marks: inside.filter((mark) => mark.start <= from && mark.end >= to) };
  });
}

/** Outermost first: by start, then the longer first. */
export function compareMarks(a: Mark, b: Mark): number {
  return a.start - b.start || b.end - a.end || (a.annotationId < b.annotationId ? -1 : 1);
}

type Look = Pick<Mark, 'look' | 'colour' | 'mark' | 'label'>;

/** A verdict on words that are others now is shown, but not as one that holds; beside one that does it is told. */
function doubt(judged: Look, annotation: Annotation, verdict: Verdict | undefined): Look {
  const { look, mark, label } = judged;
  if (look === 'open') return judged;
  if (look === 'rated' && verdict && !isVerdictInDoubt(annotation, verdict))
    return { ...judged, label: say('{label}, beside a verdict on other words', { label }) };
  return { look: 'in-doubt', colour: 'none', mark, label: say('{label}, on other words', { label }) };
}

function lookOf(annotation: Annotation, rating: Rating | undefined): Look {
  if (annotation.checkability === 'not-checkable')
    return { look: 'not-checkable', colour: 'none', mark: '∅', label: say('Not checkable') };
  if (rating)
    return { look: 'rated', colour: rating.colour, mark: rating.mark, label: sayData(rating.label) };
  return { look: 'open', colour: 'none', mark: '…', label: say('No verdict yet') };
}
