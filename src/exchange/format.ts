import type { FactCheck } from '../domain/fact-check.ts';

/** A file format that fact checks leave in and, where it has `parse`, come back from. */
export interface Format {
  /** Stable name, for the address and for settings. */
  readonly id: string;
  /** What a person chooses it by. */
  readonly label: string;
  /** With its dot: ".linecheck.json". */
  readonly extension: string;
  readonly mediaType: string;
  readonly serialise: (factCheck: FactCheck, context: ExportContext) => ExportedFile;
  /** Reads a file of unknown origin. A promise, since digests are; it is kept whatever the text holds. */
  readonly parse?: (text: string) => Promise<ParseResult>;
  /** True when the text of a file looks as if this format could read it; cheap, and no promise that it can. */
  readonly recognises?: (text: string) => boolean;
}

export interface ExportContext {
  /** UTC instant of the export, ISO 8601 with `Z`. */
  readonly exportedAt: string;
}

export interface ExportedFile {
  readonly text: string;
  readonly fileName: string;
  readonly loss: LossReport;
}

/** What the format could not hold of this very fact check, a sentence each; empty when it holds everything. */
export type LossReport = readonly string[];

/**
 * A fact check, with what the person should know about it, or one sentence that says why there is none and what can be
 * done. Never a part of a fact check.
 */
export type ParseResult =
  | { readonly ok: true; readonly factCheck: FactCheck; readonly problems: readonly string[] }
  | { readonly ok: false; readonly problem: string };
