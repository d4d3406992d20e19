import { Download } from 'lucide-react';
import type { ReactNode } from 'react';
import { say } from '../../messages/say.ts';
import { Button } from '../../ui/Button.tsx';
import styles from './Exchange.module.css';
import { OpenFileButton } from './OpenFileButton.tsx';
import { useDownloadBackup } from './use-download-backup.ts';

interface BackupPartProps {
  /** Takes the backup that a person chose; null where it can't be restored, which is at a desk. */
  readonly onFile: ((file: File) => void) | null;
}

/** Everything that this browser keeps as one file, and the way back. */
export function BackupPart({ onFile }: BackupPartProps): ReactNode {
  const { download, isGathering } = useDownloadBackup();
  return (
    <>
      <p>
        {say(
          onFile
            ? 'One file with every fact check of this browser, also those that were deleted and can be brought back, with conflicts and damaged records. Restoring one shows first what it would do.'
            : 'One file with every fact check of this browser, also those that were deleted and can be brought back, with conflicts and damaged records. It can be restored in the library.',
        )}
      </p>
      <div className={styles['buttons']}>
        <Button isIdle={isGathering} onClick={download}>
          <Download aria-hidden="true" />
          {isGathering ? say('Comparing the copies…') : say('Download everything')}
        </Button>
        {onFile ? <OpenFileButton label={say('Restore from a backup')} onFile={onFile} /> : null}
      </div>
    </>
  );
}
