/** A date as far as it is known, month 1 to 12; `text` when it is not written as a date. */
export type KnownDate =
  | { readonly year: number; readonly month?: number; readonly day?: number }
  | { readonly text: string };

/** Reads a year, a month, a date or an instant (ISO 8601, the date as it stands in it); other words stay words. */
export function readDate(written: string): KnownDate {
  const [, year, month, day] = /^(\d{4})(?:-(\d\d)(?:-(\d\d)(?:T.*)?)?)?$/.exec(written.trim()) ?? [];
  if (year === undefined) return { text: written.trim() };
  if (month === undefined || Number(month) < 1 || Number(month) > 12) return { year: Number(year) };
  const known = { year: Number(year), month: Number(month) };
  // What is in no calendar is not known to the day.
  const last = new Date(Date.UTC(known.year, known.month, 0)).getUTCDate();
  const isDay = day !== undefined && Number(day) >= 1 && Number(day) <= last;
  return isDay ? { ...known, day: Number(day) } : known;
}

const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
] as const;

/** "27 August 2021", as far as it is known. */
export function sayDate(written: string): string {
  const date = readDate(written);
  if ('text' in date) return date.text;
  return [date.day, monthOf(date), date.year].filter((part) => part !== undefined).join(' ');
}

/** "August 27, 2021", as American styles write it. */
export function sayAmericanDate(written: string): string {
  const date = readDate(written);
  if ('text' in date) return date.text;
  const month = monthOf(date);
  if (month === undefined) return String(date.year);
  return date.day === undefined ? `${month} ${date.year}` : `${month} ${date.day}, ${date.year}`;
}

/** English name of the month, 1 to 12; undefined when it is not known. */
export function monthOf({ month }: { readonly month?: number }): string | undefined {
  return month === undefined ? undefined : MONTHS[month - 1];
}
