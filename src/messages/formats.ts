import { dateFormat, kept, locale, numberFormat } from './language.ts';

/** A number as the language of the interface writes it. */
export function formatNumber(number: number, options?: Intl.NumberFormatOptions): string {
  return numberFormat(locale(), options).format(number);
}

/** A day or a moment, in milliseconds since 1970, as the language of the interface writes it. */
export function formatDate(time: number, options: Intl.DateTimeFormatOptions): string {
  return dateFormat(written(), options).format(time);
}

/** A date that somebody wrote: a day or month in ISO 8601 as the language of the interface writes it, all else as it is. */
export function formatWrittenDate(words: string): string {
  const isDay = /^\d{4}-\d\d-\d\d$/.test(words);
  const time = Date.parse(isDay ? words : /^\d{4}-\d\d$/.test(words) ? `${words}-01` : '');
  if (Number.isNaN(time) || !new Date(time).toISOString().startsWith(words)) return words;
  const day = isDay ? ({ day: 'numeric', month: 'short' } as const) : ({ month: 'long' } as const);
  return formatDate(time, { year: 'numeric', ...day, timeZone: 'UTC' });
}

/** So many units from now, past ones being negative: "yesterday", "in 3 hours". */
export function formatDistance(amount: number, unit: Intl.RelativeTimeFormatUnit): string {
  return relativeFormat(locale(), { numeric: 'auto' }).format(amount, unit);
}

/** "a, b and c". */
export function formatList(words: readonly string[]): string {
  return listFormat(written(), { type: 'conjunction' }).format(words);
}

/** The order of words for a person who reads the language of the interface. */
export function compareWords(a: string, b: string): number {
  return collator(locale(), { numeric: true }).compare(a, b);
}

/** The English of the interface is British. */
function written(): string {
  return locale() === 'en' ? 'en-GB' : locale();
}

const relativeFormat = kept(
  (tag: string, options?: Intl.RelativeTimeFormatOptions) => new Intl.RelativeTimeFormat(tag, options),
);
const listFormat = kept((tag: string, options?: Intl.ListFormatOptions) => new Intl.ListFormat(tag, options));
const collator = kept((tag: string, options?: Intl.CollatorOptions) => new Intl.Collator(tag, options));
