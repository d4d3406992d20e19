import { QueryClientProvider, type QueryClient } from '@tanstack/react-query';
import { useEffect, useState, type ReactNode } from 'react';
import { Route, Router, Switch } from 'wouter';
import { useStore } from 'zustand';
import { say } from '../messages/say.ts';
import { StoreContext, type Keeping } from '../queries/store-context.ts';
import { useStoreState } from '../queries/store-state.ts';
import {
  NoticeContext,
  OfflineContext,
  SessionContext,
  UnnamedContext,
  useSession,
  useSessionStore,
  useUnnamedWords,
} from '../stores/desk-context.ts';
import type { NoticeStore } from '../stores/notice-store.ts';
import type { OfflineStore } from '../stores/offline-store.ts';
import type { SessionStore } from '../stores/session-store.ts';
import { createUnnamedWords, isHolding } from '../stores/unnamed-words.ts';
import { listenForKeys } from '../ui/commands.ts';
import { useAskBeforeUnload } from '../ui/use-ask-before-unload.ts';
import { useLanguage } from '../ui/use-language.ts';
import { ROUTES } from './addresses.ts';
import { CommandKeys } from './CommandKeys.tsx';
import { DeskScreen } from './DeskScreen.tsx';
import { ErrorBoundary } from '../ui/ErrorBoundary.tsx';
import { Notices } from './Notices.tsx';
import { LostScreen } from './LostScreen.tsx';
import { LibraryScreen, PasteScreen, PreviewScreen, ReviewerQuestion } from './lazy-parts.ts';
import { SampleScreen } from './SampleScreen.tsx';
import { useAddress } from './use-address.ts';

export interface AppParts {
  readonly keeping: Keeping;
  readonly queryClient: QueryClient;
  readonly session: SessionStore;
  readonly notices: NoticeStore;
  readonly offline: OfflineStore;
}

/** Wires the rooms together: what is loaded, what is edited, what is shown, and which screen the address names. */
export function App({ keeping, queryClient, session, notices, offline }: AppParts): ReactNode {
  // In another language everything is said anew, and what is typed and open stays as it is.
  useLanguage();
  const [unnamed] = useState(createUnnamedWords);
  return (
    <QueryClientProvider client={queryClient}>
      <StoreContext value={keeping}>
        <SessionContext value={session}>
          <NoticeContext value={notices}>
            <OfflineContext value={offline}>
              <UnnamedContext value={unnamed}>
                <LookSetter />
                <LeaveGuard />
                <FocusKeeper />
                <KeyListener />
                <CommandKeys />
                <ErrorBoundary problem={say('Linecheck stopped working.')}>
                  {/* oxlint-disable-next-line react/hooks -- wouter takes the location hook as a value */}
                  <Router hook={useAddress}>
                    <Switch>
                      <Route path={ROUTES.library} component={LibraryScreen} />
                      <Route path={ROUTES.paste} component={PasteScreen} />
                      <Route path={ROUTES.preview} component={PreviewScreen} />
                      <Route path={ROUTES.sample}>
                        {({ sample }) => <SampleScreen key={sample} sample={sample} />}
                      </Route>
                      <Route path={ROUTES.desk}>
                        {({ id }) => <DeskScreen key={id} id={id} place={{ annotation: null }} />}
                      </Route>
                      <Route path={ROUTES.annotation}>
                        {({ id, annotation }) => <DeskScreen key={id} id={id} place={{ annotation }} />}
                      </Route>
                      <Route path={ROUTES.version}>
                        {({ id, version }) => <DeskScreen key={id} id={id} place={{ version }} />}
                      </Route>
                      <Route component={LostScreen} />
                    </Switch>
                  </Router>
                </ErrorBoundary>
                <Question />
                <Notices />
              </UnnamedContext>
            </OfflineContext>
          </NoticeContext>
        </SessionContext>
      </StoreContext>
    </QueryClientProvider>
  );
}

/** Asks before the page is left while something is not saved, wherever in the app that is. */
function LeaveGuard(): null {
  const isUnsaved = useStoreState(
    ({ unsaved, problem, refusals }) => unsaved > 0 || problem !== null || refusals.size > 0,
  );
  const isUnnamed = useStore(useUnnamedWords(), isHolding);
  useAskBeforeUnload(isUnsaved || isUnnamed);
  return null;
}

/** Who is checking, as soon as something waits for that. */
function Question(): ReactNode {
  const words = useUnnamedWords();
  const isWaiting = useStore(words, (state) => state.asked !== null || isHolding(state));
  return (
    <ErrorBoundary problem={say('This dialog stopped working.')} isFloating onLeave={words.events.decline}>
      {isWaiting ? <ReviewerQuestion /> : null}
    </ErrorBoundary>
  );
}

/** What keeps the focus in its place, and in view, is loaded when something has the focus for the first time. */
function FocusKeeper(): null {
  useEffect(() => {
    let stopping = Promise.resolve(() => undefined as void);
    const load = (): void => {
      const loaded = import('./keep-in-place.ts').then(({ keepInPlace }) => keepInPlace());
      // A part that does not come is missed by nobody who uses a mouse.
      stopping = loaded.catch(() => () => undefined);
    };
    addEventListener('focusin', load, { once: true });
    return () => {
      removeEventListener('focusin', load);
      void stopping.then((stop) => stop());
    };
  }, []);
  return null;
}

/** Runs the commands of the present screen by their keys. */
function KeyListener(): null {
  const session = useSessionStore();
  useEffect(
    () =>
      listenForKeys(
        () => session.getState().hasCharacterKeys,
        () => session.getState().keys,
      ),
    [session],
  );
  return null;
}

/** Puts how Linecheck looks on the root element, from where the tokens take it; before the first paint `FIRST_LOOK` does. */
function LookSetter(): null {
  const theme = useSession((session) => session.theme);
  const textSize = useSession((session) => session.textSize);
  const textFace = useSession((session) => session.textFace);
  useEffect(() => {
    Object.assign(document.documentElement.dataset, { theme, textSize, textFace });
  }, [theme, textSize, textFace]);
  return null;
}
