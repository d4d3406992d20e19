import { isDigit } from '../characters.ts';
import type { Verdict } from '../decide.ts';
import type { Site } from '../site.ts';

/**
 * Marks that can only end a sentence end it, white space or not. After a closing quote the sentence goes on with a
 * Japanese particle (`「…。」と言った`) or a Chinese attribution (`“……。”他说。`).
 */
export function endsHard(site: Site): Verdict {
  const { text, kind, mark, markEnd, end, next } = site;
  if (kind !== 'hard') return 'pass';
  if (isDigit(text.charCodeAt(mark - 1)) && isDigit(text.charCodeAt(markEnd))) return 'join';
  if (site.remark !== undefined) return 'join';
  return site.isClosed && next === end && followsQuotation(text, next) ? 'join' : 'split';
}

function followsQuotation(text: string, at: number): boolean {
  const after = text.slice(at, at + LONGEST_ATTRIBUTION);
  return (PARTICLE.test(after) && !NO_PARTICLE.test(after)) || ATTRIBUTION.test(after);
}

const LONGEST_ATTRIBUTION = 16;
const PARTICLE = /^(?:と|って|など|を|の|が|に|は|も|で|や|へ|から|まで|だ|か)/;
/** Words that begin like a particle. */
const NO_PARTICLE =
  /^(?:はい|もし|もう|もっと|もちろん|でも|では|とても|ところ|とにかく|のち|やがて|やはり|だが|だから|かれ|かつて|にほん|日)/;
const ATTRIBUTION =
  /^[^。！？，、：；“”「」\s]{0,10}(?:说|道|问|喊|称|表示|指出|回答|說|問|稱|補充|补充)[。，！？]/;
