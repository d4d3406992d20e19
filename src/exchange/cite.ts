import { linkTarget } from '../domain/link.ts';
import type { Source } from '../domain/source.ts';
import { message } from '../messages/say.ts';
import { cslItemOf, type CslItem, type CslName } from './csl-item.ts';
import { sayAmericanDate } from './say-date.ts';

/** A stretch of a citation: plain, in italics, or an address that may be a link. */
export interface Run {
  readonly text: string;
  readonly isTitle?: true;
  readonly href?: string;
}

export const CITATION_STYLES = [
  { value: 'apa', label: message('APA (7th edition)') },
  { value: 'chicago', label: message('Chicago (17th edition, notes)') },
] as const;

export type CitationStyle = (typeof CITATION_STYLES)[number]['value'];

/**
 * A source as a reference, after the Publication Manual of the APA (7th edition, chapters 9 and 10) or as a full note
 * after the Chicago Manual of Style (17th edition, chapter 14): the parts that a record here can have. What is not
 * known is left out, never made up.
 */
export function citeSource(source: Source, style: CitationStyle): readonly Run[] {
  const item = cslItemOf(source);
  const accessed = source.accessedAt;
  return style === 'apa' ? citeApa(item, source, accessed) : citeChicago(item, source, accessed);
}

/** Works that stand alone have their title in italics; of a part it is the whole that has. */
function standsAlone(item: CslItem): boolean {
  return item['container-title'] === undefined || item.type === 'webpage' || item.type === 'post';
}

function citeApa(item: CslItem, source: Source, accessed: string | null): readonly Run[] {
  const title: Run = standsAlone(item) ? { text: nameOf(item), isTitle: true } : { text: nameOf(item) };
  const kind: readonly Run[] = KIND_WORDS.has(item.type) ? [{ text: ` [${KIND_WORDS.get(item.type)}]` }] : [];
  const date: Run = { text: `(${apaDate(source.publishedAt)}).` };
  const authors = apaAuthors(item.author ?? []);
  const head =
    authors === ''
      ? [...close([title, ...kind]), space, date]
      : [...close([{ text: authors }]), space, date, space, ...close([title, ...kind])];
  const whole = item['container-title'] ?? item.publisher;
  const isSame = whole !== undefined && whole === authors;
  return [
    ...head,
    ...(whole === undefined || isSame
      ? []
      : [space, ...close([standsAlone(item) ? { text: whole } : { text: whole, isTitle: true }])]),
    ...apaAddress(source, accessed),
  ];
}

/** A page may change, so it is said when it was read; what has a DOI stays as it is. */
function apaAddress({ url }: Source, accessed: string | null): readonly Run[] {
  const address = addressRun(url);
  if (!address) return accessed === null ? [] : [{ text: ` Accessed ${sayAmericanDate(accessed)}.` }];
  if (accessed === null || isDoi(address.href)) return [space, address];
  return [{ text: ` Retrieved ${sayAmericanDate(accessed)}, from ` }, address];
}

/** What has a DOI stays as it is, so that styles don't say when it was read. */
export function isDoi(address: string | null | undefined): boolean {
  return address?.startsWith('https://doi.org/') === true;
}

function apaDate(written: string | undefined): string {
  if (!written?.trim()) return 'n.d.';
  const said = sayAmericanDate(written);
  // The year first: "2021, August 27".
  return said.replace(
    /^([A-Z][a-z]+)(?: (\d{1,2}),)? (\d{4})$/,
    (_, month: string, day?: string, year?: string) => [`${year},`, month, day].filter(Boolean).join(' '),
  );
}

function apaAuthors(names: readonly CslName[]): string {
  const said = names.map((name) =>
    'literal' in name ? name.literal : `${name.family}, ${initialsOf(name.given)}`,
  );
  // From the 21st on only the last is named.
  const few = said.length > 20 ? [...said.slice(0, 19), `… ${said.at(-1)}`] : said;
  const last = few.length > 1 && few.length <= 20 && said.length <= 20 ? `& ${few.at(-1)}` : few.at(-1);
  return [...few.slice(0, -1), last].filter((part) => part !== undefined).join(', ');
}

