import { isInstant } from './record.ts';

const WRITTEN =
  /^(\d{4})[-/](\d\d)[-/](\d\d)(?:[T ](\d\d:\d\d)(?::(\d\d)(?:\.(\d{1,9}))?)?\s?(Z|[+-]\d\d:?\d\d)?)?$/i;

/**
 * A UTC instant of a date as another tool writes it: year, month and day in this order, with a time of day or without
 * (ISO 8601, also with a space or slashes), UTC where no zone is said. Null for anything else: "03/04/2021" is one day in
 * one country and another in the next, and "page 12" is none.
 */
export function instantOf(written: string | null): string | null {
  const trimmed = written?.trim() ?? '';
  if (isInstant(trimmed)) return trimmed;
  const [, year, month, day, time = '00:00', seconds = '00', fraction = '0', zone = 'Z'] =
    WRITTEN.exec(trimmed) ?? [];
  const date = `${year}-${month}-${day}`;
  // What is in no calendar, such as 30 February, would become another day.
  if (year === undefined || !isInstant(`${date}T00:00:00Z`)) return null;
  const offset = zone.toUpperCase().replace(/^([+-]\d\d):?(\d\d)$/, '$1:$2');
  const at = Date.parse(`${date}T${time}:${seconds}.${fraction.slice(0, 3)}${offset}`);
  if (Number.isNaN(at)) return null;
  const instant = new Date(at).toISOString();
  return isInstant(instant) ? instant : null;
}

/** True for words that are meant as a date and can't be read as one for certain. */
export function isUnreadDate(written: string | null): written is string {
  return written !== null && written.trim() !== '' && instantOf(written) === null;
}

/** The later one of two dates as they are written, as a UTC instant; null when neither can be read. */
export function laterOf(one: string | null, other: string | null): string | null {
  const [first, second] = [instantOf(one), instantOf(other)];
  if (first === null || second === null) return first ?? second;
  return Date.parse(first) >= Date.parse(second) ? first : second;
}
