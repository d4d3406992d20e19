import type { Claimant, WorkStatus } from './annotation.ts';
import type { CountedRange } from './character-ruler.ts';
import type { Stance } from './evidence.ts';
import type { Id } from './record.ts';

/**
 * An annotation as another tool left it, before it is placed in the article and becomes records. Every parser of a
 * foreign format gives these; what a file does not tell is null or empty, and nothing in it is trusted: words are
 * words, and an address is only looked at by `linkTarget`.
 */
export interface ForeignAnnotation {
  /** Its id in the other tool; replies name it. */
  readonly originalId: string | null;
  /** Its id here, when it was Linecheck that wrote the file. */
  readonly ownId: Id | null;
  /** Where it stands in the file: "line 12", "item 3". */
  readonly place: string;
  /** Which document of the file it is about: an index into the list of documents; null when the file has none. */
  readonly document: number | null;
  /** Where it points, more than one for an annotation of several pieces; none for a note on the whole document. */
  readonly targets: readonly ForeignTarget[];
  /** The claim in words that stand alone, where the format has such a thing. */
  readonly statement: string | null;
  readonly claimant: {
    readonly name: string;
    readonly role: string | null;
    readonly kind?: NonNullable<Claimant['kind']>;
  } | null;
  readonly saidAt: string | null;
  /** True when it is checked that somebody said it, and not that it is so. */
  readonly isAttribution: boolean;
  readonly priority: 'high' | 'low' | null;
  readonly status: WorkStatus | null;
  readonly isNotCheckable: boolean;
  /** Why nothing is to be checked. */
  readonly reason: string | null;
  /** To be kept as tags, unless the person sees a verdict in one. */
  readonly tags: readonly string[];
  readonly author: ForeignAuthor | null;
  /** As written in the file. */
  readonly createdAt: string | null;
  readonly updatedAt: string | null;
  /** What each person has said about it, replies included. */
  readonly judgements: readonly ForeignJudgement[];
  readonly sources: readonly ForeignSource[];
  /**
   * There when all that is said was said of other words than the targets have: these words, null when the file does not
   * tell them.
   */
  readonly judgedWords?: string | null;
  /** There for a reply to something that is not in the file. */
  readonly isReply?: true;
  /** True for a prediction that no person has confirmed. */
  readonly isMachineMade: boolean;
  /** What has no place above, as it came; undefined when nothing is left over. */
  readonly foreign: unknown;
}

/** An annotation about which nothing is known yet. */
export const BLANK_ANNOTATION: Omit<ForeignAnnotation, 'place'> = {
  originalId: null,
  ownId: null,
  document: null,
  targets: [],
  statement: null,
  claimant: null,
  saidAt: null,
  isAttribution: false,
  priority: null,
  status: null,
  isNotCheckable: false,
  reason: null,
  tags: [],
  author: null,
  createdAt: null,
  updatedAt: null,
  judgements: [],
  sources: [],
  isMachineMade: false,
  foreign: undefined,
};

export interface ForeignAuthor {
  readonly name: string;
  /** The id of the reviewer, when it was Linecheck that wrote the file. */
  readonly ownId: Id | null;
}

export interface ForeignJudgement {
  readonly author: ForeignAuthor | null;
  /** As written in the file. */
  readonly at: string | null;
  /** Verdicts and classes in the words of the other tool: "false", "SUPPORTS". What they mean is for a person to say. */
  readonly labels: readonly string[];
  /** What was written about it, plain text. */
  readonly comment: string;
  /** A better wording that was proposed. */
  readonly suggestedWording: string | null;
  readonly unknowns: string | null;
  readonly confidence: string | null;
  /** What a reply is called in the other tool. */
  readonly replyId?: string;
  /** There when this was said of other words than the targets have, which the file does not tell. */
  readonly isOfOtherWords?: true;
}

/** A judgement in which nothing is said yet. */
export const BLANK_JUDGEMENT: ForeignJudgement = {
  author: null,
  at: null,
  labels: [],
  comment: '',
  suggestedWording: null,
  unknowns: null,
  confidence: null,
};

/**
 * At least one of `quote`, `position` and `hint` is there; `hint` is for people: an XPath, "page 3". It is kept with the
 * annotation and part of its id, and so never in the language of the interface.
 */
export interface ForeignTarget {
  readonly quote: ForeignQuote | null;
  /** Counted as the other tool counts. Where the words are known as well, the other counts are tried too. */
  readonly position: CountedRange | null;
  readonly hint: string | null;
  /**
   * From the beginning of the first words to the beginning of the second, or through these to their end: of what is
   * between, no words are known.
   */
  readonly between?: { readonly from: ForeignQuote; readonly to: ForeignQuote; readonly isThrough?: true };
}

/** Words of a text with what stands before and after them, as far as it is known. */
export interface ForeignQuote {
  readonly exact: string;
  readonly prefix: string;
  readonly suffix: string;
}

/** The text that annotations of a file are about, as far as the file holds it. */
export interface ForeignDocument {
  readonly title: string | null;
  readonly text: string | null;
  /** Lower-case hex SHA-256 of the text in UTF-8, where the file has it instead of the text. */
  readonly sha256: string | null;
}

export interface ForeignSource {
  /** Its id here, when it was Linecheck that wrote the file. */
  readonly ownId: Id | null;
  /** Its id in a file that does not tell who wrote it: the one that it has here where one is here with it. */
  readonly mayBeId?: Id;
  /** A CSL type; null when the format has none. */
  readonly kind: string | null;
  readonly title: string;
  readonly url: string | null;
  readonly authors: readonly string[];
  readonly publisher: string | null;
  readonly publishedAt: string | null;
  /** As written in the file. */
  readonly accessedAt: string | null;
  readonly archives: readonly string[];
  readonly note: string | null;
  /** How it bears on an annotation; null in a list of sources. */
  readonly use: ForeignUse | null;
}

/** A source about which nothing is known yet. */
export const BLANK_SOURCE: ForeignSource = {
  ownId: null,
  kind: null,
  title: '',
  url: null,
  authors: [],
  publisher: null,
  publishedAt: null,
  accessedAt: null,
  archives: [],
  note: null,
  use: null,
};

export interface ForeignUse {
  /** Null where the file does not tell: it comes as context, and is no other link than one with a stance. */
  readonly stance: Stance | null;
  /** The words that are quoted from the source. */
  readonly quote: string | null;
  readonly locator: string | null;
  readonly note: string | null;
  /** The id of the annotation here; null for a source that stands at its annotation. */
  readonly annotationId: Id | null;
}
