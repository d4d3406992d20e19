import { BLANK_SOURCE, type ForeignSource } from '../domain/foreign-annotation.ts';
import { addressOfDoi } from '../domain/link.ts';
import { say } from '../messages/say.ts';
import { sayLine } from './say-place.ts';
import { readBibtex, type BibtexEntry } from './bibtex-entries.ts';
import { keepInNote, type Detail } from './keep-in-note.ts';
import type { ItemProblem, ParseContext, ParseResult, UnknownFile } from './format.ts';
import { decodeTex, splitNames } from './tex-words.ts';
import { UNTITLED, WRITTEN_HERE } from './bibtex-words.ts';

/** Reads BibTeX and BibLaTeX as a list of sources. An entry that is broken off is named, and stops no other. */
export async function parseBibtex(
  { text }: Pick<UnknownFile, 'text'>,
  { pace }: ParseContext,
): Promise<ParseResult> {
  const { entries, problems: broken } = await readBibtex(text, pace);
  const isOurs = text.includes(WRITTEN_HERE);
  const sources: ForeignSource[] = [];
  const problems: ItemProblem[] = [...broken];
  for (const entry of entries) {
    const source = readEntry(entry, isOurs);
    if (source) sources.push(source);
    else problems.push({ place: sayLine(entry.line), problem: say('It names no source.') });
  }
  return { ok: true, kind: 'sources', sources, problems };
}

/** CSL types by entry type; what is not here is a document. */
const KINDS: ReadonlyMap<string, string> = new Map([
  ['article', 'article-journal'],
  ['book', 'book'],
  ['inbook', 'book'],
  ['incollection', 'book'],
  ['techreport', 'report'],
  ['report', 'report'],
  ['online', 'webpage'],
  ['electronic', 'webpage'],
  ['misc', 'webpage'],
  ['dataset', 'dataset'],
  ['data', 'dataset'],
  ['movie', 'motion_picture'],
  ['video', 'motion_picture'],
  ['legislation', 'legislation'],
]);

/** Fields that say who published it: the first that is there is the publisher. */
const PUBLISHERS = [
  'journal',
  'journaltitle',
  'publisher',
  'institution',
  'organization',
  'school',
  'howpublished',
];

/** What becomes something here, and what only means something on the machine that it comes from. */
const NOT_BESIDE: ReadonlySet<string> = new Set([
  ...PUBLISHERS,
  'title',
  'author',
  'url',
  'doi',
  'date',
  'year',
  'month',
  'day',
  'urldate',
  'note',
  'annotation',
  'file',
  'timestamp',
  'owner',
]);

/** `isOurs` where a source without a title was written as an untitled one. */
function readEntry({ type, fields }: BibtexEntry, isOurs: boolean): ForeignSource | null {
  const words = (...names: readonly string[]): string | null => {
    for (const name of names) {
      const found = decodeTex(fields.get(name) ?? '').trim();
      if (found !== '') return found;
    }
    return null;
  };
  const title = words('title', 'booktitle');
  const url = addressIn(fields.get('url'));
  const doi = addressIn(fields.get('doi'));
  const address = url ?? addressOfDoi(doi);
  if (address === null && (title === null || (isOurs && title === UNTITLED))) return null;
  const [publisher, ...others] = PUBLISHERS.filter((name) => words(name) !== null);
  const isInBook = words('title') === null;
  const beside = [...fields.keys()].filter(
    (name) => !NOT_BESIDE.has(name) && !(isInBook && name === 'booktitle'),
  );
  const isEdited = !fields.has('author');
  const details = [
    ...[...beside.filter((name) => !(isEdited && name === 'editor')), ...others].map((name): Detail => [
      name,
      words(name) ?? '',
    ]),
    ...(url === null || doi === null ? [] : [['doi', doi] as const]),
  ];
  return {
    ...BLANK_SOURCE,
    kind: KINDS.get(type) ?? 'document',
    title: title ?? '',
    url: address,
    authors: splitNames(fields.get('author') ?? fields.get('editor') ?? ''),
    publisher: publisher === undefined ? null : words(publisher),
    publishedAt: dateOf(words('date'), words('year'), words('month'), words('day')),
    accessedAt: words('urldate'),
    note: keepInNote(words('note', 'annotation'), details),
  };
}

/** Written as it is, or with the few characters that TeX would take for commands behind a backslash; null for none. */
function addressIn(field: string | undefined): string | null {
  return field?.replaceAll(/\\([%&#_~{}])/g, '$1').trim() || null;
}

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

function dateOf(
  date: string | null,
  year: string | null,
  month: string | null,
  day: string | null,
): string | null {
  if (date !== null) return date;
  if (year === null || month === null || !/^\d{4}$/.test(year)) return year;
  const named = MONTHS.indexOf(month.slice(0, 3).toLowerCase()) + 1;
  const number = named > 0 ? named : Number(month);
  if (!Number.isInteger(number) || number < 1 || number > 12) return year;
  const whole = `${year}-${String(number).padStart(2, '0')}`;
  return day !== null && /^\d{1,2}$/.test(day) ? `${whole}-${day.padStart(2, '0')}` : whole;
}
