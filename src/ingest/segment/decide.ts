import { isAbbreviation } from './decisions/abbreviation.ts';
import { isBracketedRemark } from './decisions/bracketed-remark.ts';
import { continuesInLowerCase } from './decisions/lower-case.ts';
import { continuesInPunctuation } from './decisions/punctuation.ts';
import { isEllipsisInside } from './decisions/ellipsis.ts';
import { endsHard } from './decisions/hard-terminal.ts';
import { isInitial } from './decisions/initial.ts';
import { isInsideToken } from './decisions/token.ts';
import { isListMarker } from './decisions/list-marker.ts';
import { isNumberPrefix } from './decisions/number-prefix.ts';
import { isOrdinal } from './decisions/ordinal.ts';
import { precedesAttribution } from './decisions/attribution.ts';
import type { Site } from './site.ts';

/** What one decision says about a site; `pass` leaves it to the next. */
export type Verdict = 'split' | 'join' | 'pass';

export type Decision = (site: Site) => Verdict;

/** In this order; the first that does not pass decides, and a site that none of them knows ends its sentence. */
const DECISIONS: readonly Decision[] = [
  continuesInPunctuation,
  endsHard,
  isInsideToken,
  isListMarker,
  isBracketedRemark,
  precedesAttribution,
  isEllipsisInside,
  continuesInLowerCase,
  isInitial,
  isNumberPrefix,
  isOrdinal,
  isAbbreviation,
];

export function endsSentence(site: Site): boolean {
  for (const decision of DECISIONS) {
    const verdict = decision(site);
    if (verdict !== 'pass') return verdict === 'split';
  }
  return true;
}
