import { isLineBreak, isWordAt } from '../characters.ts';
import type { Verdict } from '../decide.ts';
import type { Site } from '../site.ts';

/**
 * Marks that no sentence begins with keep it going (`"...?", he asked`, `Smith & Co. & Sons`); so does a line that holds
 * nothing more to read, but ornaments or emoji.
 */
export function continuesInPunctuation(site: Site): Verdict {
  const { text, end, next, breaksLine } = site;
  if (breaksLine || site.leadCase !== 'none') return undefined;
  if (CONTINUING.includes(text.charAt(next))) return 'join';
  if (next === end && '.!?'.includes(text.charAt(next))) return 'join';
  return hasNothingToRead(text, next) ? 'join' : undefined;
}

const CONTINUING = ',;:、，،؛&)»';

const LONGEST_ORNAMENT = 40;

function hasNothingToRead(text: string, from: number): boolean {
  for (let i = from; i < from + LONGEST_ORNAMENT; i += 1) {
    if (i >= text.length || isLineBreak(text.charCodeAt(i))) return true;
    if (isWordAt(text, i)) return false;
  }
  return false;
}
