import { createStore, type StoreApi } from 'zustand/vanilla';
import { annotate, editAnnotation, removeAnnotations, type AnnotationEdit } from '../domain/annotate.ts';
import type { Annotation, Target } from '../domain/annotation.ts';
import {
  applyChange,
  goesOnFrom,
  invertChange,
  isEmptyChange,
  joinChanges,
  type Change,
  type Hand,
} from '../domain/change.ts';
import type { Clock } from '../domain/clock.ts';
import { nameReviewer } from '../domain/fact-check-edits.ts';
import { keptFrom, receiveRecords, type ForeignEdit } from '../domain/receive-records.ts';
import type { FactCheck } from '../domain/fact-check.ts';
import { giveVerdict, type VerdictEdit } from '../domain/give-verdict.ts';
import { keepHistory, keepHistoryOfOthers } from '../domain/keep-history.ts';
import type { RecordName } from '../domain/pointers.ts';
import type { Id } from '../domain/record.ts';
import { settleTwins } from '../domain/settle-twins.ts';
import { spareHeld } from '../domain/spare-held.ts';
import { findUndoObstacle } from '../domain/undo-obstacle.ts';
import { message, say } from '../messages/say.ts';

/** Who is at the desk: asked for at every change, since the name can be given or changed while a fact check is open. */
export interface PresentReviewer {
  readonly id: Id;
  readonly name: string;
}

/** What somebody has typed, and the record that it belongs to. */
export interface Typed {
  readonly words: string;
  readonly into: RecordName;
}

/**
 * Does something once somebody has said who is at the desk: at once when that is known. What is typed names its run (see
 * `TextField`): the question waits then until the field is left, and what was typed waits with it. Without an answer it
 * is not done.
 */
export type WhenReviewer = (act: () => void, run?: string, typed?: Typed) => void;

/** One step of undo: a Change, and the run of typing that it belongs to. */
interface Step {
  readonly change: Change;
  readonly run: string | null;
}

export interface FactCheckState {
  readonly factCheck: FactCheck;
  /** Why no event edits anything, as a sentence for the person; null when events do. */
  readonly readOnlyReason: string | null;
  readonly past: readonly Step[];
  readonly future: readonly Step[];
}

/**
 * What can happen to the open fact check. Every event becomes one Change: applied at once, put on the undo stack, and
 * handed to `onChange` for saving. `run` names a run of typing: changes of one run are one step of undo.
 */
export interface FactCheckEvents {
  annotate: (targets: readonly Target[], checkability?: Annotation['checkability']) => Id;
  /** Annotates and rates in one step. */
  annotateWithVerdict: (targets: readonly Target[], ratingId: Id) => Id;
  editAnnotation: (id: Id, edit: AnnotationEdit, run?: string) => void;
  removeAnnotations: (ids: readonly Id[]) => void;
  giveVerdict: (annotationId: Id, edit: VerdictEdit, run?: string) => void;
  /** Writes the present name of the reviewer at the desk into what that reviewer has done here. */
  nameReviewer: (run?: string) => void;
  /** Does what a part that is loaded on demand brings along as a Change. */
  carryOut: (make: (factCheck: FactCheck, hand: Hand) => Change, run?: string) => void;
  /** Null when there is nothing to undo, or when `onRefused` has been told why nothing came of it. */
  undo: () => Change | null;
  redo: () => Change | null;
  /** What another tab did: shown, not saved again, not undone here. */
  receive: (edit: ForeignEdit) => void;
  /** From now on the fact check can be read and exported, and not be edited. */
  stepBack: (reason: string) => void;
}

export type FactCheckStore = StoreApi<FactCheckState> & {
  readonly events: FactCheckEvents;
  /** Who edits here now, and with which clock. */
  readonly hand: () => Hand;
  /** True for what an undo has taken away, and that nobody has removed otherwise. */
  readonly isTakenBack: (id: Id) => boolean;
};

