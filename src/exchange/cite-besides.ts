import type { Source } from '../domain/source.ts';
import { addressRun, isolatedWords, readRuns } from './citation-runs.ts';
import type { Citation, Run } from './cite.ts';
import { SEASONS, type CslDate, type DateParts } from './csl-date.ts';
import { isOthers, type CslItem, type CslName } from './csl-item.ts';
import { monthOf, sayAmericanDate, sayDate } from './say-date.ts';

/**
 * A citation in a style, and behind it what the style leaves out of this source: its address, who wrote or published it,
 * when that was and when it was looked at; then where copies of it are kept.
 */
export function citeBesides(source: Source, csl: CslItem, runs: readonly Run[]): Citation {
  const { author = [], issued, accessed } = csl;
  const address = addressRun(source.url?.trim() ?? '');
  const isAddress = ({ text }: Run): boolean => text === address.text;
  // What stands in the title or in the address tells of nothing else.
  const title = lettersOf(csl.title ?? '');
  const words = runs.filter((run) => !isAddress(run)).map(({ text }) => text);
  const written = lettersOf(words.join(' ')).replace(title, () => '');
  const has = (part: string): boolean => written.includes(lettersOf(part));
  const authors = author.filter((name) => !isOthers(name));
  const named = authors.filter((name) => has(familyOf(name)));
  const { publisher = '', publishedAt = '' } = source;
  const when = source.accessedAt ?? '';
  const besides: readonly (readonly Run[] | null)[] = [
    authors.length > 0 && named.length === 0
      ? phrase('By ', source.authors.map(isolatedWords).join('; '))
      : null,
    has(publisher) ? null : phrase('Published by ', isolatedWords(publisher)),
    issued && !has(yearOf(issued)) ? phrase('Dated ', isolatedWords(sayDate(publishedAt))) : null,
    accessed && !['accessed', 'retrieved'].some((word) => has(word + sayAmericanDate(when)))
      ? phrase('Accessed ', sayDate(when))
      : null,
    address.text === '' || runs.some(isAddress) ? null : [address],
    ...source.archives.map(citeArchive),
  ];
  return {
    runs: joinSentences([runs, ...besides.flatMap((sentence) => (sentence ? [sentence] : []))]),
    isShort: {
      authors: named.length > 0 && named.length < authors.length,
      date: issued !== undefined && !hasWhole(issued, has),
    },
  };
}

const ARCHIVE_WORDS: Readonly<Record<Source['archives'][number]['status'], string>> = {
  available: 'Archived by ',
  unknown: 'Archived by ',
  requested: 'An archived copy was asked for from ',
  failed: 'No copy could be archived by ',
};

function citeArchive({ provider, url, capturedAt = '', status }: Source['archives'][number]): readonly Run[] {
  const who = isolatedWords(provider.trim() || 'an archive');
  const day = capturedAt.trim() === '' ? '' : `, ${isolatedWords(sayDate(capturedAt))}`;
  return [...phrase(ARCHIVE_WORDS[status], `${who}${day}: `), addressRun(url.trim())];
}

function phrase(words: string, isolated: string): readonly Run[] {
  return readRuns(words + isolated, '');
}

/** One behind the other, each with its full stop; an address that is the last has none, as both styles want it. */
function joinSentences(sentences: readonly (readonly Run[])[]): readonly Run[] {
  const all: Run[] = [];
  for (const sentence of sentences) {
    if (all.length > 0) all.push({ text: endsSentence(all.at(-1)) ? ' ' : '. ' });
    all.push(...sentence);
  }
  const last = all.at(-1);
  return last?.href !== undefined || endsSentence(last) ? all : [...all, { text: '.' }];
}

function endsSentence(run: Run | undefined): boolean {
  return run?.href === undefined && /[.!?…。؟！？]["”’»]?$/u.test(run?.text ?? '');
}

/** As much of a name as every style writes. */
function familyOf(name: CslName): string {
  return 'literal' in name ? name.literal : name.family;
}

function yearOf(date: CslDate): string {
  return 'literal' in date ? date.literal : String(date['date-parts'][0][0]);
}

/** True when beside the year, which is never missing, the day and month stand there, or the season; of a range both. */
function hasWhole(date: CslDate, has: (part: string) => boolean): boolean {
  if ('literal' in date) return true;
  const {
    season,
    'date-parts': [first, last],
  } = date;
  if (season !== undefined) return (SEASONS[season - 1] ?? []).some(has);
  // What both ends of a range share is written once.
  const [year, month] = last ?? first;
  const end = year === first[0] && month === first[1] ? [] : [String(year), dayOf(last ?? first)];
  return [dayOf(first), ...end].every(has);
}

/** "August 27", as far as it is known; every style writes it so, the year before or behind it. */
function dayOf([, month, day]: DateParts): string {
  const name = monthOf(month === undefined ? {} : { month });
  return [name, day].filter((part) => part !== undefined).join(' ');
}

/** What of some words no style changes. */
function lettersOf(words: string): string {
  return words.toLowerCase().replaceAll(/[^\p{L}\p{N}]+/gu, '');
}
