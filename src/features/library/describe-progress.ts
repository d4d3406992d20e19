import type { Coverage } from '../../domain/coverage.ts';
import { say } from '../../messages/say.ts';

/** How many sentences have been looked at, in words. Empty when there are none to look at. */
export function describeProgress(coverage: Coverage): string {
  const all = coverage.untouched + coverage['not-checkable'] + coverage.open + coverage.checked;
  const seen = all - coverage.untouched;
  if (all === 0) return '';
  if (seen === 0)
    return say('{n, plural, one {# sentence} other {# sentences}}, none looked at yet', { n: all });
  if (seen === all)
    return all === 1
      ? say('The one sentence looked at')
      : say('All {all, number} sentences looked at', { all });
  return say('{seen, number} of {n, plural, one {# sentence} other {# sentences}} looked at', {
    seen,
    n: all,
  });
}
