import { useEffect, useState } from 'react';
import { afterPaint } from '../ui/after-paint.ts';
import { later, laterPart, type Later } from '../ui/later.ts';
import { beAtRest } from './at-rest.ts';
import { rescue } from './RescueExport.tsx';

/*
 * What the reading of an article does not need is loaded after it is there: the first load stays small, and what a
 * person will want next is on its way while they read.
 */

const library = later(() => import('./LibraryScreen.tsx'));
const paste = later(() => import('./PasteScreen.tsx'));
const preview = later(() => import('./PreviewScreen.tsx'));
/** Reading does not wait for it; once it is there, it is asked in the same moment. */
const question = later(() => import('../features/settings/ReviewerQuestion.tsx'));
const chooser = later(() => import('../features/desk/PlaceChooser.tsx'));
const sentenceTools = later(() => import('../features/desk/SentenceTools.tsx'));
const handles = extra(() => import('../features/desk/BoundaryHandles.tsx'), 'BoundaryHandles');
const found = extra(() => import('../features/desk/FoundMarks.tsx'), 'FoundMarks');
const printed = later(() => import('../features/desk/PrintedAnnotations.tsx'));
const overview = later(() => import('../features/overview/OverviewButton.tsx'));
/** With the list, since whoever sees that can begin to work. */
const list = later(async () => {
  const part = import('../features/annotation-list/AnnotationList.tsx');
  // Without the question the list is there all the same; whoever gives a name first is told that it has not come.
  await Promise.all([part, question.load().catch(() => null)]);
  return part;
});
const editor = later(() => import('../features/annotation-editor/AnnotationEditor.tsx'));
const history = later(() => import('../features/annotation-editor/HistoryList.tsx'));
const sources = later(() => import('../features/sources/SourcesPanel.tsx'));
const importing = later(() => import('../features/exchange/DeskImport.tsx'));
const exporting = later(() => import('../features/exchange/DeskExport.tsx'));
const exportKept = later(() => import('../features/exchange/ExportKeptDialog.tsx'));
const backup = later(() => import('../features/exchange/BackupPart.tsx'));
const conflicts = later(() => import('../features/conflicts/ConflictsDialog.tsx'));
const settings = later(() => import('../features/settings/SettingsDialog.tsx'));

/** Rendered by whoever knows what to do while they are on their way. */
export const keys = later(() => import('../features/commands/KeysDialog.tsx'));
export const palette = later(() => import('../features/commands/CommandPalette.tsx'));

const awaited = later(() => import('./AwaitedScreen.tsx'));
const deleted = later(() => import('./DeletedScreen.tsx'));
const conflictsButton = later(() => import('../features/conflicts/ConflictsButton.tsx'));
const reminders = later(() => import('./Reminders.tsx'));
const unopened = later(() => import('../features/tour/Unopened.tsx'));
const readOnly = later(() => import('./ReadOnlyBar.tsx'));
const version = later(() => import('./VersionScreen.tsx'));
const deskCommands = later(() => import('./DeskCommands.tsx'));

/** For what the desk can do without: when it does not come, nothing stands in its place until it is wanted again. */
function extra<Module extends object>(load: () => Promise<Module>, name: keyof Module): Later<Module> {
  const part = later(load);
  return { ...part, load: () => part.load().catch(() => ({ [name]: () => null }) as Module) };
}

export const LibraryScreen = laterPart(library, 'LibraryScreen');
export const PasteScreen = laterPart(paste, 'PasteScreen');
export const PreviewScreen = laterPart(preview, 'PreviewScreen');
export const AnnotationList = laterPart(list, 'AnnotationList');
/** The list shows what was found all the same. */
export const FoundMarks = laterPart(found, 'FoundMarks');
/** Keys and buttons move the boundaries all the same. */
export const BoundaryHandles = laterPart(handles, 'BoundaryHandles');
export const PrintedAnnotations = laterPart(printed, 'PrintedAnnotations');
export const OverviewButton = laterPart(overview, 'OverviewButton');
export const AnnotationEditor = laterPart(editor, 'AnnotationEditor');
export const ReviewerQuestion = laterPart(question, 'ReviewerQuestion');
export const PlaceChooser = laterPart(chooser, 'PlaceChooser');
export const SentenceTools = laterPart(sentenceTools, 'SentenceTools');
export const SourcesPanel = laterPart(sources, 'SourcesPanel');
export const DeskImport = laterPart(importing, 'DeskImport');
export const DeskExport = laterPart(exporting, 'DeskExport');
export const ExportKeptDialog = laterPart(exportKept, 'ExportKeptDialog');
export const BackupPart = laterPart(backup, 'BackupPart');
export const ConflictsDialog = laterPart(conflicts, 'ConflictsDialog');
export const SettingsDialog = laterPart(settings, 'SettingsDialog');
export const AwaitedScreen = laterPart(awaited, 'AwaitedScreen');
export const DeletedScreen = laterPart(deleted, 'DeletedScreen');
export const ConflictsButton = laterPart(conflictsButton, 'ConflictsButton');
export const Reminders = laterPart(reminders, 'Reminders');
export const Unopened = laterPart(unopened, 'Unopened');
export const ReadOnlyBar = laterPart(readOnly, 'ReadOnlyBar');
export const VersionsButton = laterPart(version, 'VersionsButton');
export const DeskCommands = laterPart(deskCommands, 'DeskCommands');
export const VersionScreen = laterPart(version, 'VersionScreen');

const WANTED_AT_THE_DESK = [
  list,
  palette,
  keys,
  found,
  chooser,
  handles,
  printed,
  editor,
  history,
  sources,
  importing,
  exporting,
  rescue,
  conflicts,
  deleted,
  settings,
  version,
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

/**
 * Loads what the desk needs while the library, which is there, is looked at: whoever goes offline then can still check an
 * article. Returns how to stop that before it begins.
 */
export function loadDeskAhead(): () => void {
  return afterPaint(() => loadAhead([exportKept, backup, paste, preview, ...WANTED_AT_THE_DESK]));
}

/** What the person came for is there. A part that does not come is asked for again, and its failure shown, where it is needed. */
function loadAhead(parts: readonly Later<object>[]): void {
  beAtRest();
  for (const { load } of parts) load().catch(() => undefined);
}
