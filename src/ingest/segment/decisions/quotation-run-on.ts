import { isUnspaced } from '../characters.ts';
import type { Verdict } from '../decide.ts';
import type { Site } from '../site.ts';

/**
 * After a closing quote a sentence of East Asia goes on with a particle (`「…。」と言った`, `"….”라고 말했다`) or with who
 * said so (`“……。”他说。`, `“….” 기자가 물었다.`), whatever mark stands inside. Where the speaker was named before
 * (`记者问：“……？”`), what follows is no attribution.
 */
export function runsOnBehindQuotation(site: Site): Verdict {
  const { text, end, next, isClosed, breaksLine } = site;
  if (!isClosed || breaksLine) return undefined;
  const code = text.charCodeAt(next);
  if (isHangul(code)) {
    const isAttribution = KOREAN_ATTRIBUTION.test(text.slice(next, next + LONGEST_ATTRIBUTION));
    return next === end || (isAttribution && !isAnnounced(site)) ? 'join' : undefined;
  }
  if (next !== end || !isUnspaced(code)) return undefined;
  const behind = text.slice(next, next + LONGEST_ATTRIBUTION);
  return PARTICLE.test(behind) || (ATTRIBUTION.test(behind) && !isAnnounced(site)) ? 'join' : undefined;
}

const LONGEST_ATTRIBUTION = 24;
/** A particle that no other word begins with. */
const PARTICLE = /^(?:と(?![てこに])|って|など|を|[のがに](?!ほ)|は(?!い)|も(?![うしっち])|で(?![もは]))/;
/** A few words that end in a verb of speech. */
const ATTRIBUTION =
  /^[^。！？，、：“「\s]{0,12}(?:说|說|道|问|問|答|喊|表示|回答|指出|强调|強調|补充|補充|解释|解釋|言った|述べた|語った|訴えた|尋ねた|聞いた|話した|答えた|叫んだ|明かした|強調した|説明した|主張した)[。，！？、]/;
const KOREAN_ATTRIBUTION =
  /^[^.,!?:“"「]{0,16}(?:말했다|말했습니다|물었다|답했다|밝혔다|전했다|외쳤다|덧붙였다|되물었다|반문했다|설명했다|강조했다|주장했다)\./;

/** Hangul syllables; Korean puts spaces between words, and none before a particle. */
function isHangul(code: number): boolean {
  return code >= 0xac00 && code <= 0xd7a3;
}

const OPENERS: Readonly<Record<string, string>> = { '”': '“', '」': '「', '』': '『', '"': '"' };
const LONGEST_QUOTATION = 400;

/** Whether a colon stands before the quotation that closes at the site. */
function isAnnounced({ text, mark, end }: Site): boolean {
  const opener = OPENERS[text.charAt(end - 1)];
  if (opener === undefined) return false;
  const before = text.slice(Math.max(0, mark - LONGEST_QUOTATION), mark);
  const opening = before.lastIndexOf(opener);
  return opening > 0 && '：:'.includes(before.slice(0, opening).trimEnd().at(-1) ?? ' ');
}
