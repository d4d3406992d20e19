import { Settings } from 'lucide-react';
import { useState, type ReactNode } from 'react';
import { useLocation } from 'wouter';
import type { Id } from '../domain/record.ts';
import { BackupPart } from '../features/exchange/BackupPart.tsx';
import { ExportKeptDialog } from '../features/exchange/ExportKeptDialog.tsx';
import { FileDrop } from '../features/exchange/FileDrop.tsx';
import { OpenFileButton } from '../features/exchange/OpenFileButton.tsx';
import { useLaunchedFile } from '../features/exchange/use-launched-file.ts';
import { useOpenFile } from '../features/exchange/use-open-file.ts';
import { proposeArticle } from '../features/new-article/article-draft.ts';
import { Library } from '../features/library/Library.tsx';
import { SettingsDialog } from '../features/settings/SettingsDialog.tsx';
import { say } from '../messages/say.ts';
import { useNotify } from '../stores/desk-context.ts';
import { IconButton } from '../ui/Button.tsx';
import { useCommands } from '../ui/commands.ts';
import { deskPath, hrefOf, ROUTES, samplePath } from './addresses.ts';
import { useDeskLoadedAhead } from './lazy-parts.ts';
import { LibraryReminder } from './LibraryReminder.tsx';

/** The start page, and everything that can be opened from it. */
export function LibraryScreen(): ReactNode {
  const [, navigate] = useLocation();
  const [exported, setExported] = useState<Id | null>(null);
  const [areSettingsOpen, setSettingsOpen] = useState(false);
  useDeskLoadedAhead();
  const file = useOpenFile(
    (id) => navigate(deskPath(id)),
    (draft, name) => {
      proposeArticle(draft, name);
      navigate(ROUTES.preview);
    },
  );
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
      <Library
        addressOf={(id) => hrefOf(deskPath(id))}
        sampleAddressOf={(sample) => hrefOf(samplePath(sample))}
        onPaste={() => navigate(ROUTES.paste)}
        onExport={setExported}
        openFileButton={<OpenFileButton onFile={file.open} />}
        reminder={<LibraryReminder />}
        tools={
          <IconButton label={say('Settings')} icon={<Settings />} onClick={() => setSettingsOpen(true)} />
        }
      />
      <FileDrop words={say('Drop the file to open it')} onFile={file.open} />
      {file.dialog}
      {exported === null ? null : <ExportKeptDialog id={exported} onClose={() => setExported(null)} />}
      {areSettingsOpen ? (
        <SettingsDialog
          onClose={() => setSettingsOpen(false)}
          backup={
            <BackupPart
              onFile={(chosen) => {
                setSettingsOpen(false);
                file.open(chosen);
              }}
            />
          }
        />
      ) : null}
    </>
  );
}
