import type { Target } from '../domain/annotation.ts';
import type { Article, Range } from '../domain/article.ts';
import { describeTarget } from './describe.ts';
import { moveEdge } from './snap.ts';

/**
 * The targets of an annotation with the start of the first or the end of the last moved by one word. It never runs into
 * another target of the same annotation; where it can't move, the same targets come back.
 */
export function moveBoundary(
  { text, language }: Pick<Article, 'text' | 'language'>,
  targets: readonly Target[],
  edge: 'start' | 'end',
  direction: 'back' | 'forward',
): readonly Target[] {
  const index = edge === 'start' ? 0 : targets.length - 1;
  const target = targets[index];
  if (!target) return targets;
  const limits: Range = {
    start: targets[index - 1]?.position.end ?? 0,
    end: targets[index + 1]?.position.start ?? text.length,
  };
  const moved = moveEdge(text, target.position, edge, direction, language, limits);
  if (moved === target.position) return targets;
  return targets.map((other, i) => (i === index ? describeTarget(text, moved) : other));
}
