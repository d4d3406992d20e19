import type { ReactNode } from 'react';
import { recordsOf, type FactCheck } from '../../domain/fact-check.ts';
import { say } from '../../messages/say.ts';
import { sayParts } from '../../messages/say-parts.ts';
import { asStrongName } from '../../ui/InlineParts.tsx';
import type { Backup } from '../../queries/backup.ts';
import type { KeptFactCheck } from '../../queries/kept-fact-checks.ts';
import { useKeeping } from '../../queries/store-context.ts';
import { Button } from '../../ui/Button.tsx';
import { claimFocus } from '../../ui/claim-focus.ts';
import { describeAge } from '../../ui/describe-age.ts';
import { Dialog, DialogActions } from '../../ui/Dialog.tsx';
import styles from './Exchange.module.css';
import { OpenFileButton } from './OpenFileButton.tsx';
import { RestoreDialog } from './RestoreDialog.tsx';
import { useIsLate } from '../../ui/use-is-late.ts';

/** Where the opening of a file stands, when there is something to see of it. */
export type OpenFileState =
  | {
      readonly step: 'reading';
      readonly name: string;
      readonly share: number | null;
      readonly cancel: () => void;
    }
  /** It is compared with what is here, and stored. */
  | { readonly step: 'keeping'; readonly name: string; readonly cancel: () => void }
  | { readonly step: 'failed'; readonly name: string; readonly problem: string }
  | {
      readonly step: 'collision';
      readonly name: string;
      readonly factCheck: FactCheck;
      readonly present: KeptFactCheck;
      /** What is to be known of the file before it replaces anything. */
      readonly problems: readonly string[];
      readonly answer: (chosen: 'keep-both' | 'replace') => void;
    }
  | {
      readonly step: 'backup';
      readonly backup: Backup;
      readonly exportedAt: string;
      readonly problems: readonly string[];
      readonly restore: () => void;
      /** It has begun, and goes on to its end. */
      readonly isRestoring: boolean;
    }
  | { readonly step: 'remarks'; readonly problems: readonly string[]; readonly goOn: () => void };

interface OpenFileDialogProps {
  readonly state: OpenFileState;
  readonly onClose: () => void;
  readonly onFile: (file: File) => void;
}

/** What is said and asked while a file is opened. */
export function OpenFileDialog({ state, onClose, onFile }: OpenFileDialogProps): ReactNode {
  switch (state.step) {
    case 'reading':
      return (
        <WaitingDialog
          title={say('Reading the file')}
          words={say('Reading {name}…', { name: state.name })}
          name={state.name}
          share={state.share}
          onCancel={() => {
            state.cancel();
            onClose();
          }}
        />
      );
    case 'keeping':
      return (
        <WaitingDialog
          title={say('Keeping it in this browser')}
          words={say('Comparing {name} with what is kept in this browser…', { name: state.name })}
          name={state.name}
          share={null}
          onCancel={() => {
            state.cancel();
            onClose();
          }}
        />
      );
    case 'failed':
      return (
        <Dialog title={say('This file can’t be opened')} onClose={onClose}>
          <p className={styles['words']}>
            <strong dir="auto">{state.name}</strong>
          </p>
          <p className={styles['words']}>{state.problem}</p>
          <p className={styles['soft']}>{say('Nothing that is kept in this browser was changed.')}</p>
          <DialogActions>
            <Button ref={claimFocus} onClick={onClose}>
              {say('Close')}
            </Button>
            <OpenFileButton onFile={onFile} label={say('Choose another file')} />
          </DialogActions>
        </Dialog>
      );
    case 'collision':
      return <CollisionDialog state={state} onClose={onClose} />;
    case 'backup':
      return (
        <RestoreDialog
          backup={state.backup}
          exportedAt={state.exportedAt}
          problems={state.problems}
          isRestoring={state.isRestoring}
          onRestore={state.restore}
          onClose={onClose}
        />
      );
    case 'remarks':
      return (
        <Dialog title={say('Opened, with a remark')} onClose={state.goOn}>
          <Remarks problems={state.problems} />
          <DialogActions>
            <Button look="primary" ref={claimFocus} onClick={state.goOn}>
              {say('Continue')}
            </Button>
          </DialogActions>
        </Dialog>
      );
  }
}

function Remarks({ problems }: { readonly problems: readonly string[] }): ReactNode {
  if (problems.length === 0) return null;
  return (
    <ul className={styles['list']}>
      {problems.map((problem) => (
        <li key={problem}>{problem}</li>
      ))}
    </ul>
  );
}

interface CollisionDialogProps {
  readonly state: Extract<OpenFileState, { readonly step: 'collision' }>;
  readonly onClose: () => void;
}

/** The fact check is here in another version: nothing happens to it without an answer. */
function CollisionDialog({ state, onClose }: CollisionDialogProps): ReactNode {
  const { present, factCheck, problems, answer } = state;
  const now = useKeeping().clock.instant();
  return (
    <Dialog title={say('This fact check is here already')} onClose={onClose}>
      <p className={styles['words']}>
        {sayParts('<b>{title}</b> is kept in this browser, and the file holds another version of it.', {
          title: present.title,
          b: asStrongName,
        })}
      </p>
      <dl className={styles['facts']}>
        <dt>{say('Here')}</dt>
        <dd>{describeVersion(present.annotations, present.updatedAt, now)}</dd>
        <dt>{say('In the file')}</dt>
        <dd>{describeVersion(factCheck.tables.annotation.size, lastChangeOf(factCheck), now)}</dd>
      </dl>
      <Remarks problems={problems} />
      <DialogActions>
        <Button onClick={onClose}>{say('Cancel')}</Button>
        <Button onClick={() => answer('replace')}>{say('Replace the one here')}</Button>
        <Button look="primary" ref={claimFocus} onClick={() => answer('keep-both')}>
          {say('Keep both')}
        </Button>
      </DialogActions>
    </Dialog>
  );
}

interface WaitingDialogProps {
  readonly title: string;
  /** What is being done, as a sentence. */
  readonly words: string;
  readonly name: string;
  /** From 0 to 1; null where it is not known. */
  readonly share: number | null;
  readonly onCancel: () => void;
}

/** Says at once to screen readers, and after a while to all, what is being done with a file. */
function WaitingDialog({ title, words, name, share, onCancel }: WaitingDialogProps): ReactNode {
  const isLate = useIsLate();
  if (!isLate) {
    return (
      <p className="visually-hidden" role="status">
        {words}
      </p>
    );
  }
  return (
    <Dialog title={title} onClose={onCancel}>
      <p className={styles['words']}>
        <strong dir="auto">{name}</strong>
      </p>
      <progress
        className={styles['progress']}
        aria-label={words}
        {...(share === null ? {} : { value: share })}
      />
      <DialogActions>
        <Button ref={claimFocus} onClick={onCancel}>
          {say('Cancel')}
        </Button>
      </DialogActions>
    </Dialog>
  );
}

function describeVersion(annotations: number, updatedAt: string, now: string): string {
  return say('{n, plural, one {# annotation} other {# annotations}}, last changed {when}', {
    n: annotations,
    when: describeAge(updatedAt, now),
  });
}

function lastChangeOf(factCheck: FactCheck): string {
  return recordsOf(factCheck).reduce((last, { updatedAt }) => (updatedAt > last ? updatedAt : last), '');
}
