import { Download } from 'lucide-react';
import type { ReactNode } from 'react';
import { serialiseBackup } from '../../exchange/backup.ts';
import { useGatherBackup } from '../../queries/backup.ts';
import { useKeeping } from '../../queries/store-context.ts';
import { useNotify } from '../../stores/desk-context.ts';
import { Button } from '../../ui/Button.tsx';
import { count } from '../../ui/count-words.ts';
import { downloadText } from '../../ui/download-text.ts';
import styles from './Exchange.module.css';
import { OpenFileButton } from './OpenFileButton.tsx';
import { createPace } from './pace.ts';

/** A backup that was begun is written to its end. */
const NEVER = new AbortController().signal;

interface BackupPartProps {
  /** Takes the backup that a person chose; null where it can't be restored, which is at a desk. */
  readonly onFile: ((file: File) => void) | null;
}

/** Everything that this browser keeps as one file, and the way back. */
export function BackupPart({ onFile }: BackupPartProps): ReactNode {
  const { clock, store } = useKeeping();
  const gather = useGatherBackup();
  const notify = useNotify();

  function download(): void {
    void write().catch((error: unknown) => notify(`The backup could not be made: ${String(error)}`));
  }

  async function write(): Promise<void> {
    const { backup, caveat } = await gather.mutateAsync(undefined);
    const { text, fileName, mediaType } = await serialiseBackup(backup, {
      exportedAt: clock.instant(),
      pace: createPace(() => undefined, NEVER),
    });
    downloadText(fileName, mediaType, text);
    store.markFiled(backup.factChecks);
    const said = `Downloaded “${fileName}” with ${count(backup.factChecks.length, 'fact check')}.`;
    notify(caveat === null ? said : `${said} ${caveat}`);
  }

  return (
    <>
      <p>
        One file with every fact check of this browser, with conflicts and damaged records.{' '}
        {onFile ? 'Restoring one shows first what it would do.' : 'It can be restored in the library.'}
      </p>
      <div className={styles['buttons']}>
        <Button isIdle={gather.isPending} onClick={download}>
          <Download aria-hidden="true" />
          {gather.isPending ? 'Comparing the copies…' : 'Download everything'}
        </Button>
        {onFile ? <OpenFileButton label="Restore from a backup" onFile={onFile} /> : null}
      </div>
    </>
  );
}
