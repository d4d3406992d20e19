import { linkTarget } from '../domain/link.ts';
import type { Id } from '../domain/record.ts';
import type { Source } from '../domain/source.ts';
import { cslDateOf, type CslDate } from './csl-date.ts';

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

/**
 * A person whose family name is known, with the particles before or behind it as they are typed: processors of CSL take
 * them apart. Or a name as it is typed: an organisation, or who knows.
 */
export type CslName =
  | { readonly family: string; readonly given: string; readonly suffix?: string }
  | { readonly literal: string };

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
    ...(publishedAt?.trim() ? { issued: cslDateOf(publishedAt) } : {}),
    ...(accessedAt === null ? {} : { accessed: cslDateOf(accessedAt) }),
    ...(doi === null ? {} : { DOI: doi }),
    ...(url?.trim() ? { URL: linkTarget(url) ?? url.trim() } : {}),
    ...(archive ? { archive: archive.provider, archive_location: archive.url } : {}),
    ...(note?.trim() ? { note: note.trim() } : {}),
  };
}

/** What stands behind a comma in a person's name, and is neither family nor given name. */
const SUFFIX = /^(?:[JS]n?r|Junior|Senior|[IVX]{1,4}|[2-9](?:nd|rd|th)|Esq|Ph\.? ?D|M\.? ?D)\.?$/;

const INITIAL = /^[IVX]\.?$/;

/** What the name of an organisation has, with or without a comma: "Marks and Spencer, plc" is nobody's family name. */
const ORGANISATION =
  /\s(?:and|of|for|the)\s|&|,\s*(?:inc|ltd|llc|llp|plc|co|corp|gmbh|ag|kg|bv|nv|sa|spa|srl)\.?$/i;

/** "Family, Given" as a person, with "Jr." before or behind the given name; of other names nobody knows whose they are. */
export function readName(written: string): CslName {
  const literal = written.trim();
  const [family = '', second = '', third, ...more] = literal.split(',').map((part) => part.trim());
  if (family === '' || second === '' || more.length > 0 || ORGANISATION.test(literal)) return { literal };
  if (third === undefined)
    return SUFFIX.test(second) && !INITIAL.test(second) ? { literal } : { family, given: second };
  if (SUFFIX.test(second) && third !== '') return { family, given: third, suffix: second };
  return SUFFIX.test(third) ? { family, given: second, suffix: third } : { literal };
}

/** True for what stands at the end of a list for authors who are not named. */
export function isOthers(name: CslName): boolean {
  return 'literal' in name && /^(?:and |& )?(?:others|et al\.?)$/i.test(name.literal);
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
