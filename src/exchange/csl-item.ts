import { linkTarget } from '../domain/link.ts';
import type { Id } from '../domain/record.ts';
import type { Source } from '../domain/source.ts';
import { readDate } from './say-date.ts';

/** A bibliographic record as CSL-JSON (schema 1.0.2 of the Citation Style Language) names its parts. */
export interface CslItem {
  readonly id: Id;
  readonly type: string;
  readonly title?: string;
  readonly author?: readonly CslName[];
  readonly 'container-title'?: string;
  readonly publisher?: string;
  readonly issued?: CslDate;
  readonly accessed?: CslDate;
  readonly URL?: string;
  readonly DOI?: string;
  readonly archive?: string;
  readonly archive_location?: string;
  readonly note?: string;
}

/** A person whose family name is known, or a name as it is typed: an organisation, or who knows. */
export type CslName = { readonly family: string; readonly given: string } | { readonly literal: string };

export type CslDate = { readonly 'date-parts': readonly (readonly number[])[] } | { readonly raw: string };

/** What is published as a part of something: there the publisher's name is that of the whole. */
const PARTS_OF_A_WHOLE: ReadonlySet<string> = new Set([
  'webpage',
  'article-newspaper',
  'article-magazine',
  'article-journal',
  'post',
]);

/** The record of a source for programs that cite. "Family, Given" is a person's name; any other name stays whole. */
export function cslItemOf(source: Source): CslItem {
  const { id, kind, title, authors, publisher, publishedAt, accessedAt, url, archives, note } = source;
  const names = authors.filter((name) => name.trim() !== '').map(readName);
  const doi = doiOf(url);
  const archive = archives.find(({ status }) => status === 'available') ?? archives[0];
  return {
    id,
    type: kind,
    ...(title.trim() ? { title: title.trim() } : {}),
    ...(names.length > 0 ? { author: names } : {}),
    ...(publisher?.trim()
      ? { [PARTS_OF_A_WHOLE.has(kind) ? 'container-title' : 'publisher']: publisher.trim() }
      : {}),
    ...(publishedAt?.trim() ? { issued: cslDate(publishedAt) } : {}),
    ...(accessedAt === null ? {} : { accessed: cslDate(accessedAt) }),
    ...(doi === null ? {} : { DOI: doi }),
    ...(url?.trim() ? { URL: linkTarget(url) ?? url.trim() } : {}),
    ...(archive ? { archive: archive.provider, archive_location: archive.url } : {}),
    ...(note?.trim() ? { note: note.trim() } : {}),
  };
}

/** "Family, Given" as a person; of any other name nobody knows whose it is. */
export function readName(written: string): CslName {
  // "Marks and Spencer, plc" is nobody's family name.
  if (/\sand\s/i.test(written.trim())) return { literal: written.trim() };
  const [, family, given] = /^([^,]+),\s*([^,]+)$/.exec(written.trim()) ?? [];
  return family !== undefined && given !== undefined
    ? { family: family.trim(), given: given.trim() }
    : { literal: written.trim() };
}

/** The DOI that an address names, without its prefix; null when it names none. */
function doiOf(url: string | undefined): string | null {
  const address = url === undefined ? null : linkTarget(url);
  const name = address === null ? undefined : /^https:\/\/doi\.org\/(10\..+)$/.exec(address)?.[1];
  if (name === undefined) return null;
  try {
    return decodeURIComponent(name);
  } catch {
    return name;
  }
}

function cslDate(written: string): CslDate {
  const date = readDate(written);
  if ('text' in date) return { raw: date.text };
  return {
    'date-parts': [[date.year, date.month, date.day].filter((part): part is number => part !== undefined)],
  };
}
