import { useState, type ReactNode } from 'react';
import { importInSteps } from '../../domain/import-annotations.ts';
import { useUndoNotice } from '../../stores/use-undo-notice.ts';
import { count } from '../../ui/count-words.ts';
import styles from './Exchange.module.css';
import { Findings, ImportActions, ItemProblems } from './ImportParts.tsx';
import { MeaningTable } from './MeaningTable.tsx';
import { sayFindings } from './say-findings.ts';
import { useTaking } from './use-taking.ts';
import type { ReadAnnotations } from './read-annotations.ts';

interface ImportedAnnotationsProps {
  readonly read: ReadAnnotations;
  readonly onClose: () => void;
}

/** Where the annotations of a file were found, what their words shall mean, and who made them. */
export function ImportedAnnotations({ read, onClose }: ImportedAnnotationsProps): ReactNode {
  const offerUndo = useUndoNotice();
  const [meanings, setMeanings] = useState(read.meanings);
  const { articleId, authors, problems, words } = read;
  const label = sayImport(read);

  const taking = useTaking(
    (now, hand) => importInSteps(now, { ...read, meanings }, hand),
    () => {
      offerUndo(`${label ?? 'Nothing'} imported.`);
      onClose();
    },
  );

  return (
    <>
      <Findings sentences={describe(read)} />
      {authors.length > 0 ? (
        <p className={styles['words']}>
          Kept as reviewers: <bdi>{authors.slice(0, MOST_NAMES).join(', ')}</bdi>
          {authors.length > MOST_NAMES ? ` and ${authors.length - MOST_NAMES} more` : ''}.
        </p>
      ) : null}
      <MeaningTable words={words} meanings={meanings} onChange={setMeanings} />
      <ItemProblems problems={problems} />
      <ImportActions
        articleId={articleId}
        label={label && `Import ${label}`}
        taking={taking}
        onClose={onClose}
      />
    </>
  );
}

const MOST_NAMES = 20;

/** What there is to take; null when there is nothing. */
function sayImport({ fresh, withNews }: ReadAnnotations): string | null {
  const parts = [
    ...(fresh > 0 ? [count(fresh, 'annotation')] : []),
    ...(withNews > 0 ? [`what is new of ${count(withNews, 'annotation')}`] : []),
  ];
  return parts.length === 0 ? null : parts.join(' and ');
}

function describe({
  findings,
  alreadyHere,
  withNews,
  machineMade,
  arrivals,
}: ReadAnnotations): readonly string[] {
  const sources = arrivals.reduce((sum, { item }) => sum + item.sources.length, 0);
  const said = [
    ...sayFindings(findings),
    ...(alreadyHere > 0 ? [`${count(alreadyHere, 'annotation')} here already: not added again`] : []),
    ...(withNews > 0
      ? [
          `${count(withNews, 'annotation')} here already, with a verdict, a reply or evidence that ${withNews === 1 ? 'is' : 'are'} new: that is added to ${withNews === 1 ? 'it' : 'them'}`,
        ]
      : []),
    ...(machineMade > 0
      ? [`${count(machineMade, 'annotation')} made by a machine: kept open, with the tag “machine-made”`]
      : []),
    ...(sources > 0 ? [`${count(sources, 'source')} cited`] : []),
  ];
  return said.length > 0 ? said : ['There are no annotations in this file.'];
}
