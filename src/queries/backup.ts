import {
  queryOptions,
  useMutation,
  useQuery,
  useQueryClient,
  type UseMutationResult,
  type UseQueryResult,
} from '@tanstack/react-query';
import { takeOver } from '../domain/bring-back.ts';
import { applyChange, isEmptyChange, type Change, type Hand } from '../domain/change.ts';
import type { Clock } from '../domain/clock.ts';
import { headOf, recordsOf, type AnyRecord, type FactCheck } from '../domain/fact-check.ts';
import type { History } from '../domain/history.ts';
import { evidenceOf, historyRecordsOf, verdictsOf } from '../domain/lookup.ts';
import { withMergesOf } from '../domain/merged-sources.ts';
import { mergeFactCheck } from '../domain/merge-fact-check.ts';
import { nameOf } from '../domain/pointers.ts';
import { isNewer, sayTheSame, type Id } from '../domain/record.ts';
import type { RemovedAnnotation } from '../domain/restore-removed.ts';
import type { Source } from '../domain/source.ts';
import { takeBackChange } from '../domain/take-back.ts';
import { versionsElsewhere } from '../domain/versions-elsewhere.ts';
import { say } from '../messages/say.ts';
import { putTogether, readAgain, type ReadAgain } from '../storage/read-again.ts';
import type { Conflict, DeletedWhole, Quarantined, SaveResult, Store } from '../storage/store.ts';
import { importFactCheck } from './import-fact-check.ts';
import { useRefreshKept } from './kept-fact-checks.ts';
import { removedFrom } from './removed-from.ts';
import { holdTheSame } from './replace-fact-check.ts';
import { useKeeping } from './store-context.ts';
import { outcomeOf, type SaveOutcome } from './save-outcome.ts';

/** Everything that a browser keeps, for a file or from one. */
export interface Backup {
  readonly factChecks: readonly FactCheck[];
  readonly conflicts: readonly Conflict[];
  /** Annotations that can be brought back to a fact check. */
  readonly removed: readonly (RemovedAnnotation & { readonly factCheckId: Id })[];
  /** Fact checks that were deleted and can be brought back. */
  readonly deleted: readonly DeletedWhole[];
  readonly damaged: readonly Quarantined[];
}

/** A backup of this browser. `caveat` says, as a sentence, that something may be missing; null when nothing is. */
export interface Gathered {
  readonly backup: Backup;
  readonly caveat: string | null;
}

/** What restoring would do. `caveat` says that something may be here that it was not compared with. */
export interface RestorePlan {
  readonly steps: readonly RestoreStep[];
  /** How many versions that lost, annotations and fact checks that were removed, and damaged records the backup brings that are not here. */
  readonly conflicts: number;
  readonly removed: number;
  readonly deleted: number;
  readonly damaged: number;
  /** How many records the steps have that were set aside where the backup was made, or here, and fit in again. */
  readonly readAgain: number;
  /** How many annotations were removed here too, and are told otherwise in the backup: that goes into their history. */
  readonly retold: number;
  readonly caveat: string | null;
}

/** What restoring does with one fact check; numbers are of records. */
export type RestoreStep = { readonly id: Id; readonly title: string } & (
  | { readonly kind: 'add'; readonly annotations: number }
  | { readonly kind: 'merge'; readonly added: number; readonly replaced: number; readonly kept: number }
  /** All of it is here, as it is in the file or newer. */
  | { readonly kind: 'keep' }
  /** It may not be written here; `problem` is a sentence for the person. */
  | { readonly kind: 'refused'; readonly problem: string }
);

/** What was done, so that it can be taken back; `problems` are sentences for the person. */
export interface Restored {
  /** As the backup has them. */
  readonly added: readonly FactCheck[];
  readonly merged: readonly { readonly id: Id; readonly change: Change }[];
  /** What has come in beside the records: versions that lost, annotations that were removed, and damaged records. */
  readonly conflicts: readonly Conflict[];
  readonly removed: Backup['removed'];
  readonly retold: readonly Retold[];
  /** How many deleted fact checks can be brought back here, too. */
  readonly deleted: number;
  readonly damaged: number;
  readonly problems: readonly string[];
}