export interface FactCheckStoreParts {
  readonly clock: Clock;
  /** The reviewer at the desk. Events that need one throw when there is none: the desk asks for the name first. */
  readonly reviewer: () => PresentReviewer | null;
  readonly onChange: (factCheck: FactCheck, change: Change) => void;
  /** Why it can't be edited from the start, as a sentence. */
  readonly readOnlyReason?: string | null;
  /** Is told why nothing came of an event. */
  readonly onRefused?: (reason: string) => void;
}

/** The open fact check with undo: a store of its own for every fact check that is opened. */
export function createFactCheckStore(opened: FactCheck, parts: FactCheckStoreParts): FactCheckStore {
  const { clock, onChange } = parts;
  const store = createStore<FactCheckState>()(() => ({
    factCheck: opened,
    readOnlyReason: parts.readOnlyReason ?? null,
    past: [],
    future: [],
  }));
  const hand = (): Hand => ({ clock, by: parts.reviewer()?.id ?? null });
  const present = (): FactCheck => store.getState().factCheck;

  const takenBack = new Set<Id>();
  const noteTakenBack = ({ added, removed }: Change): void => {
    for (const { id } of removed) takenBack.add(id);
    for (const { id } of added) takenBack.delete(id);
  };

  function isRefused(): boolean {
    const reason = store.getState().readOnlyReason;
    if (reason !== null) parts.onRefused?.(reason);
    return reason !== null;
  }

  function commit(edit: Change, run: string | null = null): void {
    if (isEmptyChange(edit) || isRefused()) return;
    const begun = stepOf(store.getState().past, edit, run);
    const change = keepHistory(edit, present(), clock, begun);
    for (const { id } of change.removed) takenBack.delete(id);
    store.setState(({ factCheck, past }) => ({
      factCheck: applyChange(factCheck, change),
      past: pushStep(past, { change, run }, begun),
      future: [],
    }));
    onChange(present(), change);
  }

  /** Makes several Changes, each on what the one before left, into one step that bears the last one's label. */
  function commitAll(makers: readonly ((factCheck: FactCheck) => Change)[], run: string | null): void {
    let factCheck = present();
    const changes = makers.map((make) => {
      const change = make(factCheck);
      factCheck = applyChange(factCheck, change);
      return change;
    });
    const whole = changes.reduce(joinChanges);
    commit({ ...whole, label: changes.at(-1)?.label ?? whole.label }, run);
  }

  /** The reviewer's record is written with the first thing that the reviewer does. */
  function withReviewer(
    make: (factCheck: FactCheck, reviewer: PresentReviewer) => Change,
    run: string | null = null,
  ): void {
    if (isRefused()) return;
    const reviewer = parts.reviewer();
    if (!reviewer) throw new Error('Nobody has said who is at the desk.');
    const { id, name } = reviewer;
    const isKnown = present().tables.reviewer.get(id)?.name === name;
    if (isKnown) commit(make(present(), reviewer), run);
    else commitAll([(now) => nameReviewer(now, id, name, hand()), (now) => make(now, reviewer)], run);
  }

  const events: FactCheckEvents = {
    annotate: (targets, checkability = 'claim') => {
      const id = clock.newId();
      withReviewer((now) => annotate(now, { targets, checkability, id }, hand()));
      return id;
    },
    annotateWithVerdict: (targets, ratingId) => {
      const id = clock.newId();
      withReviewer((now, reviewer) => {
        const marked = annotate(now, { targets, id }, hand());
        const names = { annotationId: id, reviewerId: reviewer.id, newId: clock.newId() };
        const rated = giveVerdict(applyChange(now, marked), names, { ratingId }, hand());
        return { ...joinChanges(marked, rated), label: rated.label };
      });
      return id;
    },
    editAnnotation: (id, edit, run) => withReviewer((now) => editAnnotation(now, id, edit, hand()), run),
    removeAnnotations: (ids) => commit(removeAnnotations(present(), ids, hand())),
    giveVerdict: (annotationId, edit, run) =>
      withReviewer(
        (now, reviewer) =>
          giveVerdict(now, { annotationId, reviewerId: reviewer.id, newId: clock.newId() }, edit, hand()),
        run,
      ),
    nameReviewer: (run) => {
      const reviewer = parts.reviewer();
      if (!reviewer || !present().tables.reviewer.has(reviewer.id)) return;
      commit(nameReviewer(present(), reviewer.id, reviewer.name, hand()), run);
    },
    carryOut: (make, run) =>
      parts.reviewer() ? withReviewer((now) => make(now, hand()), run) : commit(make(present(), hand()), run),
    undo: () => step('past', 'future'),
    redo: () => step('future', 'past'),
    receive,
    stepBack: (reason) => store.setState({ readOnlyReason: reason, past: [], future: [] }),
  };

  function receive(edit: ForeignEdit): void {
    const before = present();
    const received = receiveRecords(before, edit);
    const kept = keptFrom(received, edit).map((record) => ({
      ...record,
      base: record.rev,
      rev: clock.nextRev(),
    }));
    const twins = settleTwins(before, received, edit.changed, clock);
    const [added, removed] = [[...kept, ...twins.added], twins.removed];
    const gone = new Set(removed.map(({ id }) => id));
    if (added.length + removed.length === 0 || store.getState().readOnlyReason !== null) {
      store.setState({ factCheck: received });
      return;
    }
    const change = {
      label: say(message('Keep', 'name of a step')),
      at: clock.instant(),
      by: null,
      added,
      updated: [],
      removed,
    };
    const isGone = ({ change: { added: made } }: Step): boolean => made.some(({ id }) => gone.has(id));
    store.setState(({ past, future }) => ({
      factCheck: applyChange(received, change),
      // Giving what gave way is no step any more: taking it back would unsettle the verdict that stands.
      past: past.filter((each) => !isGone(each)),
      future: future.filter((each) => !isGone(each)),
    }));
    onChange(present(), change);
    if (removed.some(({ id }) => before.tables.verdict.has(id)))
      parts.onRefused?.(
        say('Another tab gave a verdict here at the same moment. That one stands; yours is in its history.'),
      );
  }

  /** Takes the last step of one stack back and puts what did so on the other. */
  function step(from: 'past' | 'future', to: 'past' | 'future'): Change | null {
    const state = store.getState();
    const last = state[from].at(-1);
    if (!last) return null;
    const obstacle = findUndoObstacle(last.change, state.factCheck);
    if (obstacle !== null) {
      parts.onRefused?.(obstacle);
      return null;
    }
    const change = keepHistoryOfOthers(
      spareHeld(invertChange(last.change, state.factCheck, hand()), last.change, state.factCheck),
    );
    store.setState({ [from]: state[from].slice(0, -1) });
    if (isEmptyChange(change)) {
      parts.onRefused?.(
        say('“{label}” has been edited since in another tab, and stays.', { label: last.change.label }),
      );
      return null;
    }
    store.setState({
      factCheck: applyChange(state.factCheck, change),
      [to]: [...state[to], { change, run: null }],
    });
    if (from === 'past') noteTakenBack(change);
    onChange(present(), change);
    return change;
  }

  return Object.assign(store, { events, hand, isTakenBack: (id: Id) => takenBack.has(id) });
}

/** How many steps can be taken back: more than anyone takes, few enough to keep memory small. */
const MOST_STEPS = 1000;

function pushStep(past: readonly Step[], { change, run }: Step, begun: Change | null): readonly Step[] {
  if (begun) return [...past.slice(0, -1), { change: joinChanges(begun, change), run }];
  return [...past, { change, run }].slice(-MOST_STEPS);
}

/**
 * The step that a Change of this run of typing goes on with; null when it begins one. Where another tab has written over
 * what was typed, it begins one: what stands is theirs then, to be kept in the history and to be come back to.
 */
function stepOf(past: readonly Step[], edit: Change, run: string | null): Change | null {
  const last = past.at(-1);
  return last && run !== null && last.run === run && goesOnFrom(last.change, edit) ? last.change : null;
}
