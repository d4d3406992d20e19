import type { Change } from '../domain/change.ts';
import type { Coverage } from '../domain/coverage.ts';
import type { AnyRecord, FactCheck, RecordType } from '../domain/fact-check.ts';
import type { Id } from '../domain/record.ts';

/** A fact check in this browser, as the library lists it. */
export interface KeptFactCheck {
  readonly id: Id;
  readonly title: string;
  /** Empty, as `language`, when the article can't be read. */
  readonly articleTitle: string;
  /** BCP 47 tag of the article. */
  readonly language: string;
  /** UTC instant of the newest edit of any of its records. */
  readonly updatedAt: string;
  readonly coverage: Coverage;
  /** How many annotations it has. */
  readonly annotations: number;
}

/** `notices` and `problem` are sentences for the person. */
export type OpenResult =
  | { readonly ok: true; readonly factCheck: FactCheck; readonly notices: readonly string[] }
  | { readonly ok: false; readonly problem: string };

/** `note` says what can't be promised of what was saved; `problem` why it was not. Both are sentences for the person. */
export type SaveResult =
  | { readonly ok: true; readonly note?: string }
  | { readonly ok: false; readonly problem: string };

/** What became of a fact check that nobody did in this tab: records to put in place and records to take away. */
export interface OutsideChange {
  readonly factCheckId: Id;
  readonly changed: readonly AnyRecord[];
  readonly removed: readonly { readonly type: RecordType; readonly id: Id }[];
}

/** All fact checks kept in this browser. Nothing throws: what goes wrong is in the results. */
export interface Store {
  /** Newest first; removed ones are left out. */
  readonly list: () => Promise<readonly KeptFactCheck[]>;
  readonly open: (id: Id) => Promise<OpenResult>;
  /** Keeps a whole new fact check. */
  readonly create: (factCheck: FactCheck) => Promise<SaveResult>;
  /** Saves a Change; it is in localStorage, where there is one, before this returns its promise. */
  readonly save: (id: Id, change: Change) => Promise<SaveResult>;
  /** Removes a fact check. `restore` takes that back until the records are dropped at a later start. */
  readonly remove: (id: Id) => Promise<SaveResult>;
  readonly restore: (id: Id) => Promise<SaveResult>;
  /** Calls back with what other tabs did; returns how to stop that. */
  readonly watch: (listener: (change: OutsideChange) => void) => () => void;
  /** Calls back when other tabs did anything that the library may show; returns how to stop that. */
  readonly watchList: (listener: () => void) => () => void;
}