/** What the backup tells of an annotation that was removed here, too: entries for the history that goes with it. */
export interface Retold {
  readonly factCheckId: Id;
  /** As it was removed here. */
  readonly here: RemovedAnnotation;
  readonly entries: readonly History[];
}

/** What stays when a restoration is taken back, because somebody has worked on it since; `problems` are sentences. */
export interface TakenBackRestoration {
  /** Titles of fact checks that had been added. */
  readonly factChecks: readonly string[];
  /** How many records of those that were here before. */
  readonly records: number;
  /** How many that came as deleted ones: they stay so, and go with time. */
  readonly deleted: number;
  /** How many damaged records: from the quarantine nothing is ever deleted. */
  readonly damaged: number;
  readonly problems: readonly string[];
}

/** Gathers everything that this browser keeps. */
export function useGatherBackup(): UseMutationResult<Gathered, Error, void> {
  const { store } = useKeeping();
  return useMutation({ mutationFn: () => gatherBackup(store) });
}

/** What restoring this backup would do; nothing is done by asking. */
export function useRestorePlan(backup: Backup): UseQueryResult<RestorePlan> {
  const { store, clock } = useKeeping();
  return useQuery(restorePlanOf(backup, store, clock));
}

/** The plan of this very backup: what is shown of one is never shown for another. */
export const restorePlanOf = (backup: Backup, store: Store, clock: Clock) =>
  queryOptions({
    queryKey: ['restore-plan', numberOf(backup)],
    queryFn: () => planRestore(backup, store, clock),
    staleTime: 0,
    gcTime: 0,
  });

const numbers = new WeakMap<Backup, number>();
let numbered = 0;

/** A backup can be too large to be told from others by all that is in it. */
function numberOf(backup: Backup): number {
  const number = numbers.get(backup) ?? (numbered += 1);
  numbers.set(backup, number);
  return number;
}

export function useRestoreBackup(): UseMutationResult<Restored, Error, { backup: Backup; by: Id | null }> {
  const { store, clock } = useKeeping();
  const refresh = useRefreshKept();
  return useMutation({
    mutationFn: ({ backup, by }) => restoreBackup(backup, store, { clock, by }),
    onSettled: refresh,
  });
}

/** Takes a restoration back; what was edited since is left as it is. */
export function useTakeBackRestoration(): UseMutationResult<
  TakenBackRestoration,
  Error,
  { restored: Restored; by: Id | null }
> {
  const { store, clock } = useKeeping();
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ restored, by }) => takeBackRestoration(restored, store, { clock, by }),
    onSettled: () => client.invalidateQueries(),
  });
}

/** A fact check that can't be opened is in it as its records, among what is damaged. */
export async function gatherBackup(store: Store): Promise<Gathered> {
  const caveat = await caveatOf(store);
  const factChecks: FactCheck[] = [];
  const conflicts: Conflict[] = [];
  const removed: Backup['removed'][number][] = [];
  const deleted = await store.deletedWhole();
  const listed = (await store.list()).map(({ id }) => id);
  for (const id of [...listed, ...deleted.map(({ factCheck }) => factCheck.id)]) {
    // oxlint-disable-next-line no-await-in-loop -- one at a time, so that the page stays quick
    const opened = await store.open(id);
    if (opened.ok) factChecks.push(opened.factCheck);
    // oxlint-disable-next-line no-await-in-loop
    conflicts.push(...(await store.conflicts(id)));
    // oxlint-disable-next-line no-await-in-loop
    removed.push(...(await store.removed(id)).map((gone) => ({ ...gone, factCheckId: id })));
  }
  return { backup: { factChecks, conflicts, removed, deleted, damaged: await store.quarantine() }, caveat };
}

/** Waits for the second copy, since what it alone has would be missing. */
async function caveatOf(store: Store): Promise<string | null> {
  const compared = await store.compareCopies();
  return compared.ok ? null : compared.problem;
}

