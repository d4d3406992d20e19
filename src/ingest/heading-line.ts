import { hasClosingPunctuation } from './closing-punctuation.ts';
import type { Run } from './runs.ts';
import { countColumns } from './text-lines.ts';

/** Columns: a headline of a newspaper, and a heading between paragraphs. */
const LONGEST_TITLE = 140;
const LONGEST_HEADING = 80;

/** How many lines (byline, place, date) may stand between the title and the first paragraph. */
const LINES_UNDER_TITLE = 4;

const BYLINE = /^(?:by|von|par|por|di|da|door|od|av|af|от|автор|النص|بقلم|מאת)[\s:]+\p{L}/iu;
const DATE_ONLY =
  /^(?:\p{L}+\.?,?\s+)?(?:\d{1,2}(?:\.|st|nd|rd|th|er|º)?\s+(?:de\s+)?\p{L}+\.?,?\s+(?:de\s+)?\d{4}|\p{L}+\.?\s+\d{1,2},?\s+\d{4}|\d{1,4}[-./年]\d{1,2}[-./月]\d{1,4}日?)(?:[\s,:.|–-]|\d{1,2}[:.h]\d{2}|\p{L}{1,5})*$/u;
const LETTER = /\p{L}/u;
const BEGINS_SMALL = /^\p{Ll}/u;

/**
 * The level of the heading that a run is, or null when it is text: 1 for the line that the text begins with, 2 for a line
 * before a paragraph, list or quote. A doubtful line is text, for as a paragraph it is read and checked just the same.
 */
export function headingLevel(run: Run, index: number, runs: readonly Run[]): 1 | 2 | null {
  const next = runs[index + 1];
  if (next === undefined) return null;
  if (index === 0) return isTitle(run, next, runs) ? 1 : null;
  const before = runs[index - 1];
  if (before?.group === run.group && !holdsProse(before)) return null;
  return isHeading(run, next) ? 2 : null;
}

function isTitle(run: Run, next: Run, runs: readonly Run[]): boolean {
  if (!isShortLine(run, LONGEST_TITLE)) return false;
  const isVerse = next.group === run.group && !isLong(next) && hasClosingPunctuation(textOf(next));
  return !isVerse && runs.slice(1, LINES_UNDER_TITLE + 2).some(holdsProse);
}

function isHeading(run: Run, next: Run): boolean {
  const text = textOf(run);
  if (!isShortLine(run, LONGEST_HEADING) || BEGINS_SMALL.test(text)) return false;
  if (BYLINE.test(text) || DATE_ONLY.test(text)) return false;
  return next.group === run.group ? isLong(next) : holdsProse(next);
}

function isShortLine(run: Run, longest: number): boolean {
  const text = textOf(run);
  return (
    run.kind === 'text' &&
    run.lines.length === 1 &&
    text.length <= longest &&
    countColumns(text) <= longest &&
    LETTER.test(text) &&
    !hasClosingPunctuation(text) &&
    !/[,、，،]$/.test(text)
  );
}

function holdsProse(run: Run): boolean {
  return run.kind !== 'text' || isLong(run) || hasClosingPunctuation(textOf(run));
}

function isLong(run: Run): boolean {
  return run.lines.length > 1 || countColumns(textOf(run)) > LONGEST_HEADING;
}

/** The text of the first line: all that is asked of longer runs is that they are long. */
function textOf(run: Run): string {
  return run.lines[0]?.text ?? '';
}
