import { BLANK_SOURCE, type ForeignSource } from '../domain/foreign-annotation.ts';
import { addressOfDoi } from '../domain/link.ts';
import { isId } from '../domain/record.ts';
import { say } from '../messages/say.ts';
import { sayItem } from './say-place.ts';
import { keepInNote, type Detail } from './keep-in-note.ts';
import type { ItemProblem, ParseContext, ParseResult, UnknownFile } from './format.ts';
import {
  fieldsOf,
  firstWords,
  isFields,
  listOf,
  oneOrSeveral,
  wordsOrNull,
  type Fields,
} from './loose-json.ts';

/** Reads CSL-JSON (Citation Style Language 1.0.2), as Zotero, Pandoc and Crossref write it, as a list of sources. */
export async function parseCslJson(
  { json }: Pick<UnknownFile, 'json'>,
  { pace }: ParseContext,
): Promise<ParseResult> {
  if (!json.ok) return json;
  const rows = oneOrSeveral(fieldsOf(json.value)['items'] ?? json.value);
  const sources: ForeignSource[] = [];
  const problems: ItemProblem[] = [];
  for (const [i, row] of rows.entries()) {
    // oxlint-disable-next-line no-await-in-loop -- in slices on purpose
    await pace(i / rows.length);
    const source = isFields(row) ? readItem(row) : null;
    if (source) sources.push(source);
    else problems.push({ place: sayItem(i), problem: say('It names no source.') });
  }
  return { ok: true, kind: 'sources', sources, problems };
}

function readItem(item: Fields): ForeignSource | null {
  // Crossref writes a title and the name of a journal as lists.
  const words = (...names: readonly string[]): string | null =>
    firstWords(names.map((name) => oneOrSeveral(item[name])[0]));
  const title = words('title', 'title-short');
  const url = words('URL') ?? addressOfDoi(words('DOI'));
  if (title === null && url === null) return null;
  const archive = words('archive_location');
  const { id } = item;
  return {
    ...BLANK_SOURCE,
    ...(typeof id === 'string' && isId(id) ? { mayBeId: id } : {}),
    kind: words('type'),
    title: title ?? '',
    url,
    authors: listOf(item['author'] ?? item['editor']).flatMap(readName),
    publisher: words('container-title', 'publisher'),
    publishedAt: readDate(item['issued']),
    accessedAt: readDate(item['accessed']),
    archives: archive !== null && /^https?:/i.test(archive) ? [archive] : [],
    note: keepInNote(words('note'), detailsOf(item, words)),
  };
}

/** What becomes something here, and what only means something in the program that it comes from. */
const NOT_BESIDE: ReadonlySet<string> = new Set([
  'id',
  'type',
  'citation-key',
  'title',
  'title-short',
  'author',
  'editor',
  'container-title',
  'publisher',
  'issued',
  'accessed',
  'URL',
  'DOI',
  'archive_location',
  'note',
]);

function detailsOf(item: Fields, words: (...names: readonly string[]) => string | null): readonly Detail[] {
  const doi = words('URL') === null ? null : words('DOI');
  const publisher = words('container-title') === null ? null : words('publisher');
  const editors = item['author'] === undefined ? [] : listOf(item['editor']).flatMap(readName);
  const others = Object.keys(item).filter((name) => !NOT_BESIDE.has(name));
  const shortTitle = words('title') === null ? null : words('title-short');
  return [
    ...others.map((name): Detail => [name, detailIn(item[name])]),
    ['title-short', shortTitle ?? ''],
    ['editor', editors.join(' and ')],
    ['publisher', publisher ?? ''],
    ['DOI', doi ?? ''],
  ];
}

/** Words, a number, a date or people. */
function detailIn(value: unknown): string {
  if (isFields(value)) return readDate(value) ?? '';
  const people = listOf(value).filter(isFields).flatMap(readName);
  return people.length > 0 ? people.join(' and ') : wordsIn(value);
}

/** Numbers are written as such or as words. */
function wordsIn(value: unknown): string {
  return typeof value === 'number' ? String(value) : (firstWords(oneOrSeveral(value).slice(0, 1)) ?? '');
}

/** "Family, Given" with the particles where they are written: "van der Berg, Jan", "Humboldt, Alexander von", "King, Jr., Martin Luther". */
function readName(name: unknown): readonly string[] {
  const parts = fieldsOf(name);
  const join = (...names: readonly string[]): string | null =>
    names.flatMap((part) => wordsOrNull(parts[part]) ?? []).join(' ') || null;
  const family = join('non-dropping-particle', 'family');
  const given = join('given', 'dropping-particle');
  const only = firstWords([parts['literal'], parts['given'], name]);
  if (family === null) return only === null ? [] : [only];
  const suffix = given === null ? null : join('suffix');
  return [[family, suffix, given].filter((part) => part !== null).join(', ')];
}

/** As we write dates: as far as it is known, with a slash from the first to the last. */
function readDate(date: unknown): string | null {
  const { 'date-parts': parts, raw, literal, season, circa } = fieldsOf(date);
  const dates = listOf(parts).flatMap((one) => readParts(one) ?? []);
  if (dates.length === 0) return wordsOrNull(raw) ?? wordsOrNull(literal);
  const name = SEASON_NAMES[Number(season) - 1];
  const isAbout = circa !== undefined && circa !== false && circa !== 0 && circa !== '';
  return `${isAbout ? 'circa ' : ''}${name === undefined ? '' : `${name} `}${dates.join('/')}`;
}

const SEASON_NAMES = ['Spring', 'Summer', 'Autumn', 'Winter'] as const;

function readParts(parts: unknown): string | null {
  const [year, month, day] = listOf(parts).map(Number);
  if (year === undefined || !Number.isInteger(year)) return null;
  const known = [month, day].slice(0, month === undefined ? 0 : 2).filter((part) => Number.isInteger(part));
  return [String(year).padStart(4, '0'), ...known.map((part) => String(part).padStart(2, '0'))].join('-');
}
