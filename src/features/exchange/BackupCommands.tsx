import type { ReactNode } from 'react';
import { say } from '../../messages/say.ts';
import { useCommands } from '../../ui/commands.ts';
import { useDownloadBackup } from './use-download-backup.ts';
import { useFileChooser } from './FileChooser.tsx';

interface BackupCommandsProps {
  /** Takes the backup that a person chose; null where it can't be restored, which is at a desk. */
  readonly onFile: ((file: File) => void) | null;
}

/** What the settings offer for everything that this browser keeps, by name. */
export function BackupCommands({ onFile }: BackupCommandsProps): ReactNode {
  const { download, isGathering } = useDownloadBackup();
  const { choose, input } = useFileChooser(say('Backup'), (file) => onFile?.(file));
  useCommands(() => [
    ...(isGathering ? [] : [{ id: 'backup', run: download }]),
    ...(onFile ? [{ id: 'restore', run: choose }] : []),
  ]);
  return onFile ? input : null;
}
