import { createStore, type StoreApi } from 'zustand/vanilla';
import type { FactCheckStore, Typed } from './fact-check-store.ts';

/** Something that waits for a name, and the fact check that it is done to. */
export interface Unnamed {
  readonly act: () => void;
  readonly desk: FactCheckStore;
  readonly typed?: Typed;
}

export interface UnnamedState {
  /** What is done once the question is answered; null while it is not asked. */
  readonly asked: Unnamed | null;
  /** What was typed before anybody gave a name: the last act of each run of typing. */
  readonly typed: ReadonlyMap<string, Unnamed>;
  /** Whoever gives no name is not asked again until they type on. */
  readonly isDeclined: boolean;
}

export type UnnamedWords = StoreApi<UnnamedState> & {
  readonly events: {
    readonly hold: (run: string, unnamed: Unnamed) => void;
    /** Asks for the name. */
    readonly ask: (unnamed: Unnamed) => void;
    /** Asks for it for the sake of what was typed, unless it is asked for already. */
    readonly askForTyped: () => void;
    readonly decline: () => void;
    /** Somebody has given a name: all that waits for it is done. Returns the words whose place was removed meanwhile. */
    readonly answer: () => readonly string[];
  };
};

const NOTHING: UnnamedState = { asked: null, typed: new Map(), isDeclined: false };

/**
 * What waits for a name, in a place of its own: whatever becomes of the field, the editor or the desk that it was typed at,
 * by whichever way they are left, it is not lost before somebody leaves the page.
 */
export function createUnnamedWords(): UnnamedWords {
  const store = createStore<UnnamedState>()(() => NOTHING);
  const { getState, setState } = store;
  return Object.assign(store, {
    events: {
      hold: (run: string, unnamed: Unnamed) =>
        setState(({ typed }) => ({ typed: new Map(typed).set(run, unnamed), isDeclined: false })),
      ask: (asked: Unnamed) => setState({ asked }),
      askForTyped: () => {
        const { asked, typed } = getState();
        const last = [...typed.values()].at(-1);
        if (!asked && last) setState({ asked: { ...last, act: () => undefined } });
      },
      decline: () => setState({ asked: null, isDeclined: true }),
      answer: () => {
        const { asked, typed } = getState();
        const lost: string[] = [];
        for (const unnamed of typed.values()) {
          if (hasPlace(unnamed)) unnamed.act();
          else lost.push(unnamed.typed?.words ?? '');
        }
        setState(NOTHING);
        asked?.act();
        return lost.filter((words) => words !== '');
      },
    },
  });
}

function hasPlace({ desk, typed }: Unnamed): boolean {
  return !typed || desk.getState().factCheck.tables[typed.into.type].has(typed.into.id);
}

/** True while something that was typed waits for a name, and is saved nowhere. */
export const isHolding = ({ typed }: UnnamedState): boolean => typed.size > 0;
