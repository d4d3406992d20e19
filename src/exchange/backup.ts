import * as v from 'valibot';
import { parseRecord, type AnyRecord, type FactCheck } from '../domain/fact-check.ts';
import { idSchema, instantSchema, type Id } from '../domain/record.ts';
import type { RemovedAnnotation } from '../domain/restore-removed.ts';
import { say } from '../messages/say.ts';
import type { DamagedRecord } from './damaged-records.ts';
import type { Pace } from '../domain/steps.ts';
import type { ExportContext, ExportedFile } from './format.ts';
import { serialiseFactCheck } from './linecheck-json.ts';
import { makeCredible, parseFactCheckFile } from './parse-linecheck-json.ts';
import { readJson } from './read-json.ts';

/** Everything that one browser keeps. */
export interface Backup {
  readonly factChecks: readonly FactCheck[];
  readonly conflicts: readonly KeptConflict[];
  readonly removed: readonly KeptRemoval[];
  readonly deleted: readonly KeptDeletion[];
  readonly damaged: readonly DamagedRecord[];
}

/** A version of a record that lost against one written at the same time and is kept until somebody decides. */
export interface KeptConflict {
  readonly factCheckId: Id;
  readonly record: AnyRecord;
}

/** An annotation that was removed from a fact check and can be brought back there. */
export interface KeptRemoval extends RemovedAnnotation {
  readonly factCheckId: Id;
}

/** A fact check that was deleted and can be brought back. */
export interface KeptDeletion {
  readonly factCheck: FactCheck;
  /** UTC instant. */
  readonly at: string;
}

/** `problems` name what could not be read, a sentence each; the rest is whole. */
export type ParsedBackup =
  | {
      readonly ok: true;
      readonly backup: Backup;
      /** UTC instant, as far as the file tells it; empty otherwise. */
      readonly exportedAt: string;
      readonly problems: readonly string[];
    }
  | { readonly ok: false; readonly problem: string };

const FORMAT_NAME = 'linecheck-backup';
/** Since 1.1 it has the annotations that were removed, since 1.2 the fact checks; older readers pass over them. */
const VERSION = { major: 1, minor: 2 } as const;

/**
 * Writes all of it as one JSON file (RFC 8259). Each fact check stands in it as in a file of its own, so that it can be
 * cut out by hand.
 */
export async function serialiseBackup(
  { factChecks, conflicts, removed, deleted, damaged }: Backup,
  { exportedAt, pace }: Pick<ExportContext, 'exportedAt' | 'pace'>,
): Promise<ExportedFile> {
  const all = [...factChecks, ...deleted.map(({ factCheck }) => factCheck)];
  const texts: string[] = [];
  for (const [i, factCheck] of all.entries()) {
    const paceOfThis: Pace = (share) => pace((i + share) / all.length);
    // One after the other: each may be large.
    // oxlint-disable-next-line no-await-in-loop
    const { files } = await serialiseFactCheck(factCheck, { exportedAt, pace: paceOfThis });
    texts.push(files[0].text.trimEnd());
  }
  const textsOfDeleted = deleted.map(
    ({ at }, i) => `{"at":${JSON.stringify(at)},"factCheck":\n${texts[factChecks.length + i] ?? ''}}`,
  );
  const head = { format: FORMAT_NAME, version: `${VERSION.major}.${VERSION.minor}`, exportedAt };
  const rest = { conflicts, removed, damaged };
  const text = [
    JSON.stringify(head).slice(0, -1),
    `,"factChecks":[\n${texts.slice(0, factChecks.length).join(',\n')}\n],\n`,
    `"deleted":[\n${textsOfDeleted.join(',\n')}\n],\n`,
    `${JSON.stringify(rest, null, 2).slice(2)}\n`,
  ].join('');
  return {
    fileName: `linecheck-backup-${exportedAt.slice(0, 10)}.json`,
    mediaType: 'application/json',
    text,
  };
}

/** True when a text says at its beginning that it is a backup; what stands deeper in a file says nothing. */
export function recognisesBackup(text: string): boolean {
  return new RegExp(`^\\ufeff?\\s*\\{[^{}[\\]]{0,500}"format"\\s*:\\s*"${FORMAT_NAME}"`).test(text);
}

const envelopeSchema = v.looseObject({
  format: v.literal(FORMAT_NAME),
  version: v.string(),
  exportedAt: v.optional(v.string(), ''),
  factChecks: v.array(v.unknown()),
  conflicts: v.optional(v.array(v.unknown()), []),
  removed: v.optional(v.array(v.unknown()), []),
  deleted: v.optional(v.array(v.unknown()), []),
  damaged: v.optional(v.array(v.unknown()), []),
});

const conflictSchema = v.object({ factCheckId: idSchema, record: v.unknown() });
const removalSchema = v.object({
  factCheckId: idSchema,
  annotation: v.unknown(),
  parts: v.array(v.unknown()),
  at: instantSchema,
  by: v.nullable(idSchema),
});
const deletionSchema = v.object({ factCheck: v.unknown(), at: instantSchema });
const damagedSchema = v.object({ key: v.string(), raw: v.string(), reason: v.string(), at: v.string() });

/**
 * Reads a backup of unknown origin. Of a fact check in it all is taken or nothing; one that can't be read keeps the
 * others from nothing, and is named.
 */
