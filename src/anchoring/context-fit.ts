import type { Passage } from './passage.ts';
import type { Pattern } from './pattern.ts';
import { tokenise, weigh, weighAll, type Token } from './tokens.ts';

/** What the edge of a text counts for, where a target has no context because its text began or ended there. */
const EDGE = 6;
/** The most that a side can reach in which a word was put in, taken out or changed. */
const TOUCHED = 0.98;

interface Side {
  readonly found: number;
  readonly most: number;
}

/**
 * How much of a target's context stands around a place, 0 to 1: the weight of the words that are found again in order,
 * on both sides. 1 means that nothing was changed. `start` and `end` are offsets in the folded text.
 */
export function fitContext(passage: Passage, pattern: Pattern, start: number, end: number): number {
  const left = fitBefore(passage, pattern, start);
  const right = fitAfter(passage, pattern, end);
  const most = left.most + right.most;
  return most === 0 ? 0 : (left.found + right.found) / most;
}

function fitBefore(
  { folded }: Passage,
  { before, folded: own, start: quoteStart, target, hasContext }: Pattern,
  start: number,
): Side {
  if (before.length === 0) {
    if (hasContext && target.position.start > 0) return { found: 0, most: 0 };
    return { found: isBlank(folded, 0, start) ? EDGE : 0, most: EDGE };
  }
  const most = weighAll(before);
  const head = own.slice(0, quoteStart).trimEnd();
  const edge = folded.charCodeAt(start - 1) === 0x20 ? start - 1 : start;
  if (folded.startsWith(head, edge - head.length) && edge >= head.length) return { found: most, most };
  const nearby = tokenise(folded, Math.max(0, start - reachOf(head)), start);
  return { found: TOUCHED * weighCommon(before.toReversed(), nearby.toReversed()), most };
}

function fitAfter({ folded }: Passage, { after, folded: own, end: quoteEnd }: Pattern, end: number): Side {
  if (after.length === 0) return { found: isBlank(folded, end, folded.length) ? EDGE : 0, most: EDGE };
  const most = weighAll(after);
  const tail = own.slice(quoteEnd).trimStart();
  const edge = folded.charCodeAt(end) === 0x20 ? end + 1 : end;
  if (folded.startsWith(tail, edge)) return { found: most, most };
  const nearby = tokenise(folded, end, Math.min(folded.length, end + reachOf(tail)));
  return { found: TOUCHED * weighCommon(after, nearby), most };
}

function isBlank(folded: string, start: number, end: number): boolean {
  return end - start <= 1 && folded.slice(start, end).trim() === '';
}

/** Half as much again as the context is long, so that a word that was put in pushes none out. */
function reachOf(context: string): number {
  return Math.ceil(context.length * 1.5) + 16;
}

/** Weight of the heaviest common subsequence. */
function weighCommon(a: readonly Token[], b: readonly Token[]): number {
  let above = new Float64Array(b.length + 1);
  for (const token of a) {
    const row = new Float64Array(b.length + 1);
    const weight = weigh(token);
    for (let j = 1; j <= b.length; j += 1) {
      const kept = Math.max(above[j] ?? 0, row[j - 1] ?? 0);
      row[j] = b[j - 1]?.word === token.word ? Math.max(kept, (above[j - 1] ?? 0) + weight) : kept;
    }
    above = row;
  }
  return above[b.length] ?? 0;
}
