import { useEffect, type ReactNode } from 'react';
import { useDownloadBackup } from '../features/exchange/use-download-backup.ts';
import { say } from '../messages/say.ts';
import { useKeptFactChecks } from '../queries/list-fact-checks.ts';
import { useNotify } from '../stores/desk-context.ts';
import { Button } from '../ui/Button.tsx';
import { sayUnfiled } from '../ui/count-words.ts';
import { isFirstWordOn, MANY_UNFILED } from './first-word.ts';
import styles from './LibraryReminder.module.css';

/** How much of all fact checks together is in no file, with the way to one: quietly, and a word once when it is much. */
export function LibraryReminder(): ReactNode {
  const { data: kept = [] } = useKeptFactChecks();
  const { download, isGathering } = useDownloadBackup();
  const notify = useNotify();
  const changed = kept.filter(({ unfiled }) => unfiled > 0);
  const unfiled = changed.reduce((sum, one) => sum + one.unfiled, 0);
  // What is in one fact check alone is said in its row, and at its desk.
  const isTogether = changed.length > 1;
  const isMuch = isTogether && unfiled >= MANY_UNFILED;

  useEffect(() => {
    if (isMuch && isFirstWordOn('unfiled'))
      notify(
        say(
          'Much of what this browser keeps is in no file yet. It is saved here; “Download everything” makes a copy that you can keep elsewhere.',
        ),
      );
  }, [isMuch, notify]);

  if (!isTogether) return null;
  return (
    <p className={styles['together']}>
      <span>
        {say('Together {unfiled}, in {n, plural, one {# fact check} other {# fact checks}}.', {
          unfiled: sayUnfiled(unfiled),
          n: changed.length,
        })}
      </span>
      <Button look="quiet" isIdle={isGathering} onClick={download}>
        {isGathering ? say('Comparing the copies…') : say('Download everything')}
      </Button>
    </p>
  );
}
