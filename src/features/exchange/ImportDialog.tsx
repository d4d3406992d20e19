import { useEffect, useState, type ReactNode } from 'react';
import { say } from '../../messages/say.ts';
import { useFactCheck, useFactCheckStore, useSession } from '../../stores/desk-context.ts';
import { removedFrom } from '../../queries/removed-from.ts';
import { useKeeping } from '../../queries/store-context.ts';
import { Button } from '../../ui/Button.tsx';
import { claimFocus } from '../../ui/claim-focus.ts';
import { Dialog, DialogActions } from '../../ui/Dialog.tsx';
import styles from './Exchange.module.css';
import { parseAside } from './ask-parse-worker.ts';
import { ImportedAnnotations } from './ImportedAnnotations.tsx';
import { ImportedSources } from './ImportedSources.tsx';
import { MergePreview } from './MergePreview.tsx';
import { readImport, type ReadImport } from './read-import.ts';
import { sortRemoved, type RemovedHere } from './reading.ts';

interface ImportDialogProps {
  readonly file: File;
  readonly onClose: () => void;
}

/** Shows what was understood of a file, and takes it into the open fact check when a person says so. */
export function ImportDialog({ file, onClose }: ImportDialogProps): ReactNode {
  const factCheck = useFactCheck((now) => now);
  const [first] = useState(factCheck);
  const [present, setPresent] = useState(first);
  const { clock, store } = useKeeping();
  const by = useSession(({ reviewer }) => reviewer?.id ?? null);
  const [read, setRead] = useState<ReadImport | null>(null);
  const [share, setShare] = useState(0);
  const [bringsBack, setBringsBack] = useState(false);
  const { isTakenBack } = useFactCheckStore();
  // What a merge or a list of sources would do is found out for one fact check: after an edit, here or in another tab, anew.
  const isStale = (read?.kind === 'merge' || read?.kind === 'sources') && present !== factCheck;
  if (isStale) {
    setPresent(factCheck);
    setRead(null);
  }
  useEffect(() => {
    const giveUp = new AbortController();
    const tell = (answer: ReadImport): void => {
      if (!giveUp.signal.aborted) setRead(answer);
    };
    const onShare = (done: number): void => {
      if (!giveUp.signal.aborted) setShare(done);
    };
    const removed = async (): Promise<RemovedHere> =>
      sortRemoved(await removedFrom(present.id, store), (id) => bringsBack || isTakenBack(id));
    const reading = { parse: parseAside, signal: giveUp.signal, onShare, hand: { clock, by }, removed };
    readImport(file, present, reading).then(tell, (error: unknown) =>
      tell({
        kind: 'unreadable',
        problem: say('The file could not be read: {error}', { error: String(error) }),
      }),
    );
    return () => giveUp.abort();
  }, [file, present, clock, store, by, bringsBack, isTakenBack]);

  // Opened anew for what was understood: the button that had the focus while reading is gone.
  return (
    <Dialog key={read === null ? 'reading' : 'read'} title={say('Import')} onClose={onClose}>
      <p className={styles['fileName']}>
        <bdi>{file.name}</bdi>
      </p>
      <Understood
        read={read}
        share={share}
        isAnew={present !== first}
        onClose={onClose}
        onBringBack={() => {
          setRead(null);
          setBringsBack(true);
        }}
      />
    </Dialog>
  );
}

interface UnderstoodProps {
  readonly read: ReadImport | null;
  readonly share: number;
  /** The fact check was changed since the file was chosen. */
  readonly isAnew: boolean;
  readonly onClose: () => void;
  /** Reads it again, as if nothing had been removed here. */
  readonly onBringBack: () => void;
}

function Understood({ read, share, isAnew, onClose, onBringBack }: UnderstoodProps): ReactNode {
  switch (read?.kind) {
    case 'annotations':
      return <ImportedAnnotations read={read} onClose={onClose} onBringBack={onBringBack} />;
    case 'sources':
      return <ImportedSources read={read} onClose={onClose} onBringBack={onBringBack} />;
    case 'merge':
      return <MergePreview read={read} isAnew={isAnew} onClose={onClose} onBringBack={onBringBack} />;
    case 'unreadable':
      return (
        <>
          <p className={styles['problem']} role="alert">
            {read.problem}
          </p>
          <p className={styles['soft']}>{say('Nothing was changed.')}</p>
          <DialogActions>
            <Button ref={claimFocus} onClick={onClose}>
              {say('Close')}
            </Button>
          </DialogActions>
        </>
      );
    case undefined:
      return (
        <>
          <progress className={styles['busy']} value={share} aria-label={say('Reading the file')} />
          <DialogActions>
            <Button ref={claimFocus} onClick={onClose}>
              {say('Cancel')}
            </Button>
          </DialogActions>
        </>
      );
  }
}
