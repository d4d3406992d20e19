import type { Change } from '../domain/change.ts';
import type { Coverage } from '../domain/coverage.ts';
import type { AnyRecord, FactCheck, RecordType } from '../domain/fact-check.ts';
import type { RecordName } from '../domain/pointers.ts';
import type { Id } from '../domain/record.ts';
import type { RemovedAnnotation } from '../domain/restore-removed.ts';
import type { Source } from '../domain/source.ts';

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
  /** How many the whole has that are not here, where this is a selection of it: see `countLeftOut`. */
  readonly leftOut: number;
  /** Saved by a newer version of the app: it can be read and exported, and not be edited. */
  readonly isReadOnly: boolean;
  /** See `Store.unfiled`. */
  readonly unfiled: number;
}

/** A fact check that was removed and can be restored. */
export interface DeletedFactCheck {
  readonly id: Id;
  readonly title: string;
  /** UTC instant of the removal, as the clock of that hour said it. */
  readonly at: string;
}

/** The same with all that comes back. */
export interface DeletedWhole {
  readonly factCheck: FactCheck;
  /** UTC instant of the removal. */
  readonly at: string;
}

/** `notices` and `problem` are sentences for the person. */
export type OpenResult =
  | {
      readonly ok: true;
      readonly factCheck: FactCheck;
      readonly notices: readonly string[];
      /** Why it can be read and exported and not be edited, as a sentence; null when it can. */
      readonly readOnlyReason: string | null;
    }
  | {
      readonly ok: false;
      readonly problem: string;
      /** The second copy, which may have it, has not answered yet: what comes of that is told through `watchList`. */
      readonly isAwaited?: true;
    };

/** Whether both copies of everything are known to say the same now; `problem` is a sentence for the person. */
export type Comparison = { readonly ok: true } | { readonly ok: false; readonly problem: string };

/**
 * `note` says what can't be promised of what was saved; `problem` why it was not. Both are sentences for the person. What
 * `isHeld` is in this tab all the same, to be opened, edited and exported, and is saved as soon as that works.
 */
export type SaveResult =
  | { readonly ok: true; readonly note?: string }
  | { readonly ok: false; readonly problem: string; readonly isHeld?: true };

/** What was found wrong with what is kept, and was put right or aside. */
export interface Finding {
  /**
   * Records that can't be read, ones that the other copy had (better), articles whose text was not theirs in one of the copies;
   * that the database had nothing of the fact check; that all of the database was gone while it was in use.
   */
  readonly kind: 'damaged' | 'restored' | 'mended' | 'only-here' | 'database-lost';
  /** Null where it is about all of them. */
  readonly factCheckId: Id | null;
  /** How many of them. */
  readonly count: number;
}

/**
 * What became of a fact check that nobody did in this tab, or that was found in the second copy: records to put in place,
 * and records to take away.
 */
export interface OutsideChange {
  readonly factCheckId: Id;
  readonly changed: readonly AnyRecord[];
  /** Records that stand although somebody removed them: as they stand, whatever is shown of them. */
  readonly heldUp?: readonly AnyRecord[];
  readonly removed: readonly { readonly type: RecordType; readonly id: Id }[];
  /** Why nothing of it may be edited from now on, as a sentence. */
  readonly readOnlyReason?: string;
}

/** How saving goes, apart from the answers to single saves. */
export interface StoreState {
  /** How many values are not on disk yet; 0 means that everything is saved. */
  readonly unsaved: number;
  /** Why the last try failed, as a sentence; null when it did not. It is tried again until it works. */
  readonly problem: string | null;
  /** Why an edit of a fact check was refused for good, as a sentence, by the fact check. The others go on. */
  readonly refusals: ReadonlyMap<Id, string>;
  /** What can't be promised of what is saved in this browser, as a sentence; null when nothing is to be said. */
  readonly caveat: string | null;
  /** What will happen soon for want of room, and what to do, as a sentence; null while there is ample room. */
  readonly warning: string | null;
  /** True once both copies of all fact checks were compared and healed: before, the second copy may still bring news. */
  readonly isReconciled: boolean;
}

/** A version of a record that lost against one written at the same time in another tab. */
export interface Conflict {
  readonly factCheckId: Id;
  readonly record: AnyRecord;
}

/** A text that could not be read or has no place, as it was found. The app never deletes it. */
export interface Quarantined {
  /** The key that it was found under. */
  readonly key: string;
  readonly raw: string;
  /** A sentence for the person. */
  readonly reason: string;
  /** A newer version of the app saved it: it is no damage. */
  readonly isNewer?: true;
  /** UTC instant at which it was found; empty when that is not known. */
  readonly at: string;
}

/** How much is kept where. Null is what the browser does not tell. */
export interface Usage {
  /** UTF-16 units of our keys and values in localStorage. */
  readonly mirrored: number;
  /** The same of other pages of this address, which share the room with us. */
  readonly ofOthers: number;
  /** At so many UTF-16 units localStorage counts as full, and work goes on in the database alone. */
  readonly mostMirrored: number;
  /** Bytes that the whole site takes in the browser's database, as the browser estimates them. */
  readonly database: number | null;
  /** Bytes that the browser would let the site take. */
  readonly quota: number | null;
  /** Whether the browser has promised not to clear it by itself when the disk is nearly full. */
  readonly isPersisted: boolean | null;
  readonly places: {
    /** localStorage. */
    readonly quick: 'used' | 'full' | 'blocked';
    readonly database: 'used' | 'blocked';
  };
}