export async function planRestore(given: Backup, store: Store, clock: Clock): Promise<RestorePlan> {
  const caveat = await caveatOf(store);
  const { backup, fitted } = await fitSetAside(given, store, clock);
  const { factChecks } = backup;
  const newer = new Set((await store.list()).filter(({ isReadOnly }) => isReadOnly).map(({ id }) => id));
  const steps: RestoreStep[] = [];
  for (const factCheck of factChecks) {
    const { id } = factCheck;
    const { title } = headOf(factCheck);
    // oxlint-disable-next-line no-await-in-loop -- one at a time, so that the page stays quick
    const opened = await store.open(id);
    const refusal = opened.ok ? opened.readOnlyReason : newer.has(id) ? opened.problem : null;
    if (!opened.ok && refusal === null) {
      steps.push({ kind: 'add', id, title, annotations: factCheck.tables.annotation.size });
      continue;
    }
    if (!opened.ok || refusal !== null) {
      steps.push({ kind: 'refused', id, title, problem: refusal ?? '' });
      continue;
    }
    // oxlint-disable-next-line no-await-in-loop
    const change = await mergeInto(opened.factCheck, factCheck, backup, store, { clock, by: null });
    // What is replaced goes into the history, which is no news.
    const brought = change.added.filter(
      (record) => record.type !== 'history' || record.replacedAt !== change.at,
    );
    const [added, replaced] = [brought.length, change.updated.length];
    const kept = recordsOf(opened.factCheck).length - replaced;
    steps.push(
      isEmptyChange(change)
        ? { kind: 'keep', id, title }
        : { kind: 'merge', id, title, added, replaced, kept },
    );
  }
  const [conflicts, removed, retold, deleted, damaged] = [
    await newConflicts(backup, store),
    await newRemovals(backup, store),
    await listRetold(backup, store, clock),
    await newDeletions(backup, store),
    await newDamages(backup, store),
  ];
  return {
    steps,
    conflicts: conflicts.length,
    removed: removed.length,
    retold: retold.length,
    deleted: deleted.length,
    damaged: damaged.length,
    readAgain: fitted.length,
    caveat,
  };
}

/** A backup with what was set aside where it belongs, as far as that can be read and placed by now. */
interface Fitted {
  readonly backup: Backup;
  /** What was set aside and is in a fact check of the backup now. */
  readonly fitted: readonly ReadAgain[];
}

/**
 * Records of a fact check that could not be opened are in a backup among what is damaged, and in the quarantine of a browser
 * into which that was restored. Once what they hang on is there, here or in the backup, they belong where they were.
 */
async function fitSetAside(backup: Backup, store: Store, clock: Clock): Promise<Fitted> {
  const there = await readAgain(backup.damaged);
  const here = await readAgain(await store.quarantine());
  const of = (id: Id, found: readonly ReadAgain[]): readonly ReadAgain[] =>
    found.filter(({ kept }) => kept.place.factCheckId === id);
  const factChecks = new Map(backup.factChecks.map((factCheck) => [factCheck.id, factCheck]));
  const fitted: ReadAgain[] = [];
  const placed = new Set<Quarantined>();
  const deleted = [...(await store.deleted()), ...backup.deleted.map(({ factCheck }) => factCheck)];
  const ids = new Set([...factChecks.keys(), ...there.map(({ kept }) => kept.place.factCheckId)]);
  for (const { id } of deleted) if (!factChecks.has(id)) ids.delete(id);
  for (const id of ids) {
    // oxlint-disable-next-line no-await-in-loop -- one at a time, so that the page stays quick
    const opened = await store.open(id);
    // What is set aside here, of a fact check that can be opened here, is no matter of the backup.
    const all = [...of(id, there), ...(opened.ok ? [] : of(id, here))];
    if (all.length === 0) continue;
    const known = { own: factChecks.get(id) ?? null, present: opened.ok ? opened.factCheck : null };
    // oxlint-disable-next-line no-await-in-loop
    const removed = [...goneIn(id, backup), ...(await store.removed(id))];
    const found = withoutWhatWent(all, removed, [known.own, known.present]);
    // oxlint-disable-next-line no-await-in-loop
    const together = await putTogether(id, found, known, clock);
    if (!together) continue;
    if (together.added.length > 0) factChecks.set(id, together.factCheck);
    fitted.push(...together.added);
    for (const { entry } of [...together.added, ...together.known]) placed.add(entry);
  }
  const damaged = backup.damaged.filter((entry) => !placed.has(entry));
  return { backup: { ...backup, factChecks: [...factChecks.values()], damaged }, fitted };
}

