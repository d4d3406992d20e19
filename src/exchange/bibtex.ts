import { headOf, type FactCheck } from '../domain/fact-check.ts';
import { linkTarget } from '../domain/link.ts';
import type { Source } from '../domain/source.ts';
import { say } from '../messages/say.ts';
import { describeLossBesidesSources } from './count-loss.ts';
import { UNTITLED, WRITTEN_HERE } from './bibtex-words.ts';
import { cslItemOf, isOthers, type CslName } from './csl-item.ts';
import { exportNameFor } from './file-name.ts';
import type { ExportContext, ExportResult, Writer } from './format.ts';
import { readDate } from './say-date.ts';
import { sayAnyOf } from './say-loss.ts';

/** The sources as BibTeX in UTF-8, with the fields of BibLaTeX that BibTeX leaves alone. */
export const BIBTEX: Writer = { serialise };

async function serialise(factCheck: FactCheck, context: ExportContext): Promise<ExportResult> {
  const used = new Set<string>();
  const sources = [...factCheck.tables.source.values()];
  const entries: string[] = [];
  for (const source of sources) {
    entries.push(writeEntry(source, used));
    // oxlint-disable-next-line no-await-in-loop -- in slices on purpose
    await context.pace(entries.length / sources.length);
  }
  return {
    ok: true,
    files: [
      {
        fileName: exportNameFor(headOf(factCheck).title, context, '.bib'),
        mediaType: 'application/x-bibtex',
        text: `${[WRITTEN_HERE, ...entries].join('\n\n')}\n`,
      },
    ],
    loss: [
      ...describeLossBesidesSources(factCheck, ['archives'], context.leftOut),
      ...sayAnyOf(sources.filter(({ kind }) => !HELD_KINDS.has(kind)).length, (n) =>
        say(
          '{n, plural, one {# kind of a source that BibTeX does not tell apart is not in the file.} other {# kinds of sources that BibTeX does not tell apart are not in the file.}}',
          { n },
        ),
      ),
    ],
  };
}

/** Entry types by CSL type, with the field for who published it. */
const TYPES: ReadonlyMap<string, readonly [type: string, publisher: string]> = new Map([
  ['article-journal', ['article', 'journal']],
  ['article-magazine', ['article', 'journal']],
  ['article-newspaper', ['article', 'journal']],
  ['book', ['book', 'publisher']],
  ['report', ['techreport', 'institution']],
]);

/** Those that an entry type means and no other. */
const HELD_KINDS: ReadonlySet<string> = new Set(['article-journal', 'book', 'report', 'webpage']);

function writeEntry(source: Source, used: Set<string>): string {
  const { author = [], title, DOI, note } = cslItemOf(source);
  const [type, publisherField] = TYPES.get(source.kind) ?? ['misc', 'howpublished'];
  const date = readDate(source.publishedAt ?? '');
  const link = linkTarget(source.url ?? '');
  const fields: readonly (readonly [string, string])[] = [
    ['author', author.map(writeName).join(' and ')],
    ['title', `{${escape(title ?? source.url ?? UNTITLED)}}`],
    [publisherField, escape(source.publisher ?? '')],
    ['year', 'year' in date ? String(date.year) : escape(date.text)],
    ['month', 'month' in date && date.month !== undefined ? String(date.month) : ''],
    ['day', 'day' in date && date.day !== undefined ? String(date.day) : ''],
    ['doi', asIs(DOI ?? '')],
    ['url', asIs(link ?? source.url?.trim() ?? '')],
    ['urldate', source.accessedAt?.slice(0, 10) ?? ''],
    ['note', escape(note ?? '')],
  ];
  const lines = fields
    .filter(([, value]) => value.trim() !== '')
    .map(([name, value]) => `  ${name} = {${value}}`);
  return `@${type}{${keyFor(source, used)},\n${lines.join(',\n')}\n}`;
}

/** Of these fields TeX takes the characters as they are: nothing in them is a command, and only braces count. */
function asIs(address: string): string {
  return address.replaceAll(/[{}\\]/g, encodeURIComponent);
}

/**
 * "Family, Jr., Given" for people, the particles of a family name where they are typed: BibTeX knows them by their small
 * letters. Braces keep an organisation's name from being taken apart; without them "others" is a word of BibTeX's own.
 */
function writeName(name: CslName): string {
  if (isOthers(name)) return 'others';
  if ('literal' in name) return `{${escape(name.literal)}}`;
  const { family, given, suffix } = name;
  return [family, ...(suffix === undefined ? [] : [suffix]), given].map(escape).join(', ');
}

/** First author or first telling word of the title, and the year; a letter tells twins apart. ASCII, as BibTeX wants it. */
function keyFor({ authors, title, publishedAt, id }: Source, used: Set<string>): string {
  const words = `${authors[0] ?? ''} ${title}`.normalize('NFD').replaceAll(/[^\x20-\x7e]/g, '');
  const word =
    /\b(?!(?:the|and|for|der|die|das|les|los|las)\b)[a-z]{3,}/i.exec(words)?.[0].toLowerCase() ??
    `source-${id.slice(0, 8)}`;
  const stem = `${word}${/^\d{4}/.exec(publishedAt ?? '')?.[0] ?? ''}`;
  let key = stem;
  for (let n = 2; used.has(key); n += 1) key = `${stem}-${n}`;
  used.add(key);
  return key;
}

const SPECIAL: ReadonlyMap<string, string> = new Map([
  ['\\', String.raw`\textbackslash{}`],
  // Not `\{`: BibTeX counts that brace too, and one alone would end the value or swallow what follows.
  ['{', String.raw`\textbraceleft{}`],
  ['}', String.raw`\textbraceright{}`],
  ['~', String.raw`\textasciitilde{}`],
  ['^', String.raw`\textasciicircum{}`],
  // In the encoding that TeX begins with these are other characters.
  ['<', String.raw`\textless{}`],
  ['>', String.raw`\textgreater{}`],
  ['|', String.raw`\textbar{}`],
]);

/** Words in which nothing is a command of TeX, on one line. */
function escape(words: string): string {
  return (
    words
      .trim()
      .replaceAll(/\s+/g, ' ')
      .replaceAll(/[\\{}~^<>|]/g, (character) => SPECIAL.get(character) ?? '')
      .replaceAll(/[%$&#_]/g, String.raw`\$&`)
      // Two of them would be a dash.
      .replaceAll(/-(?=-)/g, '-{}')
  );
}
