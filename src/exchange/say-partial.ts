import type { ItemProblem } from './format.ts';

/** The line about a file that itself says that there are more annotations than it holds; none for a whole one. */
export function sayPartial(here: number, total: unknown): readonly ItemProblem[] {
  if (typeof total !== 'number' || total <= here) return [];
  const problem = `It holds ${here} of ${total} annotations: the others have to be fetched and imported as well.`;
  return [{ place: 'the whole file', problem }];
}
