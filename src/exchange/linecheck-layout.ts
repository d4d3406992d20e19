import type { RecordType } from '../domain/fact-check.ts';
import type { Ladder } from '../domain/ladder.ts';

/** What every file says that it is. */
export const FORMAT_NAME = 'linecheck-fact-check';

/** The lists of a file by name, as they were found. */
export type Sections = Readonly<Record<string, unknown>>;

/**
 * What became of the file with each minor version. A rung only adds, and leaves alone what is there: a file that was made
 * by hand may name a version and do without what came with it.
 */
export const FILE_LADDER: Ladder<Sections> = [
  // 1.1: what was replaced or removed is kept in a history.
  (older) => ({ history: [], ...older }),
  // 1.2: a verdict, and the mark that there is nothing to check, name the words that they are about. Older ones don't.
  (older) => older,
  // 1.3: a file that holds a part of the annotations says so beside the fact check. Older ones said it in their name.
  (older) => older,
  // 1.4: the head of a part names what was left out, so that it stays one wherever it goes. See `markPart`.
  (older) => older,
  // 1.5: the history of evidence tells what became of its source: as it was when removed, or which one it was merged into.
  (older) => older,
  // 1.6: what was taken over from a file names the revision that it was written under.
  (older) => older,
  // 1.7: a source tells, as digests, which words it came or stood here with before.
  (older) => older,
];

/** Version of the format that is written. A file with a higher first number is refused, a higher second one is read. */
export const FORMAT_VERSION = { major: 1, minor: FILE_LADDER.length } as const;

/**
 * Address of the JSON Schema, `$id` of `public/schema/fact-check-1.json`. A URN, since Linecheck has no address of its
 * own: it is served from wherever somebody puts it, and an https address that nobody answers, or that tells where the
 * person works, would be worse. Validators and editors that have the schema file find it under this name (Ajv,
 * JetBrains, `json.schemas` of VS Code), and none of them makes a request because of it.
 */
export const SCHEMA_ADDRESS = `urn:linecheck:schema:fact-check:${FORMAT_VERSION.major}`;

/** The lists of records of a file and the type of record that each holds, in the order in which they are written. */
export const SECTIONS = [
  ['articles', 'article'],
  ['ratingScales', 'rating-scale'],
  ['reviewers', 'reviewer'],
  ['annotations', 'annotation'],
  ['verdicts', 'verdict'],
  ['sources', 'source'],
  ['evidence', 'evidence'],
  ['history', 'history'],
] as const satisfies readonly (readonly [string, RecordType])[];

/** Sections that came with a later minor version: a file may do without them. */
export const LATER_SECTIONS: ReadonlySet<string> = new Set(['history']);

/** Names in the order in which a reader wants them, at every level. */
export const FIELD_ORDER = [
  '$schema',
  'format',
  'version',
  'exportedAt',
  'generator',
  'integrity',
  'selection',
  'factCheck',
  'head',
  ...SECTIONS.map(([section]) => section),
  'type',
  'id',
  'articleId',
  'annotationId',
  'sourceId',
  'reviewerId',
  'replaces',
  'scaleId',
  'scaleVersion',
  'ratingId',
  'targets',
  'quote',
  'exact',
  'prefix',
  'suffix',
  'position',
  'judgedIn',
  'reading',
  'here',
  'earlier',
  'markedReading',
  'untoldReading',
  'carried',
  'confirmed',
  'verdictId',
  'said',
  'decision',
  'at',
  'by',
  'claim',
  'statement',
  'claimant',
  'stance',
  'kind',
  'level',
  'ordered',
  'start',
  'end',
  'byHand',
  'href',
  'title',
  'name',
  'role',
  'saidAt',
  'label',
  'shortcut',
  'ordinal',
  'definition',
  'colour',
  'mark',
  'ratings',
  'byline',
  'authors',
  'publisher',
  'provider',
  'url',
  'publishedAt',
  'capturedAt',
  'retrievedAt',
  'accessedAt',
  'tier',
  'archives',
  'language',
  'direction',
  'sha256',
  'segmenter',
  'text',
  'blocks',
  'links',
  'sentences',
  'conclusion',
  'confidence',
  'suggestedWording',
  'unknowns',
  'decidedAt',
  'checkability',
  'reason',
  'priority',
  'tags',
  'status',
  'locator',
  'note',
  'toldAs',
  'foreign',
  'before',
  'source',
  'mergedInto',
  'replacedAt',
  'replacedBy',
  'createdAt',
  'createdBy',
  'leftOut',
  'unnamed',
  'rev',
  'base',
  'writtenAs',
  'updatedAt',
  'updatedBy',
] as const;
