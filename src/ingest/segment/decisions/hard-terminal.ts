import { isDigit } from '../characters.ts';
import type { Verdict } from '../decide.ts';
import type { Site } from '../site.ts';

/**
 * Marks that can only end a sentence end it, white space or not. After a closing quote the sentence goes on with a
 * Japanese particle (`「…。」と言った`) or a Chinese attribution (`“……。”他说。`).
 */
export function endsHard(site: Site): Verdict {
  const { text, kind, mark, markEnd, end, next } = site;
  if (kind !== 'hard') return undefined;
  if (isDigit(text.charCodeAt(mark - 1)) && isDigit(text.charCodeAt(markEnd))) return 'join';
  if (site.remark !== undefined) return 'join';
  return site.isClosed && next === end && followsQuotation(text, next) ? 'join' : 'split';
}

function followsQuotation(text: string, at: number): boolean {
  return CONTINUATION.test(text.slice(at, at + LONGEST_ATTRIBUTION));
}

const LONGEST_ATTRIBUTION = 20;
/** A particle that no other word begins with, or a few words that end in a verb of speech. */
const CONTINUATION =
  /^(?:と(?![てこに])|って|など|を|[のがに](?!ほ)|は(?!い)|も(?![うしっち])|で(?![もは])|[^。！？，、：“「\s]{0,10}(?:说|說|道|问|問|表示|回答|言った|述べた|尋ねた|聞いた|話した|答えた)[。，！？、])/;
