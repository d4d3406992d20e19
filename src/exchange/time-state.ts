import { linkTarget } from '../domain/link.ts';
import { isInstant } from '../domain/record.ts';
import type { Source } from '../domain/source.ts';
import { readDate } from './say-date.ts';

type Archive = Source['archives'][number];

/**
 * When a source was looked at, and its kept copies, as states of the W3C model (4.3.1): each has one date or one range of
 * dates, and one copy at most. A copy has the range in which it was kept, or else the day on which the source was looked at.
 */
export function timeStatesOf(source: Source): readonly object[] {
  const { accessedAt, archives } = source;
  const copies = archives.flatMap((archive) => {
    const cached = linkTarget(archive.url);
    const date = cached === null ? null : dateOfCopy(source, archive);
    return date === null ? [] : [{ type: 'TimeState', ...date, cached }];
  });
  const isTold = accessedAt === null || copies.some((copy) => 'sourceDate' in copy);
  return isTold ? copies : [{ type: 'TimeState', sourceDate: accessedAt }, ...copies];
}

/** False for a copy that no state can hold. */
export function hasDatedCopy(source: Source, archive: Archive): boolean {
  return dateOfCopy(source, archive) !== null;
}

function dateOfCopy({ accessedAt }: Source, { capturedAt }: Archive): object | null {
  const range = instantsOf(capturedAt ?? '');
  if (range) return { sourceDateStart: range[0], sourceDateEnd: range[1] };
  return accessedAt === null ? null : { sourceDate: accessedAt };
}

/** From the first to the last instant of what is written, in UTC; null when it is no date. */
export function instantsOf(written: string): readonly [start: string, end: string] | null {
  if (isInstant(written.trim())) return [written.trim(), written.trim()];
  const date = readDate(written);
  if ('text' in date) return null;
  const { year, month, day } = date;
  const last = new Date(Date.UTC(year, month ?? 12, 0)).getUTCDate();
  const write = (m: number, d: number): string =>
    [String(year).padStart(4, '0'), String(m).padStart(2, '0'), String(d).padStart(2, '0')].join('-');
  return [`${write(month ?? 1, day ?? 1)}T00:00:00Z`, `${write(month ?? 12, day ?? last)}T23:59:59Z`];
}
