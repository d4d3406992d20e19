import { compareInText, type Annotation } from '../domain/annotation.ts';
import { headOf, recordsOf, type FactCheck } from '../domain/fact-check.ts';
import { leaveOutGaps } from '../domain/leave-out-gaps.ts';
import { countLeftOut } from '../domain/left-out.ts';
import type { Id } from '../domain/record.ts';
import { say } from '../messages/say.ts';
import { digestSections } from './digest-sections.ts';
import { exportNameFor } from './file-name.ts';
import type { ExportContext, ExportResult } from './format.ts';
import { FIELD_ORDER, FORMAT_NAME, FORMAT_VERSION, SCHEMA_ADDRESS } from './linecheck-layout.ts';
import { sayLeftOut } from './say-loss.ts';
import { writeJsonSlowly } from './write-json.ts';

const EXTENSION = '.linecheck.json';

/**
 * Writes a fact check as our own file, so that what says the same is written the same, byte by byte: annotations, their
 * verdicts, their evidence and their history in the order of the text, everything else by id. A part says in its head and
 * beside it, where older versions look, how much was left out.
 */
export async function serialiseFactCheck(
  factCheck: FactCheck,
  { exportedAt, pace }: Pick<ExportContext, 'exportedAt' | 'pace'>,
): Promise<Written> {
  // Two tabs at work can leave such records behind, and a file with them could not be opened again.
  const { factCheck: whole, problems, fatal } = leaveOutGaps(factCheck);
  if (fatal !== null) throw new Error(fatal);
  const { tables } = whole;
  const leftOut = countLeftOut(whole);
  const annotations = [...tables.annotation.values()].toSorted(compareInText);
  const places = new Map(annotations.map(({ id }, place) => [id, place]));
  const sections = {
    head: headOf(whole),
    articles: byId(tables.article),
    ratingScales: byId(tables['rating-scale']),
    reviewers: byId(tables.reviewer),
    annotations,
    verdicts: byAnnotation(tables.verdict, places),
    sources: byId(tables.source),
    evidence: byAnnotation(tables.evidence, places),
    history: byAnnotation(tables.history, places),
  };
  const file = {
    $schema: SCHEMA_ADDRESS,
    format: FORMAT_NAME,
    version: `${FORMAT_VERSION.major}.${FORMAT_VERSION.minor}`,
    exportedAt,
    generator: 'Linecheck',
    integrity: await digestSections(sections, pace),
    ...(leftOut > 0 ? { selection: { leftOut } } : {}),
    factCheck: sections,
  };
  return {
    ok: true,
    files: [
      {
        fileName: exportNameFor(headOf(whole).title, { leftOut }, EXTENSION),
        mediaType: 'application/json',
        text: await writeJsonSlowly(file, FIELD_ORDER, {
          pace,
          pieces: recordsOf(whole).length * PIECES_OF_A_RECORD,
        }),
      },
    ],
    loss: [
      ...sayLeftOut(leftOut),
      ...problems.map((problem) => say('{problem} It is not in the file.', { problem })),
    ],
  };
}

type Written = Extract<ExportResult, { readonly ok: true }>;

/** A comma and the record, in a long list. */
const PIECES_OF_A_RECORD = 2;

function byId<T extends { readonly id: Id }>(table: ReadonlyMap<Id, T>): readonly T[] {
  return [...table.values()].toSorted(compareIds);
}

function byAnnotation<T extends { readonly id: Id; readonly annotationId: Annotation['id'] }>(
  table: ReadonlyMap<Id, T>,
  places: ReadonlyMap<Id, number>,
): readonly T[] {
  const placeOf = ({ annotationId }: T): number => places.get(annotationId) ?? Infinity;
  return [...table.values()].toSorted((a, b) => placeOf(a) - placeOf(b) || compareIds(a, b));
}

function compareIds(a: { readonly id: Id }, b: { readonly id: Id }): number {
  return a.id < b.id ? -1 : a.id > b.id ? 1 : 0;
}