async function newDamages(
  { damaged }: Pick<Backup, 'damaged'>,
  store: Store,
): Promise<readonly Quarantined[]> {
  const here = new Set((await store.quarantine()).map(({ key, raw }) => `${key}|${raw}`));
  return damaged.filter(({ key, raw }) => !here.has(`${key}|${raw}`));
}

/**
 * Without what somebody has removed, or written anew, since it was set aside: a quarantine keeps it for good, which is no
 * reason to bring it back.
 */
function withoutWhatWent(
  found: readonly ReadAgain[],
  removed: readonly RemovedAnnotation[],
  known: readonly (FactCheck | null)[],
): readonly ReadAgain[] {
  const gone = new Set(
    removed
      .flatMap(({ annotation, parts }) => [annotation, ...parts.filter((part) => 'annotationId' in part)])
      .map(nameOf),
  );
  const history = [
    ...known.flatMap((factCheck) => [...(factCheck?.tables.history.values() ?? [])]),
    ...found.flatMap(({ kept: { record } }) => (record.type === 'history' ? record : [])),
  ];
  const replaced = history.flatMap(({ before }) => (before.type === 'claim' ? [] : before));
  const isReplaced = (record: AnyRecord): boolean =>
    replaced.some(
      (before) => before.type === record.type && before.id === record.id && !isNewer(record, before),
    );
  return found.filter(({ kept: { record } }) => !gone.has(nameOf(record)) && !isReplaced(record));
}

/** Deleted fact checks of which nothing is here, be it deleted or not, and that the backup does not bring as they were otherwise. */
async function newDeletions({ deleted, factChecks }: Backup, store: Store): Promise<Backup['deleted']> {
  const here = [...(await store.list()), ...(await store.deleted()), ...factChecks];
  const known = new Set(here.map(({ id }) => id));
  return deleted.filter(({ factCheck }) => !known.has(factCheck.id));
}

/** Annotations that are neither here nor known here to have been removed. */
async function newRemovals({ removed }: Backup, store: Store): Promise<Backup['removed']> {
  const ids = [...new Set(removed.map(({ factCheckId }) => factCheckId))];
  const known = new Map(
    await Promise.all(
      ids.map(async (id) => {
        const opened = await store.open(id);
        const here = opened.ok ? [...opened.factCheck.tables.annotation.keys()] : [];
        const gone = (await store.removed(id)).map(({ annotation }) => annotation.id);
        return [id, new Set([...here, ...gone])] as const;
      }),
    ),
  );
  return removed.filter(({ factCheckId, annotation }) => !known.get(factCheckId)?.has(annotation.id));
}

/** Annotations that are removed here as well, with what the backup alone knows of them. */
async function listRetold(backup: Backup, store: Store, clock: Clock): Promise<readonly Retold[]> {
  const retold: Retold[] = [];
  for (const factCheckId of new Set(backup.removed.map((one) => one.factCheckId))) {
    // oxlint-disable-next-line no-await-in-loop -- one at a time, so that the page stays quick
    const [opened, removed] = await Promise.all([store.open(factCheckId), store.removed(factCheckId)]);
    if (!opened.ok) continue;
    const gone = new Map(removed.map((one) => [one.annotation.id, one]));
    for (const there of goneIn(factCheckId, backup)) {
      const here = gone.get(there.annotation.id);
      const sourceOf = sourcesBesides(opened.factCheck, there, backup);
      const entries = here ? versionsElsewhere(there, [here.annotation, ...here.parts], sourceOf, clock) : [];
      if (here && entries.length > 0) retold.push({ factCheckId, here, entries });
    }
  }
  return retold;
}

