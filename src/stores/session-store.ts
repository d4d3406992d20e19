import { createStore, type StoreApi } from 'zustand/vanilla';
import type { Range } from '../domain/article.ts';
import type { LanguageChoice } from '../messages/locales.ts';
import type { PresentReviewer } from './fact-check-store.ts';

export type Theme = 'system' | 'light' | 'dark';
export type TextSize = 'small' | 'medium' | 'large' | 'largest';
export type TextFace = 'serif' | 'sans' | 'spaced';
export type Panel = 'annotations' | 'sources';

/** What a person has set for this browser: kept, since asking twice is rude. */
export interface Preferences {
  readonly reviewer: PresentReviewer | null;
  readonly theme: Theme;
  /** Of the article. */
  readonly textSize: TextSize;
  readonly textFace: TextFace;
  /** Of the interface; an article has its own. */
  readonly language: LanguageChoice;
  /** Whether selected words are widened to whole sentences. */
  readonly snapsToSentences: boolean;
  /** Whether keys that write a character, such as j or 1, do something where nothing is typed. */
  readonly hasCharacterKeys: boolean;
  /** The first steps were gone through, or left. */
  readonly knowsTheWay: boolean;
  /** Keys that were changed, by the id of the command: those that it has now (`Command.keys`). */
  readonly keys: Readonly<Record<string, readonly string[]>>;
  /** What was set for exports, by the id of the option. */
  readonly exportOptions: Readonly<Record<string, string>>;
}

/** What this tab shows: gone with it. */
interface Showing {
  /** Index of the sentence under the cursor; the last one of a selection of sentences. */
  readonly cursor: number;
  /** Index of the sentence from which Shift extends; equals `cursor` when one sentence is selected. */
  readonly cursorFrom: number;
  /** Words that were selected by dragging, as UTF-16 units of the article; they go before the sentence. */
  readonly words: Range | null;
  /** Which annotations the list shows: a query as it was typed (`search-annotations.ts`); all of them while it is empty. */
  readonly query: string;
  readonly panel: Panel;
  /** On a small screen: whether the panel lies over the article. */
  readonly isPanelOpen: boolean;
}

export type SessionState = Preferences & Showing;

export interface SessionEvents {
  nameReviewer: (reviewer: PresentReviewer) => void;
  chooseTheme: (theme: Theme) => void;
  chooseTextSize: (size: TextSize) => void;
  chooseTextFace: (face: TextFace) => void;
  chooseLanguage: (language: LanguageChoice) => void;
  snapToSentences: (snaps: boolean) => void;
  allowCharacterKeys: (hasCharacterKeys: boolean) => void;
  endTour: () => void;
  /** Other keys for these commands; null gives a command its own ones back. */
  changeKeys: (keys: Readonly<Record<string, readonly string[] | null>>) => void;
  resetKeys: () => void;
  setExportOption: (id: string, value: string) => void;
  moveCursor: (sentence: number, how?: { readonly extends: boolean }) => void;
  selectWords: (words: Range | null) => void;
  search: (query: string) => void;
  showPanel: (panel: Panel) => void;
  closePanel: () => void;
  /** A fact check was opened: nothing of the one before is shown, and the list shows what the query of the address says. */
  openDesk: (query: string) => void;
}

export type SessionStore = StoreApi<SessionState> & { readonly events: SessionEvents };

const NOTHING_SHOWN: Showing = {
  cursor: 0,
  cursorFrom: 0,
  words: null,
  query: '',
  panel: 'annotations',
  isPanelOpen: false,
};

export const UNSET: Preferences = {
  reviewer: null,
  theme: 'system',
  textSize: 'medium',
  textFace: 'serif',
  language: 'browser',
  snapsToSentences: false,
  hasCharacterKeys: true,
  knowsTheWay: false,
  keys: {},
  exportOptions: {},
};

/** Where preferences are kept; it never throws. */
interface PreferencePlace {
  readonly getItem: (name: string) => string | null;
  readonly setItem: (name: string, value: string) => void;
}

const NAME = 'linecheck-session';

/**
 * The session: preferences, which stay in the place that is handed in, and what this tab shows. In the form in which
 * zustand's `persist` keeps them, of which nothing else was needed (0.8 kB of the first load).
 */
export function createSessionStore(place: PreferencePlace): SessionStore {
  const store = createStore((): SessionState => ({
    ...UNSET,
    ...readPreferences(place.getItem(NAME)),
    ...NOTHING_SHOWN,
  }));
  store.subscribe((now, before) => {
    const isKept = (name: string): boolean => !(name in NOTHING_SHOWN);
    const changed = (Object.keys(now) as readonly (keyof SessionState)[]).filter(
      (name) => now[name] !== before[name],
    );
    if (changed.some(isKept)) {
      const state = Object.fromEntries(Object.entries(now).filter(([name]) => isKept(name)));
      place.setItem(NAME, JSON.stringify({ state, version: 1 }));
    }
  });
  function setState(changed: Partial<SessionState> | ((now: SessionState) => Partial<SessionState>)): void {
    store.setState(changed);
  }
  return Object.assign(store, {
    events: {
      nameReviewer: (reviewer: PresentReviewer) => setState({ reviewer }),
      chooseTheme: (theme: Theme) => setState({ theme }),
      chooseTextSize: (textSize: TextSize) => setState({ textSize }),
      chooseTextFace: (textFace: TextFace) => setState({ textFace }),
      chooseLanguage: (language: LanguageChoice) => setState({ language }),
      snapToSentences: (snapsToSentences: boolean) => setState({ snapsToSentences }),
      allowCharacterKeys: (hasCharacterKeys: boolean) => setState({ hasCharacterKeys }),
      changeKeys: (changed: Readonly<Record<string, readonly string[] | null>>) =>
        setState(({ keys }) => {
          const all = Object.entries({ ...keys, ...changed });
          return { keys: Object.fromEntries(all.flatMap(([id, own]) => (own ? [[id, own]] : []))) };
        }),
      endTour: () => setState({ knowsTheWay: true }),
      resetKeys: () => setState({ keys: {} }),
      setExportOption: (id: string, value: string) =>
        setState(({ exportOptions }) => ({ exportOptions: { ...exportOptions, [id]: value } })),
      moveCursor: (cursor: number, how?: { readonly extends: boolean }) =>
        setState(({ cursorFrom }) => ({
          cursor,
          cursorFrom: how?.extends ? cursorFrom : cursor,
          words: null,
        })),
      selectWords: (words: Range | null) => setState({ words }),
      search: (query: string) => setState({ query }),
      showPanel: (panel: Panel) => setState({ panel, isPanelOpen: true }),
      closePanel: () => setState({ isPanelOpen: false }),
      openDesk: (query: string) => setState({ ...NOTHING_SHOWN, query }),
    },
  });
}

/** What is damaged is forgotten: it is chosen anew at a click. */
export function readPreferences(text: string | null): Partial<Preferences> {
  try {
    return (JSON.parse(text ?? '{}') as { readonly state?: Partial<Preferences> }).state ?? {};
  } catch {
    return {};
  }
}
