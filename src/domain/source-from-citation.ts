import type { SourceEdit } from './cite-source.ts';
import { sourceFromAddress } from './source-from-address.ts';

/** Longer than any citation, in UTF-16 units: that is a text, not a source. */
export const LONGEST_CITATION = 1500;

const LONGEST_TITLE = 300;

/**
 * All that a pasted citation says about its source, without asking any network: the address in it, authors, year, title and
 * where it appeared, as APA, Chicago and MLA write them; else its first line is the title. What is not there is left
 * out, and unless the title is all of it the citation stays in the note as it was pasted. `accessedAt` is a UTC instant.
 */
export function sourceFromCitation(pasted: string, accessedAt: string): SourceEdit {
  const text = pasted.trim();
  const address = addressIn(text);
  const known = address === null ? null : sourceFromAddress(address, accessedAt);
  const lines = (known && address !== null ? withoutAddress(text, address) : text)
    .split('\n')
    .map((line) => line.replaceAll(/\s+/g, ' ').trim())
    .filter((line) => line !== '');
  const read = readApa(lines.join(' ')) ?? readQuoted(lines.join(' ')) ?? { title: lines[0] ?? '' };
  const title = ([read.title, known?.title, lines[0], known ? '' : text].find(Boolean) ?? '').slice(
    0,
    LONGEST_TITLE,
  );
  const isAll = title === text || title === known?.title;
  return {
    kind: 'document',
    ...known,
    ...read,
    title,
    ...(isAll ? {} : { note: text }),
  };
}

/** The first address in a text, without the punctuation of the sentence around it. */
function addressIn(text: string): string | null {
  const found = /(?:https?:\/\/|doi:\s?(?=10\.)|www\.)\S+|(?<![\w/.])10\.\d{4,9}\/\S+/i.exec(text)?.[0];
  if (found === undefined) return null;
  return withoutPunctuation(found.replace(/^doi:\s/i, 'doi:'));
}

/** A closing bracket belongs to the address when it was opened there. */
function withoutPunctuation(address: string): string {
  const shorter = address.replace(/[.,;:!?”"’'»>\]}]+$/u, '');
  const isOpenedThere = shorter.split('(').length >= shorter.split(')').length;
  if (shorter.endsWith(')') && !isOpenedThere) return withoutPunctuation(shorter.slice(0, -1));
  return shorter;
}

/** What stands around an address, without the words that only lead to it. */
function withoutAddress(text: string, address: string): string {
  const bare = address.replace(/^doi:/i, '');
  const at = text.indexOf(bare);
  const before = text
    .slice(0, at)
    .replace(
      /[\s([<–—-]*(?:(?:retrieved|accessed)(?:[^.\n]*?)from|available (?:at|from)|url|doi|link)?:?[\s([<]*$/i,
      '',
    );
  const after = text.slice(at + bare.length).replace(/^[\s)\]>.,;]+/, '');
  return [before, after].filter((part) => part.trim() !== '').join('\n');
}

type Read = Pick<SourceEdit, 'title' | 'authors' | 'publishedAt' | 'publisher' | 'kind'>;

/** “Lovelace, A., & Babbage, C. (1843). Notes on the engine. Scientific Memoirs, 3, 666–731.” */
function readApa(text: string): Read | null {
  const found =
    /^(?<authors>[^()“"„«]{2,200}?)\s*\((?<year>(?:1[5-9]|20)\d\d)[a-z]?(?:,[^)]*)?\)[.:]?\s*(?<rest>\S.*)$/u.exec(
      text,
    );
  if (!found?.groups) return null;
  const { authors = '', year = '', rest = '' } = found.groups;
  const [title = '', container = ''] = rest.split(/(?<=[\p{L}\p{N})”"?!])[.?!]\s+/u);
  return {
    title: title.replace(/\.$/, '').trim(),
    authors: splitAuthors(authors),
    publishedAt: year,
    ...publisherOf(container),
  };
}

/** “Ada Lovelace. “Notes on the Engine.” Scientific Memoirs 3 (1843): 666–731.” */
function readQuoted(text: string): Read | null {
  const found = /^(?<authors>[^“"„«]{0,200})[“"„«](?<title>[^”"“»]{4,300})[”"“»](?<rest>.*)$/u.exec(text);
  if (!found?.groups) return null;
  const { authors = '', title = '', rest = '' } = found.groups;
  const year = /(?<!\d)(?:1[5-9]|20)\d\d(?!\d)/.exec(rest)?.[0];
  const names = authors.replace(/[\s.,:]+$/, '');
  return {
    title: title.replace(/[.,]$/, '').trim(),
    ...(names === '' ? {} : { authors: [names] }),
    ...(year === undefined ? {} : { publishedAt: year }),
    ...publisherOf(rest.replace(/^[\s.,]+/, '')),
  };
}

/** Where it appeared: what stands before volume, pages or year. */
function publisherOf(container: string): Pick<SourceEdit, 'publisher'> {
  const name = /^[^\d,.(;:]{3,120}/u.exec(container)?.[0].trim() ?? '';
  return /\p{L}{2}/u.test(name) ? { publisher: name } : {};
}

/** “Lovelace, A., & Babbage, C.” are two; who is named in one piece stays one. */
function splitAuthors(text: string): readonly string[] {
  const names = text.replace(/[\s,.]*$/, (end) => (end.includes('.') ? '.' : ''));
  return names
    .split(/,?\s+(?:&|and)\s+|(?<=\p{Lu}\.),\s+|;\s*/u)
    .map((name) => name.trim())
    .filter((name) => name !== '');
}
