import { isDigit } from '../characters.ts';
import type { Verdict } from '../decide.ts';
import type { Site } from '../site.ts';

/** `2021. 8. 26.`: a date of Korean or Hungarian, in which each number has its full stop, with or without spaces. */
export function isDottedDate({ text, kind, start, mark, next, leadCase, breaksLine }: Site): Verdict {
  if (kind !== 'stop' || breaksLine || !isDigit(text.charCodeAt(mark - 1))) return undefined;
  const before = text.slice(Math.max(start, mark - LONGEST_DATE), mark + 1);
  if (DATE.test(before)) return leadCase === 'none' ? 'join' : undefined;
  const begun = BEGUN.exec(before)?.[0];
  return begun !== undefined &&
    DATE.test(begun + (REST.exec(text.slice(next, next + LONGEST_DATE))?.[0] ?? ''))
    ? 'join'
    : undefined;
}

const LONGEST_DATE = 14;
const DATE = /(?<!\d)\d{4}\. ?\d{1,2}\. ?\d{1,2}\.$/;
/** A year, or a year and a month, and what is wanting. */
const BEGUN = /(?<!\d)\d{4}\.(?: ?\d{1,2}\.)?$/;
const REST = /^(?:\d{1,2}\. ?)?\d{1,2}\./;
