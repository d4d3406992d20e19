import { digestWords } from './reading.ts';
import type { Source } from './source.ts';

/** What tells one source from another. */
export type SourceWords = Pick<Source, 'title' | 'authors'> & {
  readonly url?: string | null;
  readonly publisher?: string | null;
  readonly publishedAt?: string | null;
};

/** True for two that look the same: one address or, without one, one title, and nothing that contradicts it. */
export function areAlike(a: SourceWords, b: SourceWords): boolean {
  const key = nameKey(a);
  return key !== '' && key === nameKey(b) && (addressKey(a.url) !== '' || !contradict(a, b));
}

/**
 * What sources that may be the same have in common: the address or, without one, the title; empty for one that has
 * neither. Alone it proves nothing of a title: see `areAlike`.
 */
export function nameKey({ url, title }: Pick<SourceWords, 'title' | 'url'>): string {
  const address = addressKey(url);
  return address === '' ? plainWords(title) : address;
}

/** The address without its scheme, its end and the place in the page; empty for none. */
export function addressKey(url: string | null | undefined): string {
  const address = inAscii((url ?? '').trim())
    .replace(/^doi:\s*/i, 'doi.org/')
    .replace(/^https?:\/\/(?:www\.)?(?:dx\.(?=doi\.org\/))?/i, '')
    .replace(PLACE_IN_PAGE, '')
    .replace(/[/#?]+$/, '');
  // Case means nothing in a host and everything behind it: two films may differ by one capital.
  return address.replace(/^[^/?#]*/, (host) => host.toLowerCase());
}

/** An address with letters of any script, as browsers show it, in the one form in which it goes over the wire. */
function inAscii(address: string): string {
  return /[^!-~]|%/.test(address) && URL.canParse(address) ? new URL(address).href : address;
}

/** A fragment names a place in the page, as the highlight links of browsers do; after `#!` and `#/` it is another page. */
const PLACE_IN_PAGE = /#(?![!/]).*$/;

/** The sources that are here by what they are, so that the same one is found again among very many. */
export interface SourceFinder<T> {
  /** What was added with the source that this one is; undefined for another one, also when several may be meant. */
  readonly find: (source: SourceWords) => T | undefined;
  /** All that it may be: the same address or title, and nothing that contradicts it. */
  readonly findAll: (source: SourceWords) => readonly T[];
  /** With the words that it came or stood here with before, by which it is found where no other is by its present ones. */
  readonly add: (source: SourceWords & Pick<Source, 'toldAs'>, value: T) => void;
}

export function createSourceFinder<T>(): SourceFinder<T> {
  const exact = new Map<string, T>();
  const toldAs = new Map<string, Set<T>>();
  const findToldAs = (source: SourceWords): T | undefined => {
    const [first] = toldAs.get(digestOfSource(source)) ?? [];
    if (first !== undefined) return first;
    const hasDetails = detailsOf(source).some((detail) => detail !== '');
    const [only, ...others] = (hasDetails ? undefined : toldAs.get(digestOfName(source))) ?? [];
    return others.length === 0 ? only : undefined;
  };
  const alike = new Map<string, { readonly source: SourceWords; readonly value: T }[]>();
  return {
    find: (source) => {
      const key = nameKey(source);
      if (key === '') return undefined;
      const same = exact.get(exactKey(source));
      if (same !== undefined) return same;
      const hasAddress = addressKey(source.url) !== '';
      // A title alone names many things: of one that says more than what is here, nothing may be lost.
      const isIt = (other: SourceWords): boolean =>
        !contradict(source, other) && (hasAddress || saysNoMore(source, other));
      const [only, ...others] = (alike.get(key) ?? []).slice(0, MOST_ALIKE).filter((one) => isIt(one.source));
      return only !== undefined && others.length === 0 ? only.value : findToldAs(source);
    },
    findAll: (source) => {
      const present = (alike.get(nameKey(source)) ?? [])
        .slice(0, MOST_ALIKE)
        .filter((one) => !contradict(source, one.source))
        .map(({ value }) => value);
      const before = nameKey(source) === '' ? undefined : findToldAs(source);
      return before === undefined || present.includes(before) ? present : [...present, before];
    },
    add: (source, value) => {
      for (const digest of source.toldAs ?? [])
        toldAs.set(digest, (toldAs.get(digest) ?? new Set()).add(value));
      const key = nameKey(source);
      if (key === '') return;
      if (!exact.has(exactKey(source))) exact.set(exactKey(source), value);
      const group = alike.get(key);
      if (group) group.push({ source, value });
      else alike.set(key, [{ source, value }]);
    },
  };
}

/** Of one name so many are compared; where there are more, only the very same is found again. */
const MOST_ALIKE = 50;

function detailsOf({ authors, publisher, publishedAt }: SourceWords): readonly string[] {
  const named = authors.map(plainWords).filter((name) => name !== '');
  return [named.join('\n'), plainWords(publisher ?? ''), plainWords(publishedAt ?? '')];
}

/** Whatever a program has done to the spaces between them. */
function plainWords(words: string): string {
  return words
    .replaceAll(/[\s\p{Cc}]+/gu, ' ')
    .trim()
    .toLowerCase()
    .normalize('NFKC');
}

function exactKey(source: SourceWords): string {
  return [nameKey(source), ...detailsOf(source)].join('\u0000');
}

/** Names the words of a source: the same for the same ones, however they are spaced and capitalised. */
export function digestOfSource(source: SourceWords): string {
  return digestWords(exactKey(source));
}

/** That of its address or title, for a file that tells no more of it. */
function digestOfName(source: SourceWords): string {
  return digestWords(nameKey(source));
}

/** What a source was told as once these words are gone from it too. */
export function toldAsWith(source: SourceWords & Pick<Source, 'toldAs'>): readonly string[] {
  const own = nameKey(source) === '' ? [] : [digestOfSource(source), digestOfName(source)];
  return [...new Set([...(source.toldAs ?? []), ...own])].slice(-MOST_TOLD);
}

/** Of one source so many are remembered, the latest. */
const MOST_TOLD = 200;

/** True when both say an author, a publisher or a date, and not the same. A date may be more exact than the other. */
function contradict(a: SourceWords, b: SourceWords): boolean {
  const others = detailsOf(b);
  return detailsOf(a).some((detail, i) => {
    const other = others[i] ?? '';
    if (detail === '' || other === '' || detail === other) return false;
    return i < DATE || !(detail.startsWith(`${other}-`) || other.startsWith(`${detail}-`));
  });
}

/** Which of the details is the date. */
const DATE = 2;

function saysNoMore(less: SourceWords, more: SourceWords): boolean {
  const known = detailsOf(more);
  return detailsOf(less).every((detail, i) => detail.length <= (known[i] ?? '').length);
}
