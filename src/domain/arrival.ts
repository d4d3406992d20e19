import type { Target } from './annotation.ts';
import type { Unstamped } from './change.ts';
import type { ForeignAnnotation, ForeignAuthor } from './foreign-annotation.ts';
import type { Meanings } from './foreign-words.ts';
import type { Id } from './record.ts';

/** An annotation of another tool, with what was found of its words in the article. */
export interface Arrival {
  readonly item: ForeignAnnotation;
  /** The same whenever it is imported: what is here already is not added again. */
  readonly id: Id;
  /** Digests by which it is known again in another file: what it is called there, where it stands, and all that it says. */
  readonly names: readonly string[];
  readonly found: ArrivalPlace;
}

export type ArrivalPlace =
  /** The same words, or the same but for typography. */
  | { readonly state: 'placed'; readonly targets: readonly Target[] }
  /** Other words stand there than were judged: its verdicts are in doubt. */
  | { readonly state: 'changed'; readonly targets: readonly Target[]; readonly judged: JudgedPlace }
  /** It waits until a person gives it a place. */
  | { readonly state: 'lost'; readonly judged: JudgedPlace };

/** The words that were judged, in the text that came with the file. */
export interface JudgedPlace {
  readonly articleId: Id;
  readonly targets: readonly Target[];
}

export interface Arrivals {
  readonly arrivals: readonly Arrival[];
  /** The texts that the places of `changed` and `lost` are in. */
  readonly texts: readonly ArrivedText[];
  readonly meanings: Meanings;
  /** The id for a reviewer by `authorKey`. */
  readonly authorIds: ReadonlyMap<string, Id>;
}

export type ArrivedText = Extract<Unstamped, { readonly type: 'article' }>;

/** The name of a reviewer about whom the file says nothing. */
export const UNNAMED: ForeignAuthor = { name: 'Unnamed (imported)', ownId: null };

export function authorKey({ name, ownId }: ForeignAuthor): string {
  return ownId === null ? `name/${name}` : `id/${ownId}`;
}

/** A verdict of a file, on its way to become a record. */
export type NewVerdict = Extract<Unstamped, { readonly type: 'verdict' }>;