const goneIn = (factCheckId: Id, { removed }: Backup): Backup['removed'] =>
  removed.filter((one) => one.factCheckId === factCheckId);

/** Finds the sources that a backup has and that are not here. */
function sourcesBesides(
  { id: factCheckId, tables }: FactCheck,
  { parts }: RemovedAnnotation,
  { factChecks }: Backup,
): (id: Id) => Source | undefined {
  const there = factChecks.find((one) => one.id === factCheckId);
  return (id) => {
    if (tables.source.has(id)) return undefined;
    const own = parts.find((part) => part.type === 'source' && part.id === id);
    return own?.type === 'source' ? own : there?.tables.source.get(id);
  };
}

/** Conflicts of the backup that say something else than those here and than what stands here. */
async function newConflicts({ conflicts }: Backup, store: Store): Promise<readonly Conflict[]> {
  const ids = [...new Set(conflicts.map(({ factCheckId }) => factCheckId))];
  const here = (await Promise.all(ids.map((id) => store.conflicts(id)))).flat();
  const opened = new Map(await Promise.all(ids.map(async (id) => [id, await store.open(id)] as const)));
  return conflicts.filter((conflict) => {
    const present = opened.get(conflict.factCheckId);
    const { record } = conflict;
    const stands = present?.ok ? present.factCheck.tables[record.type].get(record.id) : undefined;
    return !here.some((known) => isSameConflict(known, conflict)) && !(stands && sayTheSame(stands, record));
  });
}

/** True when the same is to be decided of the same record. */
function isSameConflict(a: Conflict, b: Conflict): boolean {
  const { type, id } = a.record;
  const isOfSame = a.factCheckId === b.factCheckId && type === b.record.type && id === b.record.id;
  return isOfSame && sayTheSame(a.record, b.record);
}

export async function restoreBackup(given: Backup, store: Store, hand: Hand): Promise<Restored> {
  await store.compareCopies();
  const { backup, fitted } = await fitSetAside(given, store, hand.clock);
  const { factChecks, conflicts, removed } = backup;
  const records: readonly AnyRecord[] = [
    ...factChecks.flatMap(recordsOf),
    ...conflicts.map(({ record }) => record),
    ...removed.flatMap(({ annotation, parts }) => [annotation, ...parts]),
    ...backup.deleted.flatMap(({ factCheck }) => recordsOf(factCheck)),
  ];
  for (const { rev } of records) hand.clock.observe(rev);
  const added: FactCheck[] = [];
  const merged: { id: Id; change: Change }[] = [];
  const problems: string[] = [];
  const failed = new Set<Id>();
  for (const factCheck of factChecks) {
    // oxlint-disable-next-line no-await-in-loop -- one at a time, so that the page stays quick
    const done = await restoreOne(factCheck, backup, store, hand);
    if (done.outcome === 'added') added.push(factCheck);
    if (done.outcome === 'merged') merged.push({ id: factCheck.id, change: done.change });
    if (done.outcome === 'failed') {
      failed.add(factCheck.id);
      problems.push(
        say('“{title}” could not be restored. {problem}', {
          title: headOf(factCheck).title,
          problem: done.problem,
        }),
      );
    } else if (done.held !== null)
      problems.push(say('“{title}”: {problem}', { title: headOf(factCheck).title, problem: done.held }));
  }
  // What could not take its place stays set aside.
  const unplaced = fitted.filter(({ kept }) => failed.has(kept.place.factCheckId)).map(({ entry }) => entry);
  const damaged = [...backup.damaged, ...unplaced];
  const damagedBefore = await newDamages({ damaged }, store);
  const coming = {
    conflicts: await newConflicts(backup, store),
    removed: await newRemovals(backup, store),
    retold: await listRetold(backup, store, hand.clock),
  };
  const deleted = await newDeletions(backup, store);
  // What belongs to them comes after them: where something of one is known, it is not kept.
  const deletions = await Promise.all(deleted.map((one) => store.keepDeleted(one)));
  const deletedIds = new Set(deleted.map(({ factCheck }) => factCheck.id));
  const rest = await Promise.all([
    ...conflicts.map((conflict) => store.keepConflict(conflict)),
    ...[...factChecks.map(({ id }) => id), ...deletedIds].map(async (id): Promise<SaveResult> => {
      const gone = removed.filter(({ factCheckId }) => factCheckId === id);
      // What could not be added has been said.
      const isHere = gone.length > 0 && (deletedIds.has(id) || (await store.open(id)).ok);
      return isHere ? store.keepRemoved(id, gone) : { ok: true };
    }),
    ...coming.retold.map(({ factCheckId, here, entries }) =>
      store.keepRemoved(factCheckId, [{ ...here, parts: entries }]),
    ),
    ...(damaged.length > 0 ? [store.keepQuarantined(damaged)] : []),
  ]);
  for (const saved of [...deletions, ...rest].map(outcomeOf)) problems.push(...troubleOf(saved));
  return {
    added,
    merged,
    ...coming,
    deleted: deleted.length,
    damaged: damagedBefore.length,
    problems: [...new Set(problems)],
  };
}