export async function parseBackup(text: string, pace: Pace = () => Promise.resolve()): Promise<ParsedBackup> {
  const json = readJson(text);
  if (!json.ok) return json;
  const read = v.safeParse(envelopeSchema, json.value);
  if (!read.success)
    return { ok: false, problem: say('The backup is damaged: what it should hold can’t be found in it.') };
  const { version, exportedAt, factChecks: files, conflicts, removed, deleted, damaged } = read.output;
  const major = Number(/^(\d{1,6})\.\d{1,6}$/.exec(version)?.[1] ?? 0);
  if (major === 0)
    return { ok: false, problem: say('The backup does not say which version of the format it has.') };
  if (major > VERSION.major)
    return {
      ok: false,
      problem: say('This backup was made by a newer Linecheck. Open it with the newer one.'),
    };

  const problems: string[] = [];
  const factChecks = await readFactChecks(files, problems, pace);
  const deletions = await readDeletions(deleted, pace);
  if (deletions.length < deleted.length)
    problems.push(
      say(
        '{lost, number} of {all, plural, one {# deleted fact check} other {# deleted fact checks}} in the file can’t be read.',
        { lost: deleted.length - deletions.length, all: deleted.length },
      ),
    );
  return {
    ok: true,
    exportedAt,
    backup: {
      factChecks,
      conflicts: readEach(conflicts, readConflict, (lost) =>
        problems.push(
          say(
            '{lost, number} of {all, plural, one {# conflict} other {# conflicts}} in the file can’t be read.',
            { lost, all: conflicts.length },
          ),
        ),
      ),
      removed: readEach(removed, readRemoval, (lost) =>
        problems.push(
          say(
            '{lost, number} of {all, plural, one {# removed annotation} other {# removed annotations}} in the file can’t be read.',
            { lost, all: removed.length },
          ),
        ),
      ),
      deleted: deletions,
      damaged: readEach(damaged, readDamaged, (lost) =>
        problems.push(
          say(
            '{lost, number} of {all, plural, one {# damaged record} other {# damaged records}} in the file can’t be read.',
            { lost, all: damaged.length },
          ),
        ),
      ),
    },
    problems,
  };
}

/** Of two with one id the first is taken: both can't be. */
async function readFactChecks(
  files: readonly unknown[],
  problems: string[],
  pace: Pace,
): Promise<readonly FactCheck[]> {
  const factChecks = new Map<Id, FactCheck>();
  for (const [i, file] of files.entries()) {
    // One after the other, since each is hashed whole.
    // oxlint-disable-next-line no-await-in-loop
    const parsed = await parseFactCheckFile(file, (share) => pace((i + share) / files.length));
    const which = { n: i + 1, all: files.length };
    if (!parsed.ok)
      problems.push(
        say('Fact check {n, number} of {all, number} in the file can’t be read and is left out. {problem}', {
          ...which,
          problem: parsed.problem,
        }),
      );
    else if (factChecks.has(parsed.factCheck.id))
      problems.push(
        say(
          'Fact check {n, number} of {all, number} in the file has the id of an earlier one and is left out.',
          which,
        ),
      );
    else {
      factChecks.set(parsed.factCheck.id, parsed.factCheck);
      for (const problem of parsed.problems)
        problems.push(
          say('Fact check {n, number} of {all, number} in the file: {problem}', { ...which, problem }),
        );
    }
  }
  return [...factChecks.values()];
}

async function readDeletions(deleted: readonly unknown[], pace: Pace): Promise<readonly KeptDeletion[]> {
  const deletions: KeptDeletion[] = [];
  for (const one of deleted) {
    const read = v.safeParse(deletionSchema, one);
    if (!read.success) continue;
    // One after the other, since each is hashed whole.
    // oxlint-disable-next-line no-await-in-loop
    const parsed = await parseFactCheckFile(read.output.factCheck, () => pace(1));
    if (parsed.ok) deletions.push({ factCheck: parsed.factCheck, at: read.output.at });
  }
  return deletions;
}

function readEach<T>(
  list: readonly unknown[],
  read: (data: unknown) => T | null,
  onLost: (count: number) => void,
): readonly T[] {
  const found = list.flatMap((data) => read(data) ?? []);
  const lost = list.length - found.length;
  if (lost > 0) onLost(lost);
  return found;
}

function readConflict(data: unknown): KeptConflict | null {
  const read = v.safeParse(conflictSchema, data);
  if (!read.success) return null;
  const parsed = parseRecord(read.output.record);
  return parsed.ok ? { factCheckId: read.output.factCheckId, record: makeCredible(parsed.record) } : null;
}

function readRemoval(data: unknown): KeptRemoval | null {
  const read = v.safeParse(removalSchema, data);
  if (!read.success) return null;
  const { annotation, parts, ...rest } = read.output;
  const [parsed, ...others] = [annotation, ...parts].map(parseRecord);
  if (!parsed?.ok || parsed.record.type !== 'annotation') return null;
  // A part that can't be read, and what hangs on it, stays away when the rest is brought back.
  const whole = others.flatMap((part) => (part.ok ? [makeCredible(part.record)] : []));
  return { ...rest, annotation: makeCredible(parsed.record), parts: whole };
}

function readDamaged(data: unknown): DamagedRecord | null {
  const read = v.safeParse(damagedSchema, data);
  return read.success ? read.output : null;
}
