import { useMutation, useQueryClient, type UseMutationResult } from '@tanstack/react-query';
import { bringBack, takeOver, withBroughtBack } from '../domain/bring-back.ts';
import { isEmptyChange, type Change, type Hand } from '../domain/change.ts';
import type { Clock } from '../domain/clock.ts';
import { recordsOf, type FactCheck } from '../domain/fact-check.ts';
import type { Id } from '../domain/record.ts';
import { takeBackChange } from '../domain/take-back.ts';
import type { KeptFactCheck, Store } from '../storage/store.ts';
import { openedKey, useRefreshKept } from './kept-fact-checks.ts';
import { removedFrom } from './removed-from.ts';
import { copyFactCheck, holdTheSame, replaceFactCheck } from './replace-fact-check.ts';
import { useKeeping } from './store-context.ts';
import { outcomeOf, type SaveOutcome } from './save-outcome.ts';

/** A fact check from a file; `collision` is what the person has answered when it is kept here already. */
export interface Import {
  readonly factCheck: FactCheck;
  readonly by: Id | null;
  readonly collision: 'ask' | 'keep-both' | 'replace';
  /** Given when the person has changed their mind: then all is as it was before. */
  readonly signal?: AbortSignal;
}

/** `note`, `problem`: sentences for the person. */
export type ImportResult =
  | ({ readonly outcome: 'kept' } & Kept)
  /** It is here in another version, and nothing was done. */
  | { readonly outcome: 'collision'; readonly present: KeptFactCheck }
  | { readonly outcome: 'failed'; readonly problem: string }
  /** `problem` says why something stays that had been kept by then; null when nothing does. */
  | { readonly outcome: 'cancelled'; readonly problem: string | null };

/** `note` says what can't be promised; for what `isHeld`, why it is in this tab alone and not saved yet. */
type Kept = { readonly id: Id; readonly note: string | null; readonly isHeld: boolean } & (
  | { readonly how: 'added' | 'copied' | 'already-here' }
  | { readonly how: 'replaced'; readonly change: Change }
);

/** Keeps a fact check that came from a file. One that is here already is never touched unless the answer is "replace". */
export function useImportFactCheck(): UseMutationResult<ImportResult, Error, Import> {
  const { store, clock } = useKeeping();
  const refresh = useRefreshKept();
  return useMutation({
    mutationFn: (brought: Import) => importFactCheck(brought, store, clock),
    onSettled: refresh,
  });
}

export interface Reversal {
  readonly id: Id;
  readonly change: Change;
  readonly by: Id | null;
}

/** `kept`: how many records stay because somebody has worked on them since. `problem` is a sentence for the person. */
export type Reversed =
  | { readonly ok: true; readonly kept: number; readonly note: string | null }
  | { readonly ok: false; readonly problem: string };

/** Takes a replacement back; what was edited since is left as it is. A desk that shows it is opened anew. */
export function useTakeBackReplacement(): UseMutationResult<Reversed, Error, Reversal> {
  const { store, clock } = useKeeping();
  const client = useQueryClient();
  const refresh = useRefreshKept();
  return useMutation({
    mutationFn: (reversal: Reversal) => takeBackReplacement(reversal, store, clock),
    onSettled: async (_saved, _error, { id }) => {
      await client.resetQueries({ queryKey: openedKey(id) });
      await refresh();
    },
  });
}

export async function takeBackReplacement(
  { id, change, by }: Reversal,
  store: Store,
  clock: Clock,
): Promise<Reversed> {
  const opened = await store.open(id);
  if (!opened.ok) return opened;
  const hand: Hand = { clock, by };
  // What the file took away may have been back meanwhile, and worked on, and removed once more.
  const taken = new Set(change.removed.map((record) => record.id));
  const { annotations, sources } = await removedFrom(id, store);
  const { back, whole } = bringBack(opened.factCheck, {
    annotations: annotations.filter(({ annotation }) => taken.has(annotation.id)),
    sources: sources.filter((source) => taken.has(source.id)),
  });
  const reversed = takeBackChange(change, whole, hand);
  const saved = outcomeOf(await store.save(id, withBroughtBack(back, reversed.change, hand)));
  return saved.outcome === 'refused'
    ? { ok: false, problem: saved.problem }
    : { ok: true, kept: reversed.kept, note: saved.note };
}

/** Waits for the second copy first: what it alone has is here already, too, and is asked about. */
export async function importFactCheck(brought: Import, store: Store, clock: Clock): Promise<ImportResult> {
  const { by, signal } = brought;
  const compared = await store.compareCopies();
  if (signal?.aborted) return { outcome: 'cancelled', problem: null };
  const result = await keepBrought(brought, store, clock);
  if (result.outcome !== 'kept') return result;
  if (signal?.aborted)
    return { outcome: 'cancelled', problem: await takeBackKept(result, store, { clock, by }) };
  return { ...result, note: result.note ?? (compared.ok ? null : compared.problem) };
}

