import { readDate } from './say-date.ts';

/** A date as CSL-JSON 1.0.2 has it: one, or the first and the last; words that are no date as they stand. */
export type CslDate =
  | {
      readonly 'date-parts': readonly [DateParts] | readonly [DateParts, DateParts];
      /** From spring (1) to winter (4). */
      readonly season?: number;
      readonly circa?: true;
    }
  | { readonly literal: string };

export type DateParts = readonly [year: number, month?: number, day?: number];

/** What people and files write before or behind a date of which they are not sure (EDTF: `~`, `?` and `%`). */
const ABOUT = /^(?:c\.|ca\.?|circa|about|around)\s*/i;
const UNSURE = /[~?%]$/;

/** From one date to another: with a slash (ISO 8601), a dash, or a hyphen between years. */
const RANGE = /^(.+?)(?:\/|\s*[–—]\s*|\s+-\s+|\s+to\s+|(?<=^\d{4})-(?=\d{4}$))(.+)$/;

/** From spring to winter, each with all its names. */
export const SEASONS: readonly (readonly string[])[] = [
  ['spring'],
  ['summer'],
  ['autumn', 'fall'],
  ['winter'],
];

/** A date for programs that cite: as far as it is known, with "circa", a season or a range, where that is what it says. */
export function cslDateOf(written: string): CslDate {
  const words = written.trim();
  const plain = words.replace(ABOUT, '').replace(UNSURE, '');
  const circa = plain === words ? {} : { circa: true as const };
  const season = readSeason(plain);
  if (season) return { 'date-parts': [[season.year]], season: season.season, ...circa };
  const one = readParts(plain);
  if (one) return { 'date-parts': [one], ...circa };
  const [, from = '', to = ''] = RANGE.exec(plain) ?? [];
  const [first, last] = [readParts(from), readParts(to)];
  return first && last ? { 'date-parts': [first, last], ...circa } : { literal: words };
}

/** "Summer 2020", or 2020-22 as EDTF writes it. */
function readSeason(words: string): { readonly year: number; readonly season: number } | null {
  const [, figures, code] = /^(\d{4})-2([1-4])$/.exec(words) ?? [];
  if (figures !== undefined) return { year: Number(figures), season: Number(code) };
  const [, name = '', year] = /^([a-z]+),? (\d{4})$/i.exec(words) ?? [];
  const season = SEASONS.findIndex((names) => names.includes(name.toLowerCase())) + 1;
  return season === 0 ? null : { year: Number(year), season };
}

function readParts(words: string): DateParts | null {
  const date = readDate(words);
  if ('text' in date) return null;
  const { year, month, day } = date;
  if (month === undefined) return [year];
  return day === undefined ? [year, month] : [year, month, day];
}
