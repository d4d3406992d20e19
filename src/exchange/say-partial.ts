import { say } from '../messages/say.ts';
import type { ItemProblem } from './format.ts';

/** The line about a file that itself says that there are more annotations than it holds; none for a whole one. */
export function sayPartial(here: number, total: unknown): readonly ItemProblem[] {
  if (typeof total !== 'number' || total <= here) return [];
  const problem = say(
    'It holds {here, number} of {total, plural, one {# annotation} other {# annotations}}: the others have to be fetched and imported as well.',
    { here, total },
  );
  return [{ place: say('the whole file'), problem }];
}
