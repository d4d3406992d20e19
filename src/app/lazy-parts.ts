import { lazy, useEffect, useState } from 'react';

/*
 * What the reading of an article does not need is loaded after it is there: the first load stays small, and what a
 * person will want next is on its way while they read.
 */

const loadLibrary = () => import('./LibraryScreen.tsx');
const loadPaste = () => import('./PasteScreen.tsx');
const loadPreview = () => import('./PreviewScreen.tsx');
const loadChooser = () => import('../features/desk/PlaceChooser.tsx');
const loadSentenceTools = () => import('../features/desk/SentenceTools.tsx');
const loadHandles = () => import('../features/desk/BoundaryHandles.tsx');
/** When it does not come, the list shows what was found all the same. */
const loadFound = () =>
  import('../features/desk/FoundMarks.tsx').then(
    ({ FoundMarks }) => ({ default: FoundMarks }),
    () => ({ default: () => null }),
  );
const loadOverview = () => import('../features/overview/OverviewButton.tsx');
const loadList = () => import('../features/annotation-list/AnnotationList.tsx');
const loadEditor = () => import('../features/annotation-editor/AnnotationEditor.tsx');
const loadSources = () => import('../features/sources/SourcesPanel.tsx');
const loadExport = () => import('../features/exchange/DeskExport.tsx');
const loadBackup = () => import('../features/exchange/BackupPart.tsx');
const loadConflicts = () => import('../features/conflicts/ConflictsDialog.tsx');
const loadSettings = () => import('../features/settings/SettingsDialog.tsx');

const loadAwaited = () => import('./AwaitedScreen.tsx');
const loadDeleted = () => import('./DeletedScreen.tsx');
const loadConflictsButton = () => import('../features/conflicts/ConflictsButton.tsx');
const loadReminders = () => import('./Reminders.tsx');
const loadReadOnly = () => import('./ReadOnlyBar.tsx');
const loadVersion = () => import('./VersionScreen.tsx');
const loadDeskCommands = () => import('./DeskCommands.tsx');

export const LibraryScreen = lazy(async () => ({ default: (await loadLibrary()).LibraryScreen }));
export const PasteScreen = lazy(async () => ({ default: (await loadPaste()).PasteScreen }));
export const PreviewScreen = lazy(async () => ({ default: (await loadPreview()).PreviewScreen }));
export const AnnotationList = lazy(async () => ({ default: (await loadList()).AnnotationList }));
export const FoundMarks = lazy(loadFound);
export const OverviewButton = lazy(async () => ({ default: (await loadOverview()).OverviewButton }));
export const AnnotationEditor = lazy(async () => ({ default: (await loadEditor()).AnnotationEditor }));
export const PlaceChooser = lazy(async () => ({ default: (await loadChooser()).PlaceChooser }));
export const SentenceTools = lazy(async () => ({ default: (await loadSentenceTools()).SentenceTools }));
export const SourcesPanel = lazy(async () => ({ default: (await loadSources()).SourcesPanel }));
export const DeskExport = lazy(async () => ({ default: (await loadExport()).DeskExport }));
export const BackupPart = lazy(async () => ({ default: (await loadBackup()).BackupPart }));
export const ConflictsDialog = lazy(async () => ({ default: (await loadConflicts()).ConflictsDialog }));
export const SettingsDialog = lazy(async () => ({ default: (await loadSettings()).SettingsDialog }));
export const AwaitedScreen = lazy(async () => ({ default: (await loadAwaited()).AwaitedScreen }));
export const DeletedScreen = lazy(async () => ({ default: (await loadDeleted()).DeletedScreen }));
export const ConflictsButton = lazy(async () => ({ default: (await loadConflictsButton()).ConflictsButton }));
export const Reminders = lazy(async () => ({ default: (await loadReminders()).Reminders }));
export const ReadOnlyBar = lazy(async () => ({ default: (await loadReadOnly()).ReadOnlyBar }));
export const VersionsButton = lazy(async () => ({ default: (await loadVersion()).VersionsButton }));
export const DeskCommands = lazy(async () => ({ default: (await loadDeskCommands()).DeskCommands }));
export const VersionScreen = lazy(async () => ({ default: (await loadVersion()).VersionScreen }));

const WANTED_AT_THE_DESK = [
  loadList,
  loadFound,
  loadChooser,
  loadHandles,
  loadEditor,
  loadSources,
  loadExport,
  loadConflicts,
  loadDeleted,
  loadSettings,
  loadVersion,
];

/**
 * True once the article has been painted. From then on the parts around it are loaded, those that are not shown yet
 * too, so that they are there at a click.
 */
export function useIsArticlePainted(): boolean {
  const [isPainted, setPainted] = useState(false);
  useEffect(
    () =>
      afterPaint(() => {
        setPainted(true);
        loadAhead(WANTED_AT_THE_DESK);
      }),
    [],
  );
  return isPainted;
}

/** Loads what the desk needs while the library is looked at: whoever goes offline then can still check an article. */
export function useDeskLoadedAhead(): void {
  useEffect(() => afterPaint(() => loadAhead([loadPaste, loadPreview, ...WANTED_AT_THE_DESK])), []);
}

/** Calls back in the frame after the one that shows the present state; returns how to stop that. */
function afterPaint(act: () => void): () => void {
  let frame = requestAnimationFrame(() => {
    frame = requestAnimationFrame(act);
  });
  return () => cancelAnimationFrame(frame);
}

/** A part that does not come is asked for again, and its failure shown, where it is needed. */
function loadAhead(parts: readonly (() => Promise<unknown>)[]): void {
  for (const load of parts) load().catch(() => undefined);
}
