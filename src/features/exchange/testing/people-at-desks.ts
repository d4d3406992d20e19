import { findAnnotations } from '../../../anchoring/find-annotations.ts';
import { describeTarget } from '../../../anchoring/describe.ts';
import { quoteOf, type Annotation, type Target } from '../../../domain/annotation.ts';
import { digestText, type Range } from '../../../domain/article.ts';
import {
  answerDoubt,
  attach,
  findObstacle,
  planCarryOver,
  takeDraft,
  worstOf,
  type CarryAnswer,
  type PlaceState,
} from '../../../domain/carry-over.ts';
import { NOTHING_REMOVED } from '../../../domain/bring-back.ts';
import type { Change } from '../../../domain/change.ts';
import { createClock, type Clock } from '../../../domain/clock.ts';
import { isInDoubt, isVerdictInDoubt, saysSomething } from '../../../domain/doubt.ts';
import { articleOf, type FactCheck } from '../../../domain/fact-check.ts';
import type { VerdictEdit } from '../../../domain/give-verdict.ts';
import { importAnnotations } from '../../../domain/import-annotations.ts';
import { verdictBy, verdictsOf } from '../../../domain/lookup.ts';
import { moveBoundaries } from '../../../domain/move-boundaries.ts';
import { mergeFile } from '../../../domain/merge-file.ts';
import { isPlacedIn } from '../../../domain/placed-annotations.ts';
import type { Id } from '../../../domain/record.ts';
import { historyOf, restoreVersion } from '../../../domain/restore-version.ts';
import { startFactCheck, type DraftArticle } from '../../../domain/start-fact-check.ts';
import { CONTEXT, writeOwn } from '../../../exchange/testing/at-once.ts';
import { W3C_ANNOTATIONS } from '../../../exchange/w3c.ts';
import { createFactCheckStore } from '../../../stores/fact-check-store.ts';
import { readImport, type ReadImport } from '../read-import.ts';
import { parseHere } from './parse-here.ts';
import { paragraphDraft } from '../../../domain/testing/paragraph-draft.ts';

/** A desk at which several people work, one after the other, on one annotation. */
export type Desk = ReturnType<typeof openDesk>;

/** A new fact check of a text whose first words are annotated by Ada. */
export async function startDesk(
  text: string,
  words: string,
  checkability: Annotation['checkability'] = 'claim',
) {
  const clock = tickingClock('start');
  const started = startFactCheck(await draftOf(text), { clock, by: null });
  const desk = openDesk('one', started);
  desk.sit('ada');
  const at = text.indexOf(words);
  const id = desk.store.events.annotate(
    [describeTarget(text, { start: at, end: at + words.length })],
    checkability,
  );
  return openDesk('one', desk.now(), id);
}

