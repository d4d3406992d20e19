import type { Annotation } from '../domain/annotation.ts';
import { headOf, recordsOf, type AnyRecord, type FactCheck } from '../domain/fact-check.ts';
import { leaveOutGaps } from '../domain/leave-out-gaps.ts';
import { countLeftOut } from '../domain/left-out.ts';
import { evidenceOf, historyRecordsOf, verdictsOf } from '../domain/lookup.ts';
import type { Id } from '../domain/record.ts';
import { annotationsInText } from '../domain/text-order.ts';
import { say } from '../messages/say.ts';
import { digestSections } from './digest-sections.ts';
import { exportNameFor } from './file-name.ts';
import type { ExportContext, ExportResult } from './format.ts';
import { FIELD_ORDER, FORMAT_NAME, FORMAT_VERSION, SCHEMA_ADDRESS } from './linecheck-layout.ts';
import { sayLeftOut } from './say-loss.ts';
import { writeJsonSlowly } from './write-json.ts';
import { createWriteTwice } from './write-twice.ts';
import { writeRecords, type WrittenRecords } from './written-records.ts';

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
  const annotations = annotationsInText(whole);
  const all = recordsOf(whole).length;
  const writeTwice = createWriteTwice(FIELD_ORDER);
  let reached = 0;
  const write = async (records: readonly AnyRecord[]): Promise<WrittenRecords> => {
    const from = reached / all;
    reached += records.length;
    const to = reached / all;
    return writeRecords(records, writeTwice, {
      depth: DEPTH_OF_LISTS,
      pace: (share) => pace(from + (to - from) * share),
    });
  };
  const sections = {
    head: headOf(whole),
    articles: byId(tables.article),
    ratingScales: byId(tables['rating-scale']),
    reviewers: byId(tables.reviewer),
    annotations: await write(annotations),
    verdicts: await write(byAnnotation(tables.verdict, annotations, (id) => verdictsOf(whole, id))),
    sources: await write(byId(tables.source)),
    evidence: await write(byAnnotation(tables.evidence, annotations, (id) => evidenceOf(whole, id))),
    history: await write(byAnnotation(tables.history, annotations, (id) => historyRecordsOf(whole, id))),
  };
  const file = {
    $schema: SCHEMA_ADDRESS,
    format: FORMAT_NAME,
    version: `${FORMAT_VERSION.major}.${FORMAT_VERSION.minor}`,
    exportedAt,
    generator: 'Linecheck',
    integrity: await digestSections(sections, () => pace(1)),
    ...(leftOut > 0 ? { selection: { leftOut } } : {}),
    factCheck: sections,
  };
  return {
    ok: true,
    files: [
      {
        fileName: exportNameFor(headOf(whole).title, { leftOut }, EXTENSION),
        mediaType: 'application/json',
        // An article of a book has as many sentences as there are records; the records are written.
        text: await writeJsonSlowly(file, FIELD_ORDER, { pace: () => pace(1), pieces: 1 }),
      },
    ],
    loss: [
      ...sayLeftOut(leftOut),
      ...problems.map((problem) => say('{problem} It is not in the file.', { problem })),
    ],
  };
}

type Written = Extract<ExportResult, { readonly ok: true }>;

/** The file and the fact check in it. */
const DEPTH_OF_LISTS = 2;

function byId<T extends { readonly id: Id }>(table: ReadonlyMap<Id, T>): readonly T[] {
  return [...table.values()].toSorted(compareIds);
}

/** In the order of the annotations; history that waits for its annotation comes last. */
function byAnnotation<T extends { readonly id: Id; readonly annotationId: Id }>(
  table: ReadonlyMap<Id, T>,
  annotations: readonly Annotation[],
  recordsOn: (id: Id) => readonly T[],
): readonly T[] {
  const ordered = annotations.flatMap(({ id }) => {
    const own = recordsOn(id);
    return own.length < 2 ? own : own.toSorted(compareIds);
  });
  if (ordered.length === table.size) return ordered;
  const known = new Set(ordered);
  return [...ordered, ...byId(table).filter((record) => !known.has(record))];
}

function compareIds(a: { readonly id: Id }, b: { readonly id: Id }): number {
  return a.id < b.id ? -1 : a.id > b.id ? 1 : 0;
}
