import { formatNumber } from '../messages/formats.ts';
import { say } from '../messages/say.ts';

/** A number of bytes as a person says it, in units of 1,000. */
export function describeSize(bytes: number): string {
  if (bytes < 1000) return say('{n, plural, one {# byte} other {# bytes}}', { n: bytes });
  if (bytes < 999_500) return say('{size} kB', { size: formatNumber(Math.round(bytes / 1000)) });
  if (bytes < 999_500_000) return say('{size} MB', { size: withDigits(bytes / 1_000_000) });
  return say('{size} GB', { size: withDigits(bytes / 1_000_000_000) });
}

/** Below ten with one digit after the point, as far as that is said. */
function withDigits(size: number): string {
  const digits = size < 9.95 ? 1 : 0;
  return formatNumber(size, { minimumFractionDigits: digits, maximumFractionDigits: digits });
}
