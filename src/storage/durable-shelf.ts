import type { Id } from '../domain/record.ts';
import type { Texts } from './local-shelf.ts';

/** The copy that "Saved" rests on. It holds the same texts under the same keys as localStorage, and more of them. */
export interface DurableShelf {
  /** A newer version of the app has made this database: what is in it can be read as far as it is understood, not written. */
  readonly isNewer: boolean;
  readonly factChecks: () => Promise<ReadonlySet<Id>>;
  readonly read: (factCheckId: Id) => Promise<Texts>;
  /** All texts whose key starts so. */
  readonly readAll: (prefix: string) => Promise<Texts>;
  /**
   * What somebody else has put there, under keys that name nothing of ours; what is no text is described. With `outside`
   * only what is under no fact check, which costs the same however much is kept.
   */
  readonly readStrangers: (where: 'outside' | 'everywhere') => Promise<Texts>;
  /**
   * Settles the texts into what is there, in one transaction that is on disk when the promise resolves. It rejects when
   * nothing was written. `at` is the time of what goes into quarantine.
   */
  readonly merge: (texts: Texts, at: string) => Promise<Merged>;
  /**
   * Lets go of these keys in one transaction, unless one of the texts in `seen` is no longer there as it was seen. Does
   * nothing in a database that a newer version of the app has made.
   */
  readonly drop: (keys: readonly string[], seen: Texts) => Promise<void>;
  readonly close: () => void;
  /** Calls back when the database was deleted, or taken away otherwise, while this is open. */
  readonly whenLost: (act: () => void) => void;
}

export interface Merged {
  /** What stands now where it is something else than what was handed in, and the copies of versions that lost. */
  readonly overruled: Texts;
  /** Keys that were left alone because a newer version of the app wrote what is there. */
  readonly refused: readonly string[];
}

/**
 * What earlier sessions left, newest first. One that can't be opened is left out, and what can't be read later counts as
 * not there: the others make up for it, and it is kept until a start has read it.
 */
export interface EarlierShelves {
  readonly shelves: readonly DurableShelf[];
  /** False when one could not be opened, or something of one could not be read until now. */
  readonly isWhole: () => boolean;
}

/** The databases of this browser that we know of: one for this session, and those that earlier ones left. */
export interface DurablePlace {
  /** Somebody waits for what is in it: it need not wait for the page any longer. */
  readonly hurry?: () => void;
  /** Opens this session's database, or opens it anew after a failure. Rejects when the browser does not give it. */
  readonly open: () => Promise<DurableShelf>;
  readonly openEarlier: () => Promise<EarlierShelves>;
  /** True when no other tab of ours was open when this session began, and none is now. Asked after `open`. */
  readonly isAlone: () => Promise<boolean>;
  /**
   * Extends the browser's promise to keep what is there to this session's database, where that needs saying; resolves
   * with whether it holds. The browser must have given the promise.
   */
  readonly protect?: () => Promise<boolean>;
  /**
   * Marks this session's database as holding everything, and lets go of what is no longer needed as a spare. `own` is the
   * one that all was written to: one that was deleted meanwhile must not be marked in its place.
   */
  readonly complete: (own: DurableShelf) => Promise<void>;
}
