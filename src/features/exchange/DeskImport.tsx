import { useState, type ReactNode } from 'react';
import { say } from '../../messages/say.ts';
import { useIsReadOnly } from '../../stores/desk-context.ts';
import { FileDrop } from './FileDrop.tsx';
import { ImportDialog } from './ImportDialog.tsx';
import { OpenFileButton } from './OpenFileButton.tsx';

/** Takes what a file holds into the open fact check: one that is chosen, or dropped anywhere on the desk. */
export function DeskImport(): ReactNode {
  const isReadOnly = useIsReadOnly();
  const [chosen, setChosen] = useState<{ readonly file: File; readonly serial: number } | null>(null);
  const choose = (file: File): void => setChosen((before) => ({ file, serial: (before?.serial ?? 0) + 1 }));
  if (isReadOnly) return null;
  return (
    <>
      <OpenFileButton label={say('Import a file')} look="icon" command="import" onFile={choose} />
      <FileDrop words={say('Drop the file to import what it holds')} onFile={choose} />
      {chosen ? (
        <ImportDialog key={chosen.serial} file={chosen.file} onClose={() => setChosen(null)} />
      ) : null}
    </>
  );
}
