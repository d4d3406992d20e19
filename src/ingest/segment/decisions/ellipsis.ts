import { isSpace } from '../characters.ts';
import type { Verdict } from '../decide.ts';
import type { Site } from '../site.ts';
import { wordAt } from '../words.ts';

/** An ellipsis ends a sentence only if what follows starts like one, and it stands neither at the start nor for a gap. */
export function isEllipsisInside(site: Site): Verdict {
  const { text, kind, start, mark, end, next, lead } = site;
  if (kind !== 'ellipsis') return undefined;
  const isGap = '[(（【'.includes(text.charAt(mark - 1) || ' ');
  if (mark <= start + leadingMarks(text, start) || isGap) return 'join';
  if (site.leadCase !== 'upper') return site.breaksLine && site.leadCase === 'none' ? 'split' : 'join';
  // `I` has its capital anywhere: it tells nothing behind a pause, `the thing is . . . I didn't`.
  const isPause = next === end || isSpace(text.charCodeAt(mark - 1));
  return isPause && wordAt(text, lead) === 'I' ? 'join' : 'split';
}

function leadingMarks(text: string, start: number): number {
  return '"\'“‘„«('.includes(text.charAt(start) || ' ') ? 1 : 0;
}
