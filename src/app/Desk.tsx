import { useDeferredValue, useEffect, useEffectEvent, useRef, useState, type ReactNode } from 'react';
import { Reader } from '../features/desk/Reader.tsx';
import { focusSentence } from '../features/desk/use-cursor-highlight.ts';
import { useDeskActions } from '../features/desk/use-desk-actions.ts';
import { useDeskKeys } from '../features/desk/use-desk-keys.ts';
import { VerdictBar } from '../features/desk/VerdictBar.tsx';
import { useRequireReviewer } from '../features/settings/use-require-reviewer.ts';
import { articleOf, headOf } from '../domain/fact-check.ts';
import type { Id } from '../domain/record.ts';
import { say } from '../messages/say.ts';
import { useKeeping } from '../queries/store-context.ts';
import {
  useFactCheck,
  useFactCheckEvents,
  useSession,
  useSessionEvents,
  useSessionStore,
  useUndo,
} from '../stores/desk-context.ts';
import { useFoot } from '../ui/use-foot.ts';
import { useLatest } from '../ui/use-latest.ts';
import { CoverageStrip } from './CoverageStrip.tsx';
import styles from './Desk.module.css';
import { DeskPart } from './DeskPart.tsx';
import { ErrorBoundary } from '../ui/ErrorBoundary.tsx';
import {
  AnnotationEditor,
  AnnotationList,
  BoundaryHandles,
  DeskCommands,
  FoundMarks,
  OverviewButton,
  PlaceChooser,
  PrintedAnnotations,
  ReadOnlyBar,
  SentenceTools,
  SourcesPanel,
  Unopened,
  useIsArticlePainted,
} from './lazy-parts.ts';
import { RescueExport } from './RescueExport.tsx';
import { PanelTabs } from './PanelTabs.tsx';
import type { Saving } from './saving.ts';
import { TopBar, type TopBarDialog } from './TopBar.tsx';
import { useBackCloses, useDeskAddress } from './use-desk-address.ts';
import { useIsSmallScreen } from './use-is-small-screen.ts';

interface DeskProps {
  readonly saving: Saving;
  /** The annotation that the address names. */
  readonly annotationId: Id | null;
}

