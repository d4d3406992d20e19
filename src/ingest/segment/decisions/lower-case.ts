import { caseAt, isSpace } from '../characters.ts';
import type { Verdict } from '../decide.ts';
import type { Site } from '../site.ts';

/** What goes on in lower case is no new sentence: `Yahoo! in`, `'This is great.' she said`, `— спросил он`. */
export function continuesInLowerCase(site: Site): Verdict {
  const { text, next, lead, leadCase, abbreviation, breaksLine, end } = site;
  if (leadCase === 'none' && DASHES.includes(text.charAt(next))) return continuesBehindDash(site);
  if (leadCase !== 'lower' || next === end) return leadCase === 'lower' ? 'join' : undefined;
  // Whether a line runs on is for the line to say.
  if (breaksLine && abbreviation === undefined) return undefined;
  return STARTS_SMALL.test(text.slice(next, lead + 3)) ? undefined : 'join';
}

/** `iPhone`, `eBay`; Dutch `'s Avonds`. */
const STARTS_SMALL = /^[a-z][A-Z][a-z]|^['’][a-z] [A-Z]/;

const DASHES = '-–—―‒';

function continuesBehindDash({ text, next, abbreviation, breaksLine }: Site): Verdict {
  if (breaksLine) return undefined;
  let at = next;
  while (DASHES.includes(text.charAt(at) || ' ')) at += 1;
  while (isSpace(text.charCodeAt(at))) at += 1;
  return caseAt(text, at) === 'lower' || abbreviation !== undefined ? 'join' : undefined;
}
