/** So many pieces are looked for: enough to judge by, and soon done for a book. */
const PIECES = 50;
/** Characters (UTF-16 units) of a piece. Shorter ones stand in any text. */
const LENGTH = 24;
/** A text of which so much is found again was edited; one with less has another in its place. */
const ENOUGH = 0.3;

/** True when one of the texts can be an edited version of the other: a good part of one stands word for word in the other. */
export function isSameText(one: string, other: string): boolean {
  if (shareAtEnds(one, other) >= ENOUGH) return true;
  const [a, b] = [evenly(one), evenly(other)];
  return a === b || shareFound(a, b) >= ENOUGH || shareFound(b, a) >= ENOUGH;
}

/** The share of the longer text that both begin and end with: all but the place of one edit, found in one look. */
function shareAtEnds(one: string, other: string): number {
  const shortest = Math.min(one.length, other.length);
  let begun = 0;
  while (begun < shortest && one.charCodeAt(begun) === other.charCodeAt(begun)) begun += 1;
  let ended = 0;
  while (
    ended < shortest - begun &&
    one.charCodeAt(one.length - 1 - ended) === other.charCodeAt(other.length - 1 - ended)
  )
    ended += 1;
  return (begun + ended) / Math.max(1, one.length, other.length);
}

/** The share of evenly spaced pieces of the first text that stand in the second one. */
function shareFound(text: string, where: string): number {
  const length = Math.min(LENGTH, Math.ceil(text.length / 4));
  if (length === 0) return 0;
  const count = Math.min(PIECES, Math.floor(text.length / length));
  const step = (text.length - length) / Math.max(1, count - 1);
  const found = Array.from({ length: count }, (_, i) => {
    const from = Math.round(i * step);
    return where.includes(text.slice(from, from + length));
  }).filter(Boolean).length;
  return found / count;
}

/** Layout alone makes no other text. Most white space is a single space already, and stays untouched. */
function evenly(text: string): string {
  return text.replaceAll(/\s{2,}|[^\S ]/g, ' ').trim();
}
