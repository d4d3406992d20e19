import { extentOf, type Target } from '../domain/annotation.ts';
import type { Article, Range } from '../domain/article.ts';
import { describeTarget } from './describe.ts';
import { moveEdge, snapToWords } from './snap.ts';

export type Edge = 'start' | 'end';
type Text = Pick<Article, 'text' | 'language'>;

/**
 * The targets of an annotation with where it starts or ends in the article moved by one word. It never runs into another
 * target of the same annotation; where it can't move, the same targets come back.
 */
export function moveBoundary(
  { text, language }: Text,
  targets: readonly Target[],
  edge: Edge,
  direction: 'back' | 'forward',
): readonly Target[] {
  return withEdge(text, targets, edge, (range, limits) =>
    moveEdge(text, range, edge, direction, language, limits),
  );
}

/**
 * The same with that boundary moved as near to the offset (UTF-16 units) as whole words and the other targets allow; where
 * that leaves no word, the same targets come back.
 */
export function moveBoundaryTo(
  { text, language }: Text,
  targets: readonly Target[],
  edge: Edge,
  offset: number,
): readonly Target[] {
  return withEdge(text, targets, edge, (range, limits) => {
    const wanted = Math.min(Math.max(offset, limits.start), limits.end);
    const raw = { ...range, [edge]: wanted };
    const snapped = raw.start < raw.end ? snapToWords(text, raw, language) : null;
    if (!snapped) return range;
    const moved = Math.min(Math.max(snapped[edge], limits.start), limits.end);
    return moved === range[edge] ? range : { ...range, [edge]: moved };
  });
}

function withEdge(
  text: string,
  targets: readonly Target[],
  edge: Edge,
  move: (range: Range, limits: Range) => Range,
): readonly Target[] {
  const extent = extentOf({ targets });
  const outermost = targets.find(({ position }) => position[edge] === extent[edge]);
  if (!outermost) return targets;
  const range = outermost.position;
  const moved = move(range, limitsAround(range, targets, text.length));
  return moved === range
    ? targets
    : targets.map((other) => (other === outermost ? describeTarget(text, moved) : other));
}

/** How far the range may reach: to the nearest targets before and behind it. */
function limitsAround({ start, end }: Range, targets: readonly Target[], length: number): Range {
  const ends = targets.map(({ position }) => position.end).filter((other) => other <= start);
  const starts = targets.map(({ position }) => position.start).filter((other) => other >= end);
  return { start: Math.max(0, ...ends), end: Math.min(length, ...starts) };
}
