import * as v from 'valibot';
import { quoted } from '../messages/quoted.ts';
import { say } from '../messages/say.ts';
import { articleSchema, type Article } from './article.ts';
import { annotationSchema, type Annotation } from './annotation.ts';
import { evidenceSchema, type Evidence } from './evidence.ts';
import { ratingScaleSchema, type RatingScale } from './rating-scale.ts';
import { historySchema, type History } from './history.ts';
import { leftOutSchema } from './left-out-schema.ts';
import { quickReaderOf, type QuickRead } from './quick-check.ts';
import { idSchema, instantSchema, stampEntries, type Id, type RecordOf } from './record.ts';
import { reviewerSchema, type Reviewer } from './reviewer.ts';
import { sourceSchema, type Source } from './source.ts';
import { verdictSchema, type Verdict } from './verdict.ts';

const headEntries = {
  type: v.literal('fact-check'),
  ...stampEntries,
  title: v.string(),
  /** The draft under check. */
  articleId: idSchema,
  /** The scale that new verdicts use. */
  scaleId: idSchema,
  createdAt: instantSchema,
  createdBy: v.nullable(idSchema),
  /** There when this is a part of a fact check, taken from a file that held a selection. */
  leftOut: v.exactOptional(leftOutSchema),
};

/** What names a fact check and says which article and scale it is about. Its id is the fact check's id. */
export type FactCheckHead = RecordOf<typeof headEntries>;

const factCheckHeadSchema = v.looseObject(headEntries);

/** Every record that a fact check consists of. */
export type AnyRecord =
  | FactCheckHead
  | Article
  | Annotation
  | Verdict
  | Source
  | Evidence
  | Reviewer
  | RatingScale
  | History;
export type RecordType = AnyRecord['type'];
export type RecordOfType<Type extends RecordType> = Extract<AnyRecord, { readonly type: Type }>;

export const RECORD_SCHEMAS = {
  'fact-check': factCheckHeadSchema,
  article: articleSchema,
  annotation: annotationSchema,
  verdict: verdictSchema,
  source: sourceSchema,
  evidence: evidenceSchema,
  reviewer: reviewerSchema,
  'rating-scale': ratingScaleSchema,
  history: historySchema,
} as const;

export const RECORD_TYPES = Object.keys(RECORD_SCHEMAS) as readonly RecordType[];

/** The records of one fact check by type and id: what is opened, saved and exported. Immutable. */
export interface FactCheck {
  readonly id: Id;
  readonly tables: Tables;
}

export type Tables = { readonly [Type in RecordType]: ReadonlyMap<Id, RecordOfType<Type>> };

export type ParsedRecord =
  | { readonly ok: true; readonly record: AnyRecord }
  | { readonly ok: false; readonly problem: string };

/**
 * Reads one record of any type from data of unknown origin, which becomes the record where nothing is to be left out of it.
 * The problem names the field and what is wrong with it.
 */
export function parseRecord(data: unknown): ParsedRecord {
  const type = typeof data === 'object' && data !== null && 'type' in data ? data.type : undefined;
  if (!isRecordType(type)) {
    const name = typeof type === 'string' ? quoted(type.slice(0, 60)) : say('What has no type');
    return { ok: false, problem: say('{name} is not a type of record.', { name }) };
  }
  const read = readAs(type, data);
  if (read.ok) return { ok: true, record: read.value as AnyRecord };
  const { issue } = read;
  return { ok: false, problem: `${type}: ${v.getDotPath(issue) ?? 'the record'}: ${issue.message}` };
}

/** Made with the first record of the type. */
const readers = new Map<RecordType, (data: unknown) => QuickRead<unknown>>();

function readAs(type: RecordType, data: unknown): QuickRead<unknown> {
  let reader = readers.get(type);
  if (!reader) readers.set(type, (reader = quickReaderOf(RECORD_SCHEMAS[type])));
  return reader(data);
}

/** Gathers records into a fact check; of two with one id the later in the list stays. Order is kept. */
export function gatherFactCheck(id: Id, records: Iterable<AnyRecord>): FactCheck {
  const tables = Object.fromEntries(RECORD_TYPES.map((type) => [type, new Map()])) as {
    [Type in RecordType]: Map<Id, AnyRecord>;
  };
  for (const record of records) tables[record.type].set(record.id, record);
  return { id, tables: tables as unknown as Tables };
}

/** All records, the head and the article first. */
export function recordsOf(factCheck: FactCheck): readonly AnyRecord[] {
  return RECORD_TYPES.flatMap((type): readonly AnyRecord[] => [...factCheck.tables[type].values()]);
}

/** The head record. Throws when the fact check has none: whoever reads a fact check in makes sure of it. */
export function headOf(factCheck: FactCheck): FactCheckHead {
  return required(factCheck.tables['fact-check'].get(factCheck.id), 'head');
}

/** The draft under check. Throws when it is missing: whoever reads a fact check in makes sure of it. */
export function articleOf(factCheck: FactCheck): Article {
  return required(factCheck.tables.article.get(headOf(factCheck).articleId), 'article');
}

/** The scale that new verdicts use. Throws when it is missing: whoever reads a fact check in makes sure of it. */
export function scaleOf(factCheck: FactCheck): RatingScale {
  return required(factCheck.tables['rating-scale'].get(headOf(factCheck).scaleId), 'rating scale');
}

/** A record that something is missing for; `fatal` when there is nothing to show without that. */
export interface Gap {
  readonly type: RecordType;
  /** Its id. */
  readonly record: Id;
  readonly fatal: boolean;
  /** A sentence for the person. */
  readonly problem: string;
}

/**
 * What is missing or points nowhere, as one sentence each; empty when the fact check can be opened as it is. `fatal`
 * means that there is nothing to show without it. An annotation whose words are nowhere is no gap: it needs a place.
 */
export function findGaps({ id, tables }: FactCheck): readonly Gap[] {
  const gaps: Gap[] = [];
  const gap = (type: RecordType, record: Id, problem: string, fatal = false): number =>
    gaps.push({ type, record, fatal, problem });

  const head = tables['fact-check'].get(id);
  if (!head) gap('fact-check', id, say('The fact check has no title record.'), true);
  else {
    if (!tables.article.has(head.articleId))
      gap('fact-check', id, say('The article of this fact check is missing.'), true);
    if (!tables['rating-scale'].has(head.scaleId))
      gap('fact-check', id, say('The rating scale of this fact check is missing.'), true);
  }
  for (const verdict of tables.verdict.values()) {
    if (!tables.annotation.has(verdict.annotationId))
      gap(
        'verdict',
        verdict.id,
        say('Verdict {id} belongs to an annotation that is not here.', { id: verdict.id }),
      );
  }
  for (const evidence of tables.evidence.values()) {
    if (!tables.annotation.has(evidence.annotationId))
      gap(
        'evidence',
        evidence.id,
        say('Evidence {id} belongs to an annotation that is not here.', { id: evidence.id }),
      );
    if (!tables.source.has(evidence.sourceId))
      gap(
        'evidence',
        evidence.id,
        say('Evidence {id} names a source that is not here.', { id: evidence.id }),
      );
  }
  return gaps;
}

function isRecordType(type: unknown): type is RecordType {
  return typeof type === 'string' && Object.hasOwn(RECORD_SCHEMAS, type);
}

function required<T>(value: T | undefined, name: string): T {
  if (value === undefined) throw new Error(`The fact check has no ${name}.`);
  return value;
}
