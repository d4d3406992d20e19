import type { SourceEdit } from './cite-source.ts';
import { isDangerousAddress, linkTarget } from './link.ts';
import { kindFromPlace } from './kind-from-place.ts';

/** What a typed or pasted text is: an address that may become a link, one that must not be kept, or just words. */
export type TypedSource = 'address' | 'dangerous' | 'words';

/**
 * Says what a person typed where a source is wanted. A dangerous scheme counts only with something right behind the
 * colon: "Data: a history" is a title.
 */
export function recogniseSource(typed: string): TypedSource {
  const text = typed.trim();
  if (isDangerousAddress(text) && !/^[a-z-]+:\s/i.test(text)) return 'dangerous';
  return toAddress(text) === null ? 'words' : 'address';
}

/**
 * All that an address says about the source behind it, without asking any network; null when the text is no address.
 * Kind (CSL) by host and file extension, publisher as the bare host name, the day of publication from the path, a title
 * guessed from the last words of the path. What is not there is left out: names are never made up. `accessedAt` is a
 * UTC instant; a day after it is not taken for the day of publication.
 */
export function sourceFromAddress(typed: string, accessedAt: string): SourceEdit | null {
  const url = toAddress(typed.trim());
  if (url === null) return null;
  const link = linkTarget(url) ?? url;
  if (/^urn:/i.test(link)) return { url, kind: /^urn:isbn:/i.test(link) ? 'book' : 'document', accessedAt };
  const page = withoutArchive(new URL(link));
  const host = page.hostname.replace(/^(?:www\d?|m|mobile|amp)\./, '');
  if (host === 'doi.org') return { url, kind: 'article-journal', accessedAt };
  const title = titleFrom(page);
  const publishedAt = dayFrom(page.pathname);
  return {
    url,
    kind: kindFromPlace(host, page.pathname),
    publisher: host,
    accessedAt,
    ...(title === '' ? {} : { title }),
    ...(publishedAt === null || publishedAt > accessedAt.slice(0, publishedAt.length) ? {} : { publishedAt }),
  };
}

/** As typed, with the scheme that a person leaves out: of `www.…`, `host.tld/path` and a bare DOI. */
function toAddress(text: string): string | null {
  if (text === '' || /\s/.test(text)) return null;
  if (linkTarget(text) !== null) return text;
  if (/^10\.\d{4,9}\/\S+$/.test(text)) return `doi:${text}`;
  const isBare = /^(?:www\.[^/.]+\.[^/]{2,}|(?:[\p{L}\p{N}-]+\.)+\p{L}{2,}\/\S*)/iu.test(text);
  if (!isBare || /^[^/]*[:@]/.test(text)) return null;
  return linkTarget(`https://${text}`) === null ? null : `https://${text}`;
}

/** The page that an archive (web.archive.org) holds a copy of. */
function withoutArchive(page: URL): URL {
  const original = /^\/web\/\d{4,14}(?:[a-z]{2}_)?\/(https?:\/?\/?.+)$/.exec(
    page.pathname + page.search,
  )?.[1];
  if (page.hostname !== 'web.archive.org' || original === undefined) return page;
  const address = original.replace(/^(https?):\/*/, '$1://');
  return URL.canParse(address) ? new URL(address) : page;
}

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

/** `/2021/08/26/`, `/2021/aug/26/`, `2021-08-26` or `20210826` in a path; `/2021/08/` gives the month. */
function dayFrom(path: string): string | null {
  const day =
    /(?:^|\/)(?<year>(?:19|20)\d\d)\/(?<month>\d{1,2}|[a-z]{3})\/(?<day>\d{1,2})(?=\/|$)/i.exec(path) ??
    /(?<!\d)(?<year>(?:19|20)\d\d)-(?<month>\d\d)-(?<day>\d\d)(?!\d)/.exec(path) ??
    /(?<=[/_-])(?<year>(?:19|20)\d\d)(?<month>\d\d)(?<day>\d\d)(?=[/_.-]|$)/.exec(path);
  if (day?.groups) return toDate(day.groups['year'], day.groups['month'], day.groups['day']);
  const month = /(?:^|\/)((?:19|20)\d\d)\/(\d\d)(?=\/)/.exec(path);
  return month ? (toDate(month[1], month[2], '01')?.slice(0, 7) ?? null) : null;
}

/** Null for what is no day of the calendar. */
function toDate(year = '', month = '', day = ''): string | null {
  const named = MONTHS.indexOf(month.toLowerCase()) + 1;
  const date = `${year}-${(named > 0 ? String(named) : month).padStart(2, '0')}-${day.padStart(2, '0')}`;
  const parsed = new Date(`${date}T00:00:00Z`);
  return !Number.isNaN(parsed.getTime()) && parsed.toISOString().startsWith(date) ? date : null;
}

const LONGEST_TITLE = 200;

/**
 * The words of the last part of the path, or of the one before where the last has none (a number, an index page). Two
 * words beside a number, or further up, are the name of a section, not a title.
 */
function titleFrom({ pathname }: URL): string {
  const parts = pathname.split('/').filter((part) => part !== '');
  const [last = '', before = ''] = parts.map(decode).toReversed();
  const own = wordsOf(last);
  const { words, isWhole } = own.words.length > 0 ? own : { ...wordsOf(before), isWhole: false };
  const isTitle = words.filter((word) => /\p{L}/u.test(word)).length >= (isWhole ? 2 : 3);
  return isTitle ? toSentence(words.join(' ')).slice(0, LONGEST_TITLE) : '';
}

/** The words of a slug or a file name, without day and serial number; `isWhole` when there was no serial number. */
function wordsOf(part: string): { readonly words: readonly string[]; readonly isWhole: boolean } {
  const all = part
    .replace(/\.[a-z][a-z\d]{1,4}$/i, '')
    .replace(/(?<!\d)(?:19|20)\d\d-?\d\d-?\d\d(?!\d)/, ' ')
    .split(/[-_+\s~]+/)
    .filter((word) => word !== '' && !/^(?:index|default)$/i.test(word));
  const words = all.filter((word, i) => !isSerial(word) || (i > 0 && i < all.length - 1));
  return { words, isWhole: words.length === all.length };
}

/** Numbers and codes that a site puts around the words: 58330796, a1b2c3d4, rcna1234. Years and small numbers are words. */
function isSerial(word: string): boolean {
  const digits = word.replaceAll(/\D/g, '').length;
  return (
    (/^[\da-z]+$/i.test(word) && digits >= 5) ||
    (/^[\da-f]{8,}$/i.test(word) && digits > 0) ||
    /^[a-z]{1,4}\d{3,}$/i.test(word)
  );
}

function toSentence(text: string): string {
  const [first = ''] = text;
  return first.toUpperCase() + text.slice(first.length);
}

function decode(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}
