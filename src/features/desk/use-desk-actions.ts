import { useMemo, useState } from 'react';
import { describeTarget } from '../../anchoring/describe.ts';
import { aimVerdict, type Aim } from '../../domain/aim.ts';
import type { Range } from '../../domain/article.ts';
import { articleOf, type FactCheck } from '../../domain/fact-check.ts';
import type { Rating } from '../../domain/rating-scale.ts';
import type { Id } from '../../domain/record.ts';
import { sentenceStates } from '../../domain/sentence-index.ts';
import { message, say, sayData } from '../../messages/say.ts';
import { useFactCheckStore, useNotify, useSessionStore } from '../../stores/desk-context.ts';
import type { FactCheckStore, WhenReviewer } from '../../stores/fact-check-store.ts';
import type { SessionStore } from '../../stores/session-store.ts';
import { useLatest } from '../../ui/use-latest.ts';
import { whenSelectionIsRead } from './selection-reading.ts';

const OPEN_WHICH = message('Which annotation?');

/** Where the desk can go: the address names the annotation that is open. */
export interface DeskNavigation {
  readonly selectedId: Id | null;
  readonly onOpen: (id: Id) => void;
  readonly onClose: () => void;
}

interface Choice {
  readonly title: string;
  readonly ids: readonly Id[];
  readonly onChoose: (id: Id) => void;
}

/** What a person can do at the sentence cursor or with the selected words. */
export interface DeskActions {
  readonly rate: (rating: Rating) => void;
  readonly markNotCheckable: () => void;
  /** Opens the annotation here; without one, annotates. */
  readonly openHere: () => void;
  /** A new annotation, whatever is here already. */
  readonly annotateHere: () => void;
  /** Asks which of these annotations is to be opened. */
  readonly choose: (ids: readonly Id[]) => void;
  readonly goToUntouched: (direction: 'next' | 'previous') => void;
  /** Lets go of the words that were selected by dragging; false when there are none. */
  readonly dropWords: () => boolean;
}

interface Parts extends Omit<DeskNavigation, 'onClose'> {
  readonly whenReviewer: WhenReviewer;
}

interface UsedActions {
  /** The same ones whichever annotation is open. */
  readonly actions: DeskActions;
  /** The question which annotation is meant. */
  readonly choice: Choice | null;
  readonly closeChoice: () => void;
}

/** `onOpen` and `whenReviewer` must be the same at every rendering. */
export function useDeskActions({ selectedId, onOpen, whenReviewer }: Parts): UsedActions {
  const store = useFactCheckStore();
  const session = useSessionStore();
  const notify = useNotify();
  const [choice, setChoice] = useState<Choice | null>(null);
  const openedId = useLatest(() => selectedId);
  const actions = useMemo(
    () => createDeskActions({ store, session, notify, openedId, onOpen, whenReviewer, setChoice }),
    [store, session, notify, openedId, onOpen, whenReviewer],
  );
  return { actions, choice, closeChoice: () => setChoice(null) };
}

interface ActionParts {
  readonly store: FactCheckStore;
  readonly session: SessionStore;
  readonly notify: (text: string) => void;
  readonly openedId: () => Id | null;
  readonly onOpen: (id: Id) => void;
  readonly whenReviewer: WhenReviewer;
  readonly setChoice: (choice: Choice) => void;
}

function createDeskActions(parts: ActionParts): DeskActions {
  const { store, session, notify, openedId, onOpen, whenReviewer, setChoice } = parts;
  const { events } = store;

  const factCheck = (): FactCheck => store.getState().factCheck;
  const targetsOf = (range: Range) => [describeTarget(articleOf(factCheck()).text, range)];
  const aim = (): Aim =>
    aimVerdict(factCheck(), {
      sentence: sentenceAt('cursor'),
      selected: selection(),
      selectedId: openedId(),
    });

  function sentenceAt(end: 'cursor' | 'cursorFrom'): Range {
    return articleOf(factCheck()).sentences[session.getState()[end]] ?? { start: 0, end: 0 };
  }

  /** Words that were dragged over or several sentences; null when there is just the cursor. */
  function selection(): Range | null {
    const { cursor, cursorFrom, words } = session.getState();
    if (words || cursor === cursorFrom) return words;
    const [one, other] = [sentenceAt('cursor'), sentenceAt('cursorFrom')];
    return { start: Math.min(one.start, other.start), end: Math.max(one.end, other.end) };
  }

  /** For all that is done with what is selected. */
  function withSelection(todo: () => void): void {
    whenSelectionIsRead(todo, () =>
      notify(say('Selected words can’t be read: a part of Linecheck has not come. Try again.')),
    );
  }

  /** Does the one thing or the other; selected words have served then. */
  function act(title: string, whenNew: (range: Range) => void, whenExisting: (id: Id) => void): void {
    withSelection(() => {
      const target = aim();
      whenReviewer(() => {
        // Before anything is drawn: to let go of a selection the browser lays out what has changed in the page.
        dropWords();
        switch (target.kind) {
          case 'new':
            whenNew(target.range);
            break;
          case 'existing':
            whenExisting(target.id);
            break;
          case 'choose':
            setChoice({ title, ids: target.ids, onChoose: whenExisting });
            break;
        }
      });
    });
  }

  function dropWords(): boolean {
    if (!session.getState().words) return false;
    session.events.selectWords(null);
    getSelection()?.removeAllRanges();
    return true;
  }

  return {
    rate: (rating) =>
      act(
        say('Which annotation is “{label}”?', { label: sayData(rating.label) }),
        (range) => events.annotateWithVerdict(targetsOf(range), rating.id),
        (id) => events.giveVerdict(id, { ratingId: rating.id }),
      ),
    markNotCheckable: () =>
      act(
        say('Which annotation holds no checkable claim?'),
        (range) => events.annotate(targetsOf(range), 'not-checkable'),
        (id) => events.editAnnotation(id, { checkability: 'not-checkable' }),
      ),
    openHere: () =>
      withSelection(() => {
        const target = aim();
        // To look at what is there nobody has to say a name.
        if (target.kind === 'existing') onOpen(target.id);
        else if (target.kind === 'choose')
          setChoice({ title: say(OPEN_WHICH), ids: target.ids, onChoose: onOpen });
        else act(say(OPEN_WHICH), (range) => onOpen(events.annotate(targetsOf(range))), onOpen);
      }),
    annotateHere: () =>
      withSelection(() => {
        const range = selection() ?? sentenceAt('cursor');
        whenReviewer(() => {
          dropWords();
          onOpen(events.annotate(targetsOf(range)));
        });
      }),
    choose: (ids) => setChoice({ title: say(OPEN_WHICH), ids, onChoose: onOpen }),
    goToUntouched: (direction) => {
      const states = sentenceStates(factCheck());
      const next = findUntouched(states, session.getState().cursor, direction === 'next' ? 1 : -1);
      if (next !== null) session.events.moveCursor(next);
    },
    dropWords,
  };
}

/** The next untouched sentence after the present one, from the other end when there is none that way. */
function findUntouched(states: readonly string[], from: number, step: 1 | -1): number | null {
  for (let count = 1; count <= states.length; count += 1) {
    const index = (from + step * count + states.length * 2) % states.length;
    if (states[index] === 'untouched') return index;
  }
  return null;
}
