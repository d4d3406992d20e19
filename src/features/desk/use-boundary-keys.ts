import { moveBoundary } from '../../anchoring/move-boundary.ts';
import { articleOf } from '../../domain/fact-check.ts';
import { moveBoundaries } from '../../domain/move-boundaries.ts';
import type { Id } from '../../domain/record.ts';
import { useFactCheckStore } from '../../stores/desk-context.ts';
import type { WhenReviewer } from '../../stores/fact-check-store.ts';
import { useCommands, type Command } from '../../ui/commands.ts';

/** Keys that move where the words of the open annotation start and end. */
export function useBoundaryKeys(selectedId: Id | null, whenReviewer: WhenReviewer): void {
  const store = useFactCheckStore();

  function boundary(key: string, edge: 'start' | 'end', towards: 'back' | 'forward'): Command {
    const run = (): boolean => {
      const now = store.getState().factCheck;
      const annotation = selectedId === null ? undefined : now.tables.annotation.get(selectedId);
      const article = articleOf(now);
      if (annotation?.articleId !== article.id) return false;
      const moved = moveBoundary(article, annotation.targets, edge, towards);
      whenReviewer(() =>
        store.events.carryOut((factCheck, hand) => moveBoundaries(factCheck, annotation.id, moved, hand)),
      );
      return true;
    };
    return { id: `${edge}-${towards}`, keys: [key], run };
  }

  useCommands(() => [
    boundary('{', 'start', 'back'),
    boundary('}', 'start', 'forward'),
    boundary('[', 'end', 'back'),
    boundary(']', 'end', 'forward'),
  ]);
}
