import { isAbbreviation } from './decisions/abbreviation.ts';
import { isBracketedRemark } from './decisions/bracketed-remark.ts';
import { continuesInLowerCase } from './decisions/lower-case.ts';
import { continuesInPunctuation } from './decisions/punctuation.ts';
import { isDottedDate } from './decisions/dotted-date.ts';
import { isEllipsisInside } from './decisions/ellipsis.ts';
import { endsHard } from './decisions/hard-terminal.ts';
import { isInitial } from './decisions/initial.ts';
import { isInsideToken } from './decisions/token.ts';
import { isListMarker } from './decisions/list-marker.ts';
import { isNumberPrefix } from './decisions/number-prefix.ts';
import { isOrdinal } from './decisions/ordinal.ts';
import { precedesAttribution } from './decisions/attribution.ts';
import { runsOnBehindQuotation } from './decisions/quotation-run-on.ts';
import type { Site } from './site.ts';

/** What one decision says about a site; `undefined` leaves it to the next. */
export type Verdict = 'split' | 'join' | undefined;

/** The first decision that has a verdict decides, in this order; a site that none of them knows ends its sentence. */
export function endsSentence(site: Site): boolean {
  const verdict =
    continuesInPunctuation(site) ??
    runsOnBehindQuotation(site) ??
    endsHard(site) ??
    isInsideToken(site) ??
    isDottedDate(site) ??
    isListMarker(site) ??
    isBracketedRemark(site) ??
    precedesAttribution(site) ??
    isEllipsisInside(site) ??
    continuesInLowerCase(site) ??
    isInitial(site) ??
    isNumberPrefix(site) ??
    isOrdinal(site) ??
    isAbbreviation(site);
  return verdict !== 'join';
}
