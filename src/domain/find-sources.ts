import type { FactCheck } from './fact-check.ts';
import { addressKey } from './same-source.ts';
import { foldForSearch, foldQuery, hasAllWords } from './search-words.ts';
import { sourceFromAddress } from './source-from-address.ts';
import type { Source } from './source.ts';

export interface FoundSource {
  readonly source: Source;
  /** True when it is what was typed: the same address or the same title. */
  readonly isSame: boolean;
}

/**
 * The sources of this fact check that a typed text may mean: first those with the same address or title, then those
 * with all its words in title, publisher, authors or address, the newest first. All of them for an empty text.
 */
export function findSources(factCheck: FactCheck, typed: string): readonly FoundSource[] {
  const words = foldQuery(typed);
  const address = sourceFromAddress(typed, '')?.url;
  const wanted = addressKey(address);
  const title = foldForSearch(typed);
  const found = [...factCheck.tables.source.values()].toReversed().flatMap((source): FoundSource[] => {
    const isSame =
      wanted === ''
        ? title !== '' && foldForSearch(source.title) === title
        : addressKey(source.url) === wanted;
    return isSame || hasAllWords(searchTextOf(source), words) ? [{ source, isSame }] : [];
  });
  return [...found.filter(({ isSame }) => isSame), ...found.filter(({ isSame }) => !isSame)];
}

const folded = new WeakMap<Source, string>();

/** Title, publisher, authors and address as a search sees them. */
export function searchTextOf(source: Source): string {
  let text = folded.get(source);
  if (text === undefined) {
    const { title, publisher = '', authors, url = '' } = source;
    folded.set(source, (text = foldForSearch([title, publisher, ...authors, url].join('\n'))));
  }
  return text;
}