/** `held` says why it is not saved yet; null when it is. */
type RestoredOne =
  | { readonly outcome: 'added' | 'kept'; readonly held: string | null }
  | { readonly outcome: 'merged'; readonly change: Change; readonly held: string | null }
  | { readonly outcome: 'failed'; readonly problem: string };

async function restoreOne(
  factCheck: FactCheck,
  backup: Backup,
  store: Store,
  hand: Hand,
): Promise<RestoredOne> {
  const { id } = factCheck;
  const opened = await store.open(id);
  if (!opened.ok) return addWhole(factCheck, store, hand);
  const change = await mergeInto(opened.factCheck, factCheck, backup, store, hand);
  if (isEmptyChange(change)) return { outcome: 'kept', held: null };
  const saved = outcomeOf(await store.save(id, change));
  return saved.outcome === 'refused'
    ? { outcome: 'failed', problem: saved.problem }
    : { outcome: 'merged', change, held: heldOf(saved) };
}

/** What was removed there stands here, if it does; what was said of it there goes into its history. */
async function mergeInto(
  present: FactCheck,
  factCheck: FactCheck,
  backup: Backup,
  store: Store,
  hand: Hand,
): Promise<Change> {
  const take = (whole: FactCheck, other: FactCheck): Change => {
    const merged = mergeFactCheck(whole, other, hand);
    const after = applyChange(whole, merged);
    const entries = goneIn(present.id, backup).flatMap((there) => {
      const { id } = there.annotation;
      const standing = after.tables.annotation.get(id);
      if (!standing) return [];
      const here = [
        standing,
        ...verdictsOf(after, id),
        ...evidenceOf(after, id),
        ...historyRecordsOf(after, id),
      ];
      return versionsElsewhere(there, here, sourcesBesides(after, there, backup), hand.clock);
    });
    return { ...merged, added: [...merged.added, ...entries] };
  };
  const removed = await removedFrom(present.id, store);
  const other = withMergesOf(present, factCheck, removed.sources);
  return takeOver(present, other, { removed, take }, hand);
}

/** One that is listed and can't be opened lacks its article, which the file has: it is healed by what is created. */
async function addWhole(factCheck: FactCheck, store: Store, { clock, by }: Hand): Promise<RestoredOne> {
  const isListed = (await store.list()).some(({ id }) => id === factCheck.id);
  if (isListed) {
    const healed = outcomeOf(await store.create(factCheck));
    return healed.outcome === 'refused'
      ? { outcome: 'failed', problem: healed.problem }
      : { outcome: 'kept', held: heldOf(healed) };
  }
  const result = await importFactCheck({ factCheck, by, collision: 'ask' }, store, clock);
  if (result.outcome === 'failed') return result;
  return result.outcome === 'kept'
    ? { outcome: 'added', held: result.isHeld ? result.note : null }
    : { outcome: 'failed', problem: say('Another tab has just added it.') };
}

