import { Settings } from 'lucide-react';
import { useEffect, useState, type ReactNode } from 'react';
import { useLocation } from 'wouter';
import type { Id } from '../domain/record.ts';
import { BackupCommands } from '../features/exchange/BackupCommands.tsx';
import { FileDrop } from '../features/exchange/FileDrop.tsx';
import { OpenFileButton } from '../features/exchange/OpenFileButton.tsx';
import { useLaunchedFile } from '../features/exchange/use-launched-file.ts';
import { useOpenFile } from '../features/exchange/use-open-file.ts';
import { proposeArticle } from '../features/new-article/article-draft.ts';
import { Library } from '../features/library/Library.tsx';
import { say } from '../messages/say.ts';
import { useNotify } from '../stores/desk-context.ts';
import { IconButton } from '../ui/Button.tsx';
import { useCommands } from '../ui/commands.ts';
import { deskPath, hrefOf, ROUTES, samplePath } from './addresses.ts';
import { ErrorBoundary } from '../ui/ErrorBoundary.tsx';
import { BackupPart, ExportKeptDialog, loadDeskAhead, SettingsDialog } from './lazy-parts.ts';
import { LibraryReminder } from './LibraryReminder.tsx';

/** The start page, and everything that can be opened from it. */
export function LibraryScreen(): ReactNode {
  const [, navigate] = useLocation();
  const [exported, setExported] = useState<Id | null>(null);
  const [areSettingsOpen, setSettingsOpen] = useState(false);
  const [isThere, setThere] = useState(false);
  // A hundred requests: none of them goes before those of the library itself.
  useEffect(() => (isThere ? loadDeskAhead() : undefined), [isThere]);
  const file = useOpenFile(
    (id) => navigate(deskPath(id)),
    (draft, name) => {
      proposeArticle(draft, name);
      navigate(ROUTES.preview);
    },
  );
  const closeDialogs = (): void => {
    setExported(null);
    setSettingsOpen(false);
  };
  const notify = useNotify();
  useLaunchedFile(file.open, () =>
    notify(say('The file could not be read. Open it here with “Open a file”.')),
  );
  useCommands(() => [
    { id: 'paste', run: () => navigate(ROUTES.paste) },
    { id: 'settings', run: () => setSettingsOpen(true) },
  ]);
  return (
    <>
      <ErrorBoundary problem={say('The library stopped working.')} rescue={<BackupPart onFile={null} />}>
        <Library
          addressOf={(id) => hrefOf(deskPath(id))}
          sampleAddressOf={(sample) => hrefOf(samplePath(sample))}
          onPaste={() => navigate(ROUTES.paste)}
          onExport={setExported}
          onThere={() => setThere(true)}
          openFileButton={<OpenFileButton command="open-file" onFile={file.open} />}
          reminder={<LibraryReminder />}
          tools={
            <IconButton label={say('Settings')} icon={<Settings />} onClick={() => setSettingsOpen(true)} />
          }
        />
      </ErrorBoundary>
      <BackupCommands onFile={file.open} />
      <FileDrop words={say('Drop the file to open it')} onFile={file.open} />
      {file.dialog ? (
        <ErrorBoundary problem={say('This dialog stopped working.')} isFloating>
          {file.dialog}
        </ErrorBoundary>
      ) : null}
      {exported === null && !areSettingsOpen ? null : (
        <ErrorBoundary problem={say('This dialog stopped working.')} isFloating onLeave={closeDialogs}>
          {exported === null ? null : <ExportKeptDialog id={exported} onClose={closeDialogs} />}
          {areSettingsOpen ? (
            <SettingsDialog
              onClose={closeDialogs}
              backup={
                <BackupPart
                  onFile={(chosen) => {
                    closeDialogs();
                    file.open(chosen);
                  }}
                />
              }
            />
          ) : null}
        </ErrorBoundary>
      )}
    </>
  );
}