function initialsOf(given: string): string {
  return given
    .split(/\s+/)
    .map((part) =>
      part
        .split('-')
        .map((piece) => `${/^./u.exec(piece)?.[0] ?? ''}.`)
        .join('-'),
    )
    .join(' ');
}

function citeChicago(item: CslItem, source: Source, accessed: string | null): readonly Run[] {
  const authors = joinNames(
    (item.author ?? []).map((name) => ('literal' in name ? name.literal : `${name.given} ${name.family}`)),
  );
  const inQuotes = item['container-title'] !== undefined || item.type === 'webpage' || item.type === 'post';
  const title: readonly Run[] = inQuotes
    ? [{ text: `“${nameOf(item)},”` }]
    : [{ text: nameOf(item), isTitle: true }, { text: ',' }];
  const whole = item['container-title'] ?? item.publisher;
  const isPeriodical = item.type.startsWith('article');
  const date = source.publishedAt?.trim() ? sayAmericanDate(source.publishedAt) : '';
  const address = addressRun(source.url);
  const parts: (readonly Run[])[] = [];
  if (whole !== undefined && whole !== authors)
    parts.push([isPeriodical ? { text: whole, isTitle: true } : { text: whole }]);
  if (date !== '') parts.push([{ text: date }]);
  if (accessed !== null && !isDoi(address?.href))
    parts.push([{ text: `accessed ${sayAmericanDate(accessed)}` }]);
  if (address) parts.push([address]);
  const rest = parts.flatMap((part, i): readonly Run[] => [{ text: i === 0 ? ' ' : ', ' }, ...part]);
  const runs = [...(authors === '' ? [] : [{ text: `${authors}, ` }]), ...title, ...rest];
  // Nothing follows the title: its comma becomes the full stop.
  return parts.length > 0 ? close(runs) : close(dropComma(runs));
}

function dropComma(runs: readonly Run[]): readonly Run[] {
  return runs.map((run, i) =>
    i === runs.length - 1 ? { ...run, text: run.text.replace(/,(”?)$/, '$1') } : run,
  );
}

/** "A", "A and B", "A, B, and C"; of more than three the first "et al." */
function joinNames(names: readonly string[]): string {
  const [first = '', second] = names;
  if (names.length > 3) return `${first} et al.`;
  if (names.length === 3) return `${first}, ${second}, and ${names[2]}`;
  return second === undefined ? first : `${first} and ${second}`;
}

/** What kinds of works are called where the title alone does not tell. */
const KIND_WORDS: ReadonlyMap<string, string> = new Map([
  ['dataset', 'Data set'],
  ['post', 'Online post'],
  ['broadcast', 'Broadcast'],
  ['motion_picture', 'Film'],
  ['interview', 'Interview'],
  ['speech', 'Speech'],
  ['personal_communication', 'Personal communication'],
]);

const space: Run = { text: ' ' };

function nameOf({ title, URL }: CslItem): string {
  return title ?? URL ?? 'Untitled';
}

function addressRun(url: string | undefined): Run | null {
  if (!url?.trim()) return null;
  const href = linkTarget(url);
  return href === null ? { text: url.trim() } : { text: readable(url.trim(), href), href };
}

/** An address in letters of another script as people write it, not as machines do. Nothing in it is invisible. */
function readable(typed: string, href: string): string {
  const isInLetters = /^https?:\/\/[^\s\p{C}]+$/iu.test(typed) && /\P{ASCII}/u.test(typed);
  return isInLetters ? typed : href;
}

/** Ends with a full stop, unless it ends a sentence already; none comes after an address. */
function close(runs: readonly Run[]): readonly Run[] {
  const last = runs.at(-1);
  if (last?.href !== undefined || /[.!?…。؟]["”’»]?$/u.test(last?.text ?? '')) return runs;
  return [...runs, { text: '.' }];
}