/** All fact checks kept in this browser. Nothing throws: what goes wrong is in the results. */
export interface Store {
  /** Newest first; removed ones are left out. */
  readonly list: () => Promise<readonly KeptFactCheck[]>;
  /** What is known of them without waiting for the database, which may have more. */
  readonly known: () => readonly KeptFactCheck[];
  /** Answers from localStorage at once when all is there; what the second copy knows better comes through `watch`. */
  readonly open: (id: Id) => Promise<OpenResult>;
  /** Everything that was found wrong since this was asked last: each finding is given out once. What is new is told through `watchState`. */
  readonly takeFindings: () => readonly Finding[];
  /**
   * Resolves when all that either copy has is known, or with why that is not sure: for
   * whoever needs everything at once and can't be told of the rest later, such as a backup.
   */
  readonly compareCopies: () => Promise<Comparison>;
  /** Keeps a whole new fact check. */
  readonly create: (factCheck: FactCheck) => Promise<SaveResult>;
  /**
   * Saves a Change: it is in localStorage, where there is one, before this returns its promise, and on disk when that
   * resolves. What could not be saved is tried again by itself; when a later save of the same fact check is answered
   * with `ok`, all before is saved too.
   */
  readonly save: (id: Id, change: Change) => Promise<SaveResult>;
  /** Removes a fact check. `restore` takes that back until the records are dropped at a later start. */
  readonly remove: (id: Id) => Promise<SaveResult>;
  readonly restore: (id: Id) => Promise<SaveResult>;
  /** The fact checks that `restore` brings back, as far as is known without waiting; the last one that was removed first. */
  readonly deleted: () => Promise<readonly DeletedFactCheck[]>;
  /** The same with what they hold. */
  readonly deletedWhole: () => Promise<readonly DeletedWhole[]>;
  /** Keeps one that was removed elsewhere as a removed one; where anything of it is known, that stays as it is. */
  readonly keepDeleted: (deleted: DeletedWhole) => Promise<SaveResult>;
  /** Versions that lost against others written at the same time, and that nobody has dismissed. */
  readonly conflicts: (id: Id) => Promise<readonly Conflict[]>;
  /** Settles a conflict. To keep the losing version, save it first as an edit of the record. */
  readonly dismissConflict: (conflict: Conflict) => Promise<SaveResult>;
  /** Keeps a losing version that came from a file, unless all that it says is known here. One that was settled here comes anew. */
  readonly keepConflict: (conflict: Conflict) => Promise<SaveResult>;
  /** The annotations that were removed from a fact check and can be brought back; the last one that was removed first. */
  readonly removed: (id: Id) => Promise<readonly RemovedAnnotation[]>;
  /** The sources that were removed from a fact check, or merged into others. */
  readonly removedSources: (id: Id) => Promise<readonly Source[]>;
  /**
   * Keeps annotations that were removed elsewhere from a fact check that is here, so that they can be brought back; what
   * is known here stays as it is.
   */
  readonly keepRemoved: (id: Id, removed: readonly RemovedAnnotation[]) => Promise<SaveResult>;
  /** Takes back that these annotations, or these parts of some, are kept as removed ones, as long as nobody has brought them back. */
  readonly withdrawRemoved: (id: Id, records: readonly RecordName[]) => Promise<SaveResult>;
  /** Keeps texts that came from a file and that could not be read where they were found. */
  readonly keepQuarantined: (entries: readonly Quarantined[]) => Promise<SaveResult>;
  /**
   * What could not be read, what is kept under a name that means nothing, and records that can't be shown because what
   * they hang on is gone; the newest first.
   */
  readonly quarantine: () => Promise<readonly Quarantined[]>;
  readonly usage: () => Promise<Usage>;
  /**
   * How many things of a fact check have changed since it was last written into a file that can give them back: an
   * annotation with its verdicts and evidence is one thing, a source and the title are others.
   */
  readonly unfiled: (id: Id) => number;
  /** Remembers that these are in such a file, as they are handed over. */
  readonly markFiled: (factChecks: readonly FactCheck[]) => void;
  /** Keeps the text of the preferences in the database: where they are otherwise can be lost, and who is checking with it. */
  readonly keepPreferences: (text: string) => void;
  /** The text that was kept last, also by an earlier session; null when there is none, or the database does not give it. */
  readonly recallPreferences: () => Promise<string | null>;
  /** Calls back with what other tabs did and what the second copy knew better; returns how to stop that. */
  readonly watch: (listener: (change: OutsideChange) => void) => () => void;
  /** Calls back when anything happened that the library may show, or when there may be a new conflict; returns how to stop that. */
  readonly watchList: (listener: () => void) => () => void;
  readonly state: () => StoreState;
  readonly watchState: (listener: () => void) => () => void;
}