export async function takeBackRestoration(
  restored: Restored,
  store: Store,
  hand: Hand,
): Promise<TakenBackRestoration> {
  const { added, merged, deleted, damaged } = restored;
  const factChecks: string[] = [];
  const problems: string[] = [];
  let records = 0;
  for (const factCheck of added) {
    // oxlint-disable-next-line no-await-in-loop -- one at a time, so that the page stays quick
    const opened = await store.open(factCheck.id);
    // Somebody has removed it since.
    if (!opened.ok) continue;
    if (holdTheSame(opened.factCheck, factCheck, hand)) {
      // oxlint-disable-next-line no-await-in-loop
      problems.push(...troubleOf(outcomeOf(await store.remove(factCheck.id))));
    } else factChecks.push(headOf(opened.factCheck).title);
  }
  for (const { id, change } of merged) {
    // oxlint-disable-next-line no-await-in-loop
    const opened = await store.open(id);
    if (!opened.ok) {
      problems.push(opened.problem);
      continue;
    }
    const back = takeBackChange(change, opened.factCheck, hand);
    records += back.kept;
    // oxlint-disable-next-line no-await-in-loop
    problems.push(...troubleOf(outcomeOf(await store.save(id, back.change))));
  }
  const beside = await takeBackBeside(restored, store);
  problems.push(...beside.problems);
  return { factChecks, records: records + beside.kept, deleted, damaged, problems };
}

/** `kept` is how many of the annotations that were brought as removed ones somebody has brought back since, if only for a while. */
async function takeBackBeside(
  { added, conflicts, removed, retold }: Restored,
  store: Store,
): Promise<{ readonly kept: number; readonly problems: readonly string[] }> {
  const ids = new Set([...conflicts, ...removed, ...retold].map(({ factCheckId }) => factCheckId));
  // With one that was added they go, and with one that stays they stay.
  for (const { id } of added) ids.delete(id);
  const problems: string[] = [];
  let kept = 0;
  for (const id of ids) {
    const brought = removed.filter(({ factCheckId }) => factCheckId === id);
    // oxlint-disable-next-line no-await-in-loop -- one at a time, so that the page stays quick
    const gone = new Map((await store.removed(id)).map((one) => [one.annotation.id, one]));
    const leaving = brought.filter((one) => isSameRemoval(one, gone.get(one.annotation.id)));
    const told = retold.filter(({ factCheckId }) => factCheckId === id);
    const untold = told.filter(({ here }) => isSameRemoval(here, gone.get(here.annotation.id)));
    kept += brought.length - leaving.length + told.length - untold.length;
    // oxlint-disable-next-line no-await-in-loop
    const unsettled = (await store.conflicts(id)).filter((one) =>
      conflicts.some((other) => isSameConflict(one, other)),
    );
    // oxlint-disable-next-line no-await-in-loop
    const saved = await Promise.all([
      store.withdrawRemoved(id, [
        ...leaving.map(({ annotation }) => annotation),
        ...untold.flatMap(({ entries }) => entries),
      ]),
      ...unsettled.map((one) => store.dismissConflict(one)),
    ]);
    problems.push(...saved.map(outcomeOf).flatMap(troubleOf));
  }
  return { kept, problems };
}

/** False where the annotation was brought back since, whatever became of it then. */
function isSameRemoval(brought: RemovedAnnotation, present: RemovedAnnotation | undefined): boolean {
  return (
    present !== undefined &&
    present.at === brought.at &&
    present.by === brought.by &&
    sayTheSame(present.annotation, brought.annotation)
  );
}

/** Why it is not saved yet; null when it is. */
function heldOf(saved: SaveOutcome): string | null {
  return saved.outcome === 'held' ? saved.note : null;
}

/** What a person must know of it: that it was refused, or is not saved yet. */
function troubleOf(saved: SaveOutcome): readonly string[] {
  if (saved.outcome === 'refused') return [saved.problem];
  return saved.outcome === 'held' ? [saved.note] : [];
}
