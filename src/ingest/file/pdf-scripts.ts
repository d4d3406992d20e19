import { asExponent } from '../exponent.ts';
import { endOf } from './pdf-gutters.ts';
import type { PageItem } from './pdf-lines.ts';

/** In heights of the letters beside them: how high raised and lowered letters are, how far off the baseline and to the side. */
const SMALLEST = 0.45;
const LARGEST = 0.9;
const LEAST_SHIFT = 0.08;
const MOST_SHIFT = 0.6;
const FARTHEST = 0.6;
/** In letter heights: pieces of one raised number are no farther apart. */
const TIGHT = 0.15;
/** What is longer is a line beside a large initial. */
const MOST_CHARACTERS = 20;

/**
 * Puts raised and lowered letters on the baseline of the larger ones beside them, to which they belong, and writes raised
 * numbers in the letters for it, since 10 with a raised 6 must not become 106. Items come, and stay, in the order of the file.
 */
export function levelScripts(items: readonly PageItem[]): readonly PageItem[] {
  let reached = 0;
  return gatherPieces(items).flatMap((pieces) => {
    const before = items[reached - 1];
    reached += pieces.length;
    const after = items[reached];
    const script = pieces.reduce(joinPieces);
    const base = [before, after].find((item) => item !== undefined && isScriptOf(script, item));
    if (!base) return pieces;
    return [{ ...script, y: base.y, text: script.y > base.y ? writeRaised(script.text) : script.text }];
  });
}

/** Neighbours of one size and height that touch each other. */
function gatherPieces(items: readonly PageItem[]): readonly (readonly [PageItem, ...PageItem[]])[] {
  const groups: [PageItem, ...PageItem[]][] = [];
  for (const item of items) {
    const group = groups.at(-1);
    const last = group?.at(-1);
    const goesOn =
      last?.y === item.y && last.size === item.size && distanceOf(last, item) <= TIGHT * item.size;
    if (group && goesOn) group.push(item);
    else groups.push([item]);
  }
  return groups;
}

function joinPieces(one: PageItem, other: PageItem): PageItem {
  const x = Math.min(one.x, other.x);
  return { ...one, text: one.text + other.text, x, width: Math.max(endOf(one), endOf(other)) - x };
}

function isScriptOf(item: PageItem, base: PageItem): boolean {
  const shift = Math.abs(item.y - base.y) / base.size;
  const height = item.size / base.size;
  return (
    item.text.length <= MOST_CHARACTERS &&
    height >= SMALLEST &&
    height <= LARGEST &&
    shift >= LEAST_SHIFT &&
    shift <= MOST_SHIFT &&
    distanceOf(item, base) <= FARTHEST * base.size
  );
}

function distanceOf(one: PageItem, other: PageItem): number {
  const [left, right] = one.x <= other.x ? [one, other] : [other, one];
  return Math.abs(right.x - endOf(left));
}

/** Spaces around it stay. */
function writeRaised(text: string): string {
  const number = text.trim();
  return text.replace(number, () => asExponent(number) ?? number);
}
