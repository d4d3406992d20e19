import { lazy, useEffect, useState, type ComponentType, type ReactNode } from 'react';
import { loadReviewerDialog } from '../features/settings/use-require-reviewer.ts';
import { afterPaint } from '../ui/after-paint.ts';
import { beAtRest } from './at-rest.ts';

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
const loadFound = () => import('../features/desk/FoundMarks.tsx');
const loadPrinted = () => import('../features/desk/PrintedAnnotations.tsx');
const loadOverview = () => import('../features/overview/OverviewButton.tsx');
/** With the list, since whoever sees that can begin to work. */
const loadList = async () => {
  const part = import('../features/annotation-list/AnnotationList.tsx');
  await Promise.all([part, loadReviewerDialog()]);
  return part;
};
const loadEditor = () => import('../features/annotation-editor/AnnotationEditor.tsx');
const loadSources = () => import('../features/sources/SourcesPanel.tsx');
const loadImport = () => import('../features/exchange/DeskImport.tsx');
const loadExport = () => import('../features/exchange/DeskExport.tsx');
const loadExportKept = () => import('../features/exchange/ExportKeptDialog.tsx');
const loadBackup = () => import('../features/exchange/BackupPart.tsx');
const loadConflicts = () => import('../features/conflicts/ConflictsDialog.tsx');
const loadSettings = () => import('../features/settings/SettingsDialog.tsx');

const loadAwaited = () => import('./AwaitedScreen.tsx');
const loadDeleted = () => import('./DeletedScreen.tsx');
const loadConflictsButton = () => import('../features/conflicts/ConflictsButton.tsx');
const loadReminders = () => import('./Reminders.tsx');
const loadFirstSteps = () => import('../features/tour/FirstSteps.tsx');
const loadReadOnly = () => import('./ReadOnlyBar.tsx');
const loadVersion = () => import('./VersionScreen.tsx');
const loadDeskCommands = () => import('./DeskCommands.tsx');

type PropsOf<Part> = Part extends (props: infer Props) => ReactNode ? Props : never;

/** One of the components of a module that is loaded when it is first shown. */
function lazyPart<Module, Name extends keyof Module>(
  load: () => Promise<Module>,
  name: Name,
): ComponentType<PropsOf<Module[Name]>> {
  // What has no such props is of type never, and can't be rendered.
  return lazy(async () => {
    const module = await load();
    return { default: module[name] as unknown as ComponentType<PropsOf<Module[Name]>> };
  });
}

/** The same for what the desk can do without: when it does not come, nothing stands in its place. */
function lazyExtra<Module, Name extends keyof Module>(
  load: () => Promise<Module>,
  name: Name,
): ComponentType<PropsOf<Module[Name]>> {
  return lazyPart(() => load().catch(() => ({ [name]: () => null }) as Module), name);
}

export const LibraryScreen = lazyPart(loadLibrary, 'LibraryScreen');
export const PasteScreen = lazyPart(loadPaste, 'PasteScreen');
export const PreviewScreen = lazyPart(loadPreview, 'PreviewScreen');
export const AnnotationList = lazyPart(loadList, 'AnnotationList');
/** The list shows what was found all the same. */
export const FoundMarks = lazyExtra(loadFound, 'FoundMarks');
/** Keys and buttons move the boundaries all the same. */
export const BoundaryHandles = lazyExtra(loadHandles, 'BoundaryHandles');
export const PrintedAnnotations = lazyPart(loadPrinted, 'PrintedAnnotations');
export const OverviewButton = lazyPart(loadOverview, 'OverviewButton');
export const AnnotationEditor = lazyPart(loadEditor, 'AnnotationEditor');
export const PlaceChooser = lazyPart(loadChooser, 'PlaceChooser');
export const SentenceTools = lazyPart(loadSentenceTools, 'SentenceTools');
export const SourcesPanel = lazyPart(loadSources, 'SourcesPanel');
export const DeskImport = lazyPart(loadImport, 'DeskImport');
export const DeskExport = lazyPart(loadExport, 'DeskExport');
export const ExportKeptDialog = lazyPart(loadExportKept, 'ExportKeptDialog');
export const BackupPart = lazyPart(loadBackup, 'BackupPart');
export const ConflictsDialog = lazyPart(loadConflicts, 'ConflictsDialog');
export const SettingsDialog = lazyPart(loadSettings, 'SettingsDialog');
export const AwaitedScreen = lazyPart(loadAwaited, 'AwaitedScreen');
export const DeletedScreen = lazyPart(loadDeleted, 'DeletedScreen');
export const ConflictsButton = lazyPart(loadConflictsButton, 'ConflictsButton');
export const Reminders = lazyPart(loadReminders, 'Reminders');
export const FirstSteps = lazyPart(loadFirstSteps, 'FirstSteps');
export const ReadOnlyBar = lazyPart(loadReadOnly, 'ReadOnlyBar');
export const VersionsButton = lazyPart(loadVersion, 'VersionsButton');
export const DeskCommands = lazyPart(loadDeskCommands, 'DeskCommands');
export const VersionScreen = lazyPart(loadVersion, 'VersionScreen');

const WANTED_AT_THE_DESK = [
  loadList,
  loadFound,
  loadChooser,
  loadHandles,
  loadPrinted,
  loadEditor,
  loadSources,
  loadImport,
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
        beAtRest();
        loadAhead(WANTED_AT_THE_DESK);
      }),
    [],
  );
  return isPainted;
}

/** Loads what the desk needs while the library is looked at: whoever goes offline then can still check an article. */
export function useDeskLoadedAhead(): void {
  useEffect(
    () =>
      afterPaint(() => {
        beAtRest();
        loadAhead([loadPaste, loadPreview, loadExportKept, loadBackup, ...WANTED_AT_THE_DESK]);
      }),
    [],
  );
}

/** A part that does not come is asked for again, and its failure shown, where it is needed. */
function loadAhead(parts: readonly (() => Promise<unknown>)[]): void {
  for (const load of parts) load().catch(() => undefined);
}
