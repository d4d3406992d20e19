import { formatDate, formatDistance } from '../messages/formats.ts';
import { say } from '../messages/say.ts';
const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/**
 * When something was, as a person would say it: "just now", "5 minutes ago", "yesterday", "3 days ago", later on the
 * date. Both are UTC instants; days are told apart in the time zone. What lies ahead (a clock that was wrong) is dated.
 */
export function describeAge(instant: string, now: string, timeZone?: string): string {
  const then = Date.parse(instant);
  const age = Date.parse(now) - then;
  if (Number.isNaN(age)) return '';
  const zone = timeZone === undefined ? {} : { timeZone };
  if (age < -MINUTE) return dateOf(then, zone, true);
  if (age < MINUTE) return say('just now');
  if (age < HOUR) return formatDistance(-Math.floor(age / MINUTE), 'minute');
  const days = dayOf(Date.parse(now), zone) - dayOf(then, zone);
  if (days === 0) return formatDistance(-Math.floor(age / HOUR), 'hour');
  if (days < 7) return formatDistance(-days, 'day');
  return dateOf(then, zone, new Date(now).getUTCFullYear() !== new Date(then).getUTCFullYear());
}

/** The exact time, for a tooltip. */
export function describeInstant(instant: string, timeZone?: string): string {
  const then = Date.parse(instant);
  if (Number.isNaN(then)) return instant;
  const zone = timeZone === undefined ? {} : { timeZone };
  return formatDate(then, { dateStyle: 'full', timeStyle: 'short', ...zone });
}

/** Number of the calendar day in the time zone, counted from 1970. */
function dayOf(time: number, zone: Intl.DateTimeFormatOptions): number {
  const parts = new Intl.DateTimeFormat('en-CA', { ...zone, dateStyle: 'short' }).format(time);
  return Math.round(Date.parse(`${parts}T00:00:00Z`) / DAY);
}

function dateOf(time: number, zone: Intl.DateTimeFormatOptions, withYear: boolean): string {
  return formatDate(time, {
    ...zone,
    day: 'numeric',
    month: 'long',
    ...(withYear ? { year: 'numeric' } : {}),
  });
}
