import type { Stance } from './evidence.ts';

/**
 * An annotation as another tool left it, before it is placed in the article and becomes records. Every parser of a
 * foreign format gives these; what a file does not tell is null or empty, and nothing in it is trusted: words are
 * words, and an address is only looked at by `linkTarget`.
 */
export interface ForeignAnnotation {
  /** Its id in the other tool; replies name it. */
  readonly originalId: string | null;
  /** Which document of the file it is about: an index into the list of documents; null when the file has none. */
  readonly document: number | null;
  /** Where it points, more than one for an annotation of several pieces; none for a note on the whole page. */
  readonly targets: readonly ForeignTarget[];
  /** The claim in words that stand alone, where the format has such a thing. */
  readonly statement: string | null;
  readonly claimant: string | null;
  /** The verdict or label in the words of the other tool: "false", "SUPPORTS". To be mapped to a rating by a person. */
  readonly rating: string | null;
  /** What was written about it, plain text. */
  readonly comment: string;
  /** A better wording that was proposed. */
  readonly suggestedWording: string | null;
  readonly tags: readonly string[];
  readonly author: string | null;
  /** As written in the file. */
  readonly createdAt: string | null;
  readonly updatedAt: string | null;
  readonly sources: readonly ForeignSource[];
  readonly replies: readonly ForeignReply[];
  /** True for a prediction that no person has confirmed. */
  readonly isMachineMade: boolean;
  /** What has no place above, as it came; undefined when nothing is left over. */
  readonly foreign: unknown;
}

/** At least one of `quote` and `position` is there; `hint` is for people: an XPath, "page 3". */
export interface ForeignTarget {
  readonly quote: { readonly exact: string; readonly prefix: string; readonly suffix: string } | null;
  readonly position: ForeignPosition | null;
  readonly hint: string | null;
}

/** Half-open, counted as the other tool counts; `unknown` is tried in all ways against the quote. */
export interface ForeignPosition {
  readonly start: number;
  readonly end: number;
  readonly unit: 'utf16' | 'code-points' | 'unknown';
}

/** The text that annotations of a file are about, as far as the file holds it. */
export interface ForeignDocument {
  readonly title: string | null;
  readonly url: string | null;
  readonly text: string | null;
}

export interface ForeignSource {
  /** A CSL type; null when the format has none. */
  readonly kind: string | null;
  readonly title: string;
  readonly url: string | null;
  readonly authors: readonly string[];
  readonly publisher: string | null;
  readonly publishedAt: string | null;
  /** As written in the file. */
  readonly accessedAt: string | null;
  readonly archiveUrl: string | null;
  readonly note: string | null;
  /** How it bears on the annotation that it stands at, with the words quoted from it; null in a list of sources. */
  readonly use: {
    readonly stance: Stance;
    readonly quote: string | null;
    readonly locator: string | null;
    readonly note: string | null;
  } | null;
}

export interface ForeignReply {
  readonly author: string | null;
  readonly createdAt: string | null;
  readonly comment: string;
}
