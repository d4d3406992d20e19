import type { ReactNode } from 'react';
import type { Id } from '../../domain/record.ts';
import { articleOf } from '../../domain/fact-check.ts';
import type { ItemProblem } from '../../exchange/format.ts';
import { say } from '../../messages/say.ts';
import { useFactCheck } from '../../stores/desk-context.ts';
import { Button } from '../../ui/Button.tsx';
import { claimFocus } from '../../ui/claim-focus.ts';
import { DialogActions } from '../../ui/Dialog.tsx';
import styles from './Exchange.module.css';
import type { Taking } from '../../stores/use-taking.ts';

/** Sentences about what was understood. */
export function Findings({ sentences }: { readonly sentences: readonly string[] }): ReactNode {
  return (
    <ul className={styles['list']} aria-label={say('What was understood')}>
      {sentences.map((sentence) => (
        <li key={sentence}>{sentence}</li>
      ))}
    </ul>
  );
}

/** The way to what a file holds and was removed here by hand; nothing where that is nothing. */
export function BringBackOffer({
  removed,
  onBringBack,
}: {
  readonly removed: number;
  readonly onBringBack: () => void;
}): ReactNode {
  if (removed === 0) return null;
  return (
    <p className={styles['words']}>
      <Button onClick={onBringBack}>
        {say('Import {n, plural, one {the removed one} other {the # removed ones}} too', { n: removed })}
      </Button>
    </p>
  );
}

/** More than a person reads. */
const MOST_SHOWN = 100;

/** What is wrong with items of the file, by their place in it. */
export function ItemProblems({ problems }: { readonly problems: readonly ItemProblem[] }): ReactNode {
  if (problems.length === 0) return null;
  const hidden = problems.length - MOST_SHOWN;
  return (
    <section className={styles['problem']} aria-label={say('What can’t be imported')}>
      <h3>{say('What can’t be imported')}</h3>
      <ul>
        {problems.slice(0, MOST_SHOWN).map(({ place, problem }, i) => (
          // oxlint-disable-next-line react/no-array-index-key -- a list that never changes, and places come twice
          <li key={i}>
            {place}: {problem}
          </li>
        ))}
        {hidden > 0 ? <li>{say('And {hidden, number} more.', { hidden })}</li> : null}
      </ul>
    </section>
  );
}

interface ImportActionsProps {
  /** The draft that the file was compared with. */
  readonly articleId: Id | null;
  /** "Import 3 annotations"; null when there is nothing to take. */
  readonly label: string | null;
  readonly taking: Taking;
  readonly onClose: () => void;
}

/** Takes it or leaves it. What was found in another draft than the one that is open now is not taken. */
export function ImportActions({ articleId, label, taking, onClose }: ImportActionsProps): ReactNode {
  const presentId = useFactCheck((factCheck) => articleOf(factCheck).id);
  const isOutdated = articleId !== null && articleId !== presentId;
  const canTake = label !== null && !isOutdated;
  return (
    <>
      {isOutdated ? (
        <p className={styles['problem']} role="alert">
          {say('Another version of the article was loaded meanwhile. Choose the file once more.')}
        </p>
      ) : null}
      {taking.share === null ? null : (
        <progress className={styles['busy']} value={taking.share} aria-label={say('Taking it in')} />
      )}
      <DialogActions>
        <Button onClick={onClose}>{canTake ? say('Cancel') : say('Close')}</Button>
        {canTake ? (
          <Button look="primary" ref={claimFocus} isIdle={taking.share !== null} onClick={taking.take}>
            {label}
          </Button>
        ) : null}
      </DialogActions>
    </>
  );
}
