import { useEffect, useState, type ReactNode } from 'react';
import { scaleOf } from '../../domain/fact-check.ts';
import { importAnnotations } from '../../domain/import-annotations.ts';
import type { Id } from '../../domain/record.ts';
import { useFactCheck, useFactCheckEvents, useFactCheckStore } from '../../stores/desk-context.ts';
import { useUndoNotice } from '../../stores/use-undo-notice.ts';
import { Button } from '../../ui/Button.tsx';
import { claimFocus } from '../../ui/claim-focus.ts';
import { count } from '../../ui/count-words.ts';
import { Dialog, DialogActions } from '../../ui/Dialog.tsx';
import { SelectField } from '../../ui/Field.tsx';
import styles from './Exchange.module.css';
import { readAnnotations, type Finding, type ReadAnnotations } from './read-annotations.ts';

interface ImportDialogProps {
  readonly file: File;
  readonly onClose: () => void;
}

/** Shows what was understood of a file with annotations of another tool, and takes them in when a person says so. */
export function ImportDialog({ file, onClose }: ImportDialogProps): ReactNode {
  const store = useFactCheckStore();
  const [read, setRead] = useState<ReadAnnotations | null>(null);
  useEffect(() => {
    const giveUp = new AbortController();
    const tell = (answer: ReadAnnotations): void => {
      if (!giveUp.signal.aborted) setRead(answer);
    };
    readAnnotations(file, store.getState().factCheck, giveUp.signal).then(tell, (error: unknown) =>
      tell({ ok: false, problem: `The file could not be read: ${String(error)}` }),
    );
    return () => giveUp.abort();
  }, [file, store]);

  return (
    <Dialog title="Import annotations" onClose={onClose}>
      <p className={styles['fileName']}>
        <bdi>{file.name}</bdi>
      </p>
      {read?.ok ? (
        <Preview read={read} onClose={onClose} />
      ) : (
        <>
          {read ? (
            <p className={styles['problem']} role="alert">
              {read.problem}
            </p>
          ) : (
            <progress className={styles['busy']} aria-label="Reading the file" />
          )}
          <DialogActions>
            <Button ref={claimFocus} onClick={onClose}>
              {read ? 'Close' : 'Cancel'}
            </Button>
          </DialogActions>
        </>
      )}
    </Dialog>
  );
}

interface PreviewProps {
  readonly read: Extract<ReadAnnotations, { readonly ok: true }>;
  readonly onClose: () => void;
}

function Preview({ read, onClose }: PreviewProps): ReactNode {
  const { placed, problems, authors } = read;
  const scale = useFactCheck(scaleOf);
  const { carryOut } = useFactCheckEvents();
  const offerUndo = useUndoNotice();
  const [ratings, setRatings] = useState(read.ratings);
  const said = sayFindings(read);

  function take(): void {
    carryOut((now, hand) => importAnnotations(now, placed, ratings, hand));
    offerUndo(`${count(placed.length, 'annotation')} imported.`);
    onClose();
  }

  return (
    <>
      <ul className={styles['list']} aria-label="What was understood">
        {said.map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
      {authors.length > 0 ? (
        <p className={styles['words']}>
          Kept as reviewers: <bdi>{authors.join(', ')}</bdi>.
        </p>
      ) : null}
      {ratings.size > 0 ? (
        <section className={styles['options']} aria-label="Verdicts">
          {[...ratings].map(([word, rating]) => (
            <SelectField
              key={word}
              label={`“${word}” means`}
              value={rating ?? NO_VERDICT}
              options={[
                { value: NO_VERDICT, label: 'No verdict' },
                ...scale.ratings.map(({ id, label }) => ({ value: id, label })),
              ]}
              onChange={(id: Id) => setRatings(new Map(ratings).set(word, id === NO_VERDICT ? null : id))}
            />
          ))}
        </section>
      ) : null}
      {problems.length > 0 ? (
        <section className={styles['problem']} aria-label="What can’t be imported">
          <h3>What can’t be imported</h3>
          <ul>
            {problems.map(({ place, problem }) => (
              <li key={place}>
                {place}: {problem}
              </li>
            ))}
          </ul>
        </section>
      ) : null}
      <DialogActions>
        <Button onClick={onClose}>{placed.length > 0 ? 'Cancel' : 'Close'}</Button>
        {placed.length > 0 ? (
          <Button look="primary" ref={claimFocus} onClick={take}>
            Import {count(placed.length, 'annotation')}
          </Button>
        ) : null}
      </DialogActions>
    </>
  );
}

const NO_VERDICT = '';

const FINDINGS: readonly (readonly [Finding, string])[] = [
  ['exact', 'found exactly'],
  ['moved', 'found word for word at another place'],
  ['near', 'found with other spacing, quote marks or punctuation'],
  ['changed', 'left out: the words in the article are different'],
  ['ambiguous', 'left out: more than one place fits'],
  ['orphaned', 'left out: the words are not in the article'],
  ['page-note', 'left out: about the page, not about words in it'],
];

function sayFindings({ findings, alreadyHere }: PreviewProps['read']): readonly string[] {
  const said = FINDINGS.flatMap(([finding, words]) => {
    const found = findings.get(finding) ?? 0;
    return found > 0 ? [`${count(found, 'annotation')} ${words}`] : [];
  });
  if (alreadyHere > 0) said.push(`${count(alreadyHere, 'annotation')} here already: not added again`);
  return said.length > 0 ? said : ['There are no annotations in this file.'];
}