/** Takes back what was kept; resolves with why it stays, or with null. */
async function takeBackKept(kept: Kept, store: Store, { clock, by }: Hand): Promise<string | null> {
  if (kept.how === 'already-here') return null;
  if (kept.how === 'replaced') {
    const taken = await takeBackReplacement({ ...kept, by }, store, clock);
    return taken.ok ? null : taken.problem;
  }
  const removed = outcomeOf(await store.remove(kept.id));
  return removed.outcome === 'refused' ? removed.problem : null;
}

async function keepBrought(
  { factCheck, by, collision }: Import,
  store: Store,
  clock: Clock,
): Promise<ImportResult> {
  const { id } = factCheck;
  for (const { rev } of recordsOf(factCheck)) clock.observe(rev);
  const present = (await store.list()).find((kept) => kept.id === id);
  if (!present) return addOrBringBack(factCheck, store, { clock, by });
  if (collision === 'keep-both') return add(copyFactCheck(factCheck, clock.newId()), 'copied', store);

  const opened = await store.open(id);
  if (!opened.ok)
    return collision === 'ask'
      ? { outcome: 'collision', present }
      : { outcome: 'failed', problem: opened.problem };
  const hand: Hand = { clock, by };
  if (holdTheSame(opened.factCheck, factCheck, hand))
    return { outcome: 'kept', id, how: 'already-here', note: null, isHeld: false };
  if (collision === 'ask') return { outcome: 'collision', present };

  const said = await sayTheFile(opened.factCheck, factCheck, store, hand);
  if (!said.ok) return { outcome: 'failed', problem: said.problem };
  const { change, note, isHeld } = said;
  return { outcome: 'kept', id, how: 'replaced', change, note, isHeld };
}

/**
 * What was removed here comes back with the file: a removal outlasts the versions that it has seen, so they are brought
 * back first and then made to say what the file says.
 */
async function addOrBringBack(factCheck: FactCheck, store: Store, hand: Hand): Promise<ImportResult> {
  const { id } = factCheck;
  const added = await add(factCheck, 'added', store);
  if (added.outcome !== 'kept') return added;
  let opened = await store.open(id);
  if (!opened.ok) {
    await store.restore(id);
    opened = await store.open(id);
  }
  if (!opened.ok) return { outcome: 'failed', problem: opened.problem };
  const said = await sayTheFile(opened.factCheck, factCheck, store, hand);
  return said.ok
    ? { ...added, note: added.note ?? said.note, isHeld: added.isHeld || said.isHeld }
    : { outcome: 'failed', problem: said.problem };
}

type Said =
  | ({ readonly ok: true; readonly change: Change } & Pick<Kept, 'note' | 'isHeld'>)
  | { readonly ok: false; readonly problem: string };

/**
 * Makes the fact check that is here say what the one from the file says; from then on all of it is in a file, but for what
 * was replaced, which is here in the history alone.
 */
async function sayTheFile(present: FactCheck, file: FactCheck, store: Store, hand: Hand): Promise<Said> {
  const removed = await removedFrom(file.id, store);
  const change = takeOver(present, file, { removed, take: replaceFactCheck }, hand);
  const saved: SaveOutcome = isEmptyChange(change)
    ? { outcome: 'saved', note: null }
    : outcomeOf(await store.save(file.id, change));
  if (saved.outcome === 'refused') return { ok: false, problem: saved.problem };
  const now = await store.open(file.id);
  if (now.ok) store.markFiled([withoutHistoryOf(now.factCheck, file)]);
  return { ok: true, change, note: saved.note, isHeld: saved.outcome === 'held' };
}

/** Without the history that the file does not have. */
function withoutHistoryOf(now: FactCheck, file: FactCheck): FactCheck {
  const { history } = now.tables;
  const known = new Map([...history].filter(([id]) => file.tables.history.has(id)));
  return known.size === history.size ? now : { ...now, tables: { ...now.tables, history: known } };
}

async function add(factCheck: FactCheck, how: 'added' | 'copied', store: Store): Promise<ImportResult> {
  const kept = outcomeOf(await store.create(factCheck));
  if (kept.outcome === 'refused') return { outcome: 'failed', problem: kept.problem };
  store.markFiled([factCheck]);
  return { outcome: 'kept', id: factCheck.id, how, note: kept.note, isHeld: kept.outcome === 'held' };
}
