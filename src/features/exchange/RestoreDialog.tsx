import type { ReactNode } from 'react';
import { say } from '../../messages/say.ts';
import { useRestorePlan, type Backup, type RestoreStep } from '../../queries/backup.ts';
import { useKeeping } from '../../queries/store-context.ts';
import { Button } from '../../ui/Button.tsx';
import { claimFocus } from '../../ui/claim-focus.ts';
import { describeAge } from '../../ui/describe-age.ts';
import { Dialog, DialogActions } from '../../ui/Dialog.tsx';
import { describeRest, describeStep } from './describe-restore.ts';
import styles from './Exchange.module.css';

interface RestoreDialogProps {
  readonly backup: Backup;
  /** UTC instant; empty when the file does not tell. */
  readonly exportedAt: string;
  /** What could not be read of the file, a sentence each. */
  readonly problems: readonly string[];
  readonly isRestoring: boolean;
  readonly onRestore: () => void;
  readonly onClose: () => void;
}

/** Shows what a backup would add, replace and leave, before anything is done. */
export function RestoreDialog(props: RestoreDialogProps): ReactNode {
  const { backup, exportedAt, problems, isRestoring, onRestore, onClose } = props;
  const { data: plan, error } = useRestorePlan(backup);
  const rest = plan ? describeRest(plan) : null;
  const now = useKeeping().clock.instant();
  const age = describeAge(exportedAt, now);
  return (
    <Dialog title={say('Restore from a backup')} onClose={onClose}>
      <p>
        {age === ''
          ? say(
              'This backup holds {n, plural, one {# fact check} other {# fact checks}}. Of each record the newer version stays, and nothing that is here is removed.',
              { n: backup.factChecks.length },
            )
          : say(
              'This backup was made {age}. It holds {n, plural, one {# fact check} other {# fact checks}}. Of each record the newer version stays, and nothing that is here is removed.',
              { age, n: backup.factChecks.length },
            )}
      </p>
      {plan ? (
        <ul className={styles['steps']} aria-label={say('What is restored')}>
          {plan.steps.map((step) => (
            <Step key={step.id} step={step} />
          ))}
        </ul>
      ) : (
        <p className={styles['soft']}>{error ? error.message : say('Comparing it with what is here…')}</p>
      )}
      {plan && plan.readAgain > 0 ? (
        <p className={styles['soft']}>
          {say(
            '{n, plural, one {# of these records was set aside because its fact check could not be opened, and takes its place again.} other {# of these records were set aside because their fact check could not be opened, and take their place again.}}',
            { n: plan.readAgain },
          )}
        </p>
      ) : null}
      {rest === null ? null : <p className={styles['soft']}>{rest}</p>}
      {plan?.caveat ? <p className={styles['lost']}>{plan.caveat}</p> : null}
      {problems.length === 0 ? null : (
        <section className={styles['problem']} aria-label={say('What can’t be read')}>
          <h3>{say('What can’t be read')}</h3>
          <ul>
            {problems.map((problem) => (
              <li key={problem}>{problem}</li>
            ))}
          </ul>
        </section>
      )}
      <DialogActions>
        <Button onClick={onClose}>{isRestoring ? say('Close') : say('Cancel')}</Button>
        <Button
          look="primary"
          ref={claimFocus}
          isIdle={plan === undefined || isRestoring}
          onClick={onRestore}
        >
          {isRestoring ? say('Restoring…') : say('Restore')}
        </Button>
      </DialogActions>
    </Dialog>
  );
}

function Step({ step }: { readonly step: RestoreStep }): ReactNode {
  return (
    <li>
      <strong dir="auto">{step.title}</strong>
      <span className={styles['soft']}>{describeStep(step)}</span>
    </li>
  );
}
