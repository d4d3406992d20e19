import type { FactCheck } from '../domain/fact-check.ts';
import type { ForeignAnnotation, ForeignDocument, ForeignSource } from '../domain/foreign-annotation.ts';
import type { Id } from '../domain/record.ts';
import type { Pace } from '../domain/steps.ts';
import type { Message } from '../messages/say.ts';
import type { CiteAll } from './cite.ts';
import type { JsonRead } from './read-json.ts';

/**
 * A file format that fact checks leave in, or that something comes back from, or both. What stands here is known
 * without the code of the format, which is loaded when it is wanted.
 */
export interface Format {
  /** Stable name, for settings. */
  readonly id: string;
  /** What a person chooses it by. */
  readonly label: Message;
  /** With their dots; the first is the one that is written. */
  readonly extensions: readonly [string, ...string[]];
  readonly mediaType: string;
  readonly out?: WayOut;
  readonly back?: WayBack;
}

/** Why somebody wants a file, in the order in which it is asked. */
export const PURPOSES = ['keep', 'publish', 'edit', 'research'] as const;

export interface WayOut {
  readonly purpose: (typeof PURPOSES)[number];
  /** What it is good for, in one line. */
  readonly description: Message;
  readonly load: () => Promise<Writer>;
}

export interface WayBack {
  /** True when a file looks as if this format could read it: by the shape of its content, cheap, and no promise. */
  readonly recognises: (file: UnknownFile) => boolean;
  readonly load: () => Promise<Parse>;
}

/** The half of a format that writes. */
export interface Writer {
  /** What the person can set for this very fact check, given what is set already; nothing unless given. */
  readonly options?: (factCheck: FactCheck, chosen: OptionValues) => readonly FormatOption[];
  readonly serialise: (factCheck: FactCheck, context: ExportContext) => Promise<ExportResult>;
}

/**
 * Something that a person can set. Formats that name the same id share its value, and so do all fact checks, unless the
 * id holds that of the fact check.
 */
export type FormatOption = {
  readonly id: string;
  readonly label: string;
  readonly hint?: string;
  readonly initial: string;
} & (
  | { readonly kind: 'text' }
  /** `suggestions` are offered, and never taken unasked. */
  | { readonly kind: 'address'; readonly suggestions?: readonly string[] }
  | {
      readonly kind: 'choice';
      readonly choices: readonly { readonly value: string; readonly label: string }[];
      /** Whose work it is that is chosen here, where their licence wants it to be said. */
      readonly credit?: { readonly words: string; readonly href: string };
    }
  /** One row of a table under `group`: what this fact check calls `label` is written as the value. */
  | { readonly kind: 'label'; readonly group: string; readonly suggestions: readonly string[] }
);

/** The value of each option by its id. */
export type OptionValues = Readonly<Record<string, string>>;

export interface ExportContext {
  /** UTC instant of the export, ISO 8601 with `Z`. */
  readonly exportedAt: string;
  /** Whose verdict goes first where there are several. */
  readonly reviewerId: Id | null;
  /** Every option of the format has a value. */
  readonly options: OptionValues;
  /** How many annotations of the whole the person left out by choice, now or before: see `countLeftOut`. */
  readonly leftOut: number;
  /** The number of each claim in the whole fact check, where what is handed over is a part of it: those stay. */
  readonly numbers: ReadonlyMap<Id, number> | null;
  readonly pace: Pace;
  /** How sources are cited where a format wants them in words: aside, as it takes a processor of its own. */
  readonly cite: CiteAll;
}

export type ExportResult =
  | {
      readonly ok: true;
      readonly files: readonly [ExportedFile, ...ExportedFile[]];
      readonly loss: LossReport;
    }
  /** Nothing can be written, for each of these reasons: sentences that say what is missing and where to give it. */
  | { readonly ok: false; readonly problems: readonly [string, ...string[]] };

export interface ExportedFile {
  /** Where there are several: what is in it ("Claims"), and what taking it is called ("Download claims"). */
  readonly part?: { readonly label: string; readonly download: string };
  readonly fileName: string;
  readonly mediaType: string;
  readonly text: string;
}

/** What the format could not hold of this very fact check, a sentence each; empty when it holds everything. */
export type LossReport = readonly string[];

/** A file of unknown origin, read as text and tried as JSON. */
export interface UnknownFile {
  readonly text: string;
  readonly json: JsonRead;
}

export type Parse = (file: UnknownFile, context: ParseContext) => Promise<ParseResult>;

export interface ParseContext {
  readonly pace: Pace;
}

/**
 * What a file held, with what the person should know about it, or one sentence that says why there is nothing and what
 * can be done. A fact check is whole or not there; of lists, one bad item never stops the rest and is named instead.
 */
export type ParseResult =
  | {
      readonly ok: true;
      readonly kind: 'fact-check';
      readonly factCheck: FactCheck;
      readonly problems: readonly string[];
    }
  | {
      readonly ok: true;
      readonly kind: 'annotations';
      readonly documents: readonly ForeignDocument[];
      readonly items: readonly ForeignAnnotation[];
      readonly problems: readonly ItemProblem[];
    }
  | {
      readonly ok: true;
      readonly kind: 'sources';
      readonly sources: readonly ForeignSource[];
      readonly problems: readonly ItemProblem[];
    }
  | {
      readonly ok: false;
      readonly problem: string;
      /** True for what has the shape of no format at all. */
      readonly isUnknown?: boolean;
    };

/** What is wrong with one item of a list, which is left out or taken in part. */
export interface ItemProblem {
  /** "line 12", "item 3". */
  readonly place: string;
  readonly problem: string;
}