/** The desk: the article in the middle, what is annotated beside it, and the annotation that is open. */
export function Desk({ saving, annotationId }: DeskProps): ReactNode {
  const { clock } = useKeeping();
  const id = useFactCheck((factCheck) => factCheck.id);
  const title = useFactCheck((factCheck) => headOf(factCheck).title);
  const article = useFactCheck(articleOf);
  const isHere = useFactCheck(({ tables }) => annotationId !== null && tables.annotation.has(annotationId));
  const session = useSessionStore();
  const { closePanel, moveCursor, search, showPanel } = useSessionEvents();
  const panel = useSession((state) => state.panel);
  const isPanelOpen = useSession((state) => state.isPanelOpen);
  const { undo, redo } = useFactCheckEvents();
  const whenReviewer = useRequireReviewer();
  const readOnlyReason = useUndo((state) => state.readOnlyReason);
  const canUndo = useUndo(({ past }) => past.length > 0);
  const canRedo = useUndo(({ future }) => future.length > 0);
  const [shown, setShown] = useState<TopBarDialog | null>(null);
  const editor = useRef<HTMLDivElement>(null);
  const reader = useRef<HTMLDivElement>(null);
  const [announced, setAnnounced] = useState('');
  const selectedId = isHere ? annotationId : null;
  // The words answer first; what is written about them comes right after.
  const deferredId = useDeferredValue(selectedId);
  const isThere = useFactCheck(({ tables }) => deferredId !== null && tables.annotation.has(deferredId));
  const editedId = isThere ? deferredId : null;
  const isPainted = useIsArticlePainted();
  const { openAnnotation, closeAnnotation } = useDeskAddress(id, selectedId);
  useBackCloses(useIsSmallScreen() && isPanelOpen, closePanel);
  useFoot(selectedId === null ? 'bars' : 'editor');

  // What stands around the article is not drawn again because another annotation is open.
  const open = useLatest((annotation: Id) => {
    if (annotation !== selectedId) openAnnotation(annotation);
    else focusIn(editor.current);
  });

  const close = useLatest(() => {
    if (selectedId !== null) closeAnnotation();
    closePanel();
    focusCursor();
  });

  function goTo(sentence: number): void {
    moveCursor(sentence);
    focusCursor();
  }

  function focusCursor(): void {
    focusSentence(reader.current, article, session.getState().cursor);
  }

  function showFound(query: string): void {
    search(query);
    showPanel('annotations');
  }

  const takeBack = useLatest(() =>
    announce(undo()?.label, {
      done: (label) => say('Undone: {label}', { label }),
      none: canUndo ? '' : say('Nothing to be undone'),
    }),
  );
  const bringBack = useLatest(() =>
    announce(redo()?.label, {
      done: (label) => say('Redone: {label}', { label }),
      none: canRedo ? '' : say('Nothing to be redone'),
    }),
  );

  /** Says what was done; why nothing came of a step has been said where it was refused. */
  function announce(
    label: string | undefined,
    words: { readonly done: (label: string) => string; readonly none: string },
  ): void {
    setAnnounced(label === undefined ? words.none : words.done(label));
  }

  const { actions, choice, closeChoice } = useDeskActions({ selectedId, onOpen: open, whenReviewer });
  useDeskKeys({ onClose: close, actions, undo: takeBack, redo: bringBack });

  // What was open has been taken away, by an undo or in another tab: its address and the focus must not point nowhere.
  const leaveWhatIsGone = useEffectEvent(() => {
    closeAnnotation();
    if (document.activeElement === document.body) focusCursor();
  });
  const isGone = annotationId !== null && !isHere;
  useEffect(() => {
    if (isGone) leaveWhatIsGone();
  }, [isGone]);

  useEffect(() => {
    document.title = say('{title} – Linecheck', { title });
    return () => {
      document.title = 'Linecheck';
    };
  }, [title]);

  const now = clock.instant;
  return (
    <div className={styles['desk']} data-open={selectedId !== null} data-panel={isPanelOpen}>
      <TopBar
        isPainted={isPainted}
        saving={saving}
        selectedId={shown === 'export' ? selectedId : null}
        shown={shown}
        onShow={setShown}
        onUndo={takeBack}
        onRedo={bringBack}
      />
      <DeskPart>
        <CoverageStrip
          onNextUntouched={() => actions.goToUntouched('next')}
          overview={
            <DeskPart>
              {isPainted ? <OverviewButton onGo={goTo} onOpen={open} onSearch={showFound} /> : null}
            </DeskPart>
          }
        />
      </DeskPart>
      <aside className={styles['panel']} aria-label={say('Overview')}>
        <PanelTabs />
        <ErrorBoundary problem={say('This panel stopped working.')} rescue={<RescueExport />}>
          {isPainted && panel === 'annotations' ? (
            <AnnotationList selectedId={editedId} onOpen={open} whenReviewer={whenReviewer} />
          ) : null}
          {isPainted && panel === 'sources' ? (
            <SourcesPanel onOpenAnnotation={open} whenReviewer={whenReviewer} now={now} />
          ) : null}
        </ErrorBoundary>
      </aside>
      <main ref={reader} className={styles['article']}>
        <ErrorBoundary problem={say('The article stopped working.')} rescue={<RescueExport />}>
          <Reader selectedId={selectedId} onOpen={open} actions={actions}>
            <DeskPart>
              {selectedId === null || readOnlyReason !== null ? null : (
                <BoundaryHandles pane={reader} selectedId={selectedId} whenReviewer={whenReviewer} />
              )}
            </DeskPart>
          </Reader>
        </ErrorBoundary>
        <DeskPart>{isPainted ? <FoundMarks reader={reader} /> : null}</DeskPart>
        <DeskPart>{isPainted ? <PrintedAnnotations /> : null}</DeskPart>
        <div className={styles['verdicts']}>
          <DeskPart>
            {readOnlyReason === null ? (
              <VerdictBar actions={actions}>
                <DeskPart>{isPainted ? <SentenceTools /> : null}</DeskPart>
              </VerdictBar>
            ) : (
              <ReadOnlyBar reason={readOnlyReason} onExport={() => setShown('export')} />
            )}
          </DeskPart>
        </div>
      </main>
      <aside ref={editor} className={styles['editor']} aria-label={say('Editor')}>
        <ErrorBoundary problem={say('The editor stopped working.')} rescue={<RescueExport />}>
          {editedId === null ? (
            isPainted ? (
              <Unopened />
            ) : null
          ) : (
            <AnnotationEditor
              annotationId={editedId}
              onClose={close}
              onOpen={open}
              whenReviewer={whenReviewer}
              now={now}
            />
          )}
        </ErrorBoundary>
      </aside>
      {choice ? (
        <DeskPart>
          <PlaceChooser
            title={choice.title}
            ids={choice.ids}
            onChoose={choice.onChoose}
            onClose={closeChoice}
          />
        </DeskPart>
      ) : null}
      <DeskPart>
        {isPainted ? (
          <DeskCommands selectedId={selectedId} whenReviewer={whenReviewer} onShow={setShown} />
        ) : null}
      </DeskPart>
      <p className="visually-hidden" role="status">
        {announced}
      </p>
    </div>
  );
}

function focusIn(element: HTMLElement | null): void {
  element?.querySelector<HTMLElement>('section')?.focus({ preventScroll: true });
}