/** The same fact check at a desk of its own, or in a tab of its own; `ahead` is what its clock is wrong by, in milliseconds. */
export function openDesk(tab: string, opened: FactCheck, id: Id = 'first', ahead = 0) {
  const clock = tickingClock(tab, opened, ahead);
  let by: Id = 'ada';
  const saved: Change[] = [];
  const refused: string[] = [];
  const store = createFactCheckStore(opened, {
    clock,
    reviewer: () => ({ id: by, name: by }),
    onChange: (_, change) => saved.push(change),
    onRefused: (reason) => refused.push(reason),
  });
  const now = (): FactCheck => store.getState().factCheck;
  const first = (): Annotation => {
    const annotation = now().tables.annotation.get(id);
    if (!annotation) throw new Error('It is gone.');
    return annotation;
  };
  const { events } = store;
  const readHere = (text: string, removed: readonly Annotation[] = []): Promise<ReadImport> =>
    readImport(new File([text], 'other'), now(), {
      parse: parseHere,
      signal: new AbortController().signal,
      onShare: () => undefined,
      hand: { clock, by },
      removed: () =>
        Promise.resolve({
          staying: {
            annotations: removed.map((annotation) => ({ annotation, parts: [], at: '', by: null })),
            sources: [],
          },
          returning: NOTHING_REMOVED,
        }),
    });
  const moveTargets = (targets: readonly Target[]): void =>
    events.carryOut((factCheck, hand) => moveBoundaries(factCheck, id, targets, hand));
  const targetsAt = (words: string, from = 0) => {
    const { text } = articleOf(now());
    const start = text.indexOf(words, from);
    return [describeTarget(text, { start, end: start + words.length })];
  };
  return {
    id,
    store,
    saved,
    refused,
    now,
    first,
    clock,
    sit: (who: Id): void => {
      by = who;
    },
    who: (): Id => by,
    /** What a file would bring, where this was removed before. */
    read: readHere,
    judge: (edit: VerdictEdit): void => events.giveVerdict(id, edit),
    mark: (reason = ''): void => events.editAnnotation(id, { checkability: 'not-checkable', reason }),
    /** Puts the annotation, or the words it is attached to, over a stretch of the text; UTF-16 units. */
    moveTo: (range: Range): void => moveTargets([describeTarget(articleOf(now()).text, range)]),
    attachTo: (range: Range): void =>
      events.carryOut((factCheck, hand) =>
        attach(factCheck, id, [describeTarget(articleOf(factCheck).text, range)], hand),
      ),
    claim: (): void => events.editAnnotation(id, { checkability: 'claim' }),
    move: (words: string, from = 0): void => moveTargets(targetsAt(words, from)),
    attach: (words: string, from = 0): void =>
      events.carryOut((factCheck, hand) => attach(factCheck, id, targetsAt(words, from), hand)),
    answer: (said: 'still-holds' | 're-check' | 'detach'): void =>
      events.carryOut((factCheck, hand) => answerDoubt(factCheck, id, said, hand)),
    /** Puts a version back; the newest that `wanted` names. */
    restore: (wanted: (version: ReturnType<typeof historyOf>[number]['before']) => boolean): void => {
      const entry = historyOf(now(), id).find(({ before }) => wanted(before));
      if (entry) events.carryOut((factCheck, hand) => restoreVersion(factCheck, entry, hand));
    },
    /** Loads the next version; returns what was found of the annotation in it, null when the answer can't be given. */
    load: async (text: string, answer: CarryAnswer = 'later'): Promise<PlaceState | null> => {
      const draft = await draftOf(text);
      const before = first();
      const foundOf = await findAnnotations(now(), [...now().tables.annotation.values()], text);
      const decisions = new Map([[id, { answer }]]);
      if (findObstacle(now(), planCarryOver(now(), foundOf), decisions) !== null) return null;
      events.carryOut((factCheck, hand) => {
        const plan = planCarryOver(factCheck, foundOf);
        const taken = takeDraft(factCheck, { draft, articleId: clock.newId(), plan, decisions }, hand);
        if (!taken.ok) throw new Error(taken.problem);
        return taken.change;
      });
      return worstOf(foundOf(before).map(({ state }) => state));
    },
    /** Imports the file of another desk. */
    merge: async (other: FactCheck, stays: 'here' | 'file'): Promise<void> => {
      const read = await readHere(await writeOwn(other));
      if (read.kind !== 'merge') throw new Error('It is no fact check.');
      events.carryOut((_, hand) => mergeFile(read.plan, stays, hand));
    },
    /** Imports the annotations of another desk from the file for annotation tools. */
    importW3c: async (other: FactCheck): Promise<void> => {
      const written = await W3C_ANNOTATIONS.serialise(other, CONTEXT);
      if (!written.ok) throw new Error(written.problems.join(' '));
      const read = await readHere(written.files[0]?.text ?? '');
      if (read.kind !== 'annotations') throw new Error('There are no annotations in it.');
      events.carryOut((factCheck, hand) => importAnnotations(factCheck, read, hand));
    },
    isPlaced: (): boolean => isPlacedIn(articleOf(now()), first()),
    quote: (): string => quoteOf(first()),
    isInDoubt: (): boolean => isInDoubt(now(), first()),
    verdictOf: (reviewerId: Id) => verdictBy(now(), id, reviewerId),
    /** The names of those whose verdict stands on the words that stand here now. */
    standing: (): readonly Id[] => {
      const annotation = first();
      if (!isPlacedIn(articleOf(now()), annotation)) return [];
      return verdictsOf(now(), id)
        .filter((verdict) => saysSomething(verdict) && !isVerdictInDoubt(annotation, verdict))
        .map(({ reviewerId }) => reviewerId);
    },
  };
}

async function draftOf(text: string): Promise<DraftArticle> {
  return paragraphDraft(text, { sha256: await digestText(text) });
}

/** A second passes at each look; it has seen every revision of the fact check. */
function tickingClock(tab: string, seen?: FactCheck, ahead = 0): Clock {
  let ids = 0;
  const clock = createClock({
    now: () => (time += 1000) + ahead,
    newId: () => `${tab}-${(ids += 1)}-${run}`,
    tab,
  });
  run += 1;
  for (const table of Object.values(seen?.tables ?? {}))
    for (const { rev } of table.values()) clock.observe(rev);
  return clock;
}

let time = Date.UTC(2026, 0, 1);
let run = 0;
