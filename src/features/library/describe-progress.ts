import type { Coverage } from '../../domain/coverage.ts';
import { count } from '../../ui/count-words.ts';

/** How many sentences have been looked at, in words. Empty when there are none to look at. */
export function describeProgress(coverage: Coverage): string {
  const all = coverage.untouched + coverage['not-checkable'] + coverage.open + coverage.checked;
  const seen = all - coverage.untouched;
  if (all === 0) return '';
  if (seen === 0) return `${count(all, 'sentence')}, none looked at yet`;
  if (seen === all) return all === 1 ? 'The one sentence looked at' : `All ${all} sentences looked at`;
  return `${seen} of ${count(all, 'sentence')} looked at`;
}
