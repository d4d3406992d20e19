import { useState, type ReactNode } from 'react';
import { importInSteps } from '../../domain/import-annotations.ts';
import { formatSeries } from '../../messages/format-series.ts';
import { formatList } from '../../messages/formats.ts';
import { say } from '../../messages/say.ts';
import { sayParts } from '../../messages/say-parts.ts';
import { asName } from '../../ui/InlineParts.tsx';
import { useUndoNotice } from '../../stores/use-undo-notice.ts';
import styles from './Exchange.module.css';
import { BringBackOffer, Findings, ImportActions, ItemProblems } from './ImportParts.tsx';
import { MeaningTable } from './MeaningTable.tsx';
import { sayFindings, sayStaysRemoved } from './say-findings.ts';
import { useTaking } from '../../stores/use-taking.ts';
import type { ReadAnnotations } from './read-annotations.ts';

interface ImportedAnnotationsProps {
  readonly read: ReadAnnotations;
  readonly onClose: () => void;
  readonly onBringBack: () => void;
}

/** Where the annotations of a file were found, what their words shall mean, and who made them. */
export function ImportedAnnotations({ read, onClose, onBringBack }: ImportedAnnotationsProps): ReactNode {
  const offerUndo = useUndoNotice();
  const [meanings, setMeanings] = useState(read.meanings);
  const { articleId, authors, problems, staysRemoved, words } = read;
  const label = sayImport(read);
  const names = formatSeries(authors.slice(0, MOST_NAMES));

  const taking = useTaking(
    (now, hand) => importInSteps(now, { ...read, meanings }, hand),
    () => {
      offerUndo(label === null ? say('Nothing imported.') : say('{what} imported.', { what: label }));
      onClose();
    },
  );

  return (
    <>
      <Findings sentences={describe(read)} />
      <BringBackOffer removed={staysRemoved} onBringBack={onBringBack} />
      {authors.length > 0 ? (
        <p className={styles['words']}>
          {authors.length > MOST_NAMES
            ? sayParts('Kept as reviewers: <b>{names}</b> and {more, number} more.', {
                names,
                b: asName,
                more: authors.length - MOST_NAMES,
              })
            : sayParts('Kept as reviewers: <b>{names}</b>.', { names, b: asName })}
        </p>
      ) : null}
      <MeaningTable words={words} meanings={meanings} onChange={setMeanings} />
      <ItemProblems problems={problems} />
      <ImportActions
        articleId={articleId}
        label={label && say('Import {what}', { what: label })}
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
    ...(fresh > 0 ? [say('{n, plural, one {# annotation} other {# annotations}}', { n: fresh })] : []),
    ...(withNews > 0
      ? [say('what is new of {n, plural, one {# annotation} other {# annotations}}', { n: withNews })]
      : []),
  ];
  return parts.length === 0 ? null : formatList(parts);
}

function describe({
  findings,
  around,
  alreadyHere,
  withNews,
  staysRemoved,
  machineMade,
  arrivals,
}: ReadAnnotations): readonly string[] {
  const sources = arrivals.reduce((sum, { item }) => sum + item.sources.length, 0);
  const replies = arrivals.filter(({ item }) => item.isReply).length;
  const said = [
    ...sayFindings(findings),
    ...around,
    ...(alreadyHere > 0
      ? [
          say('{n, plural, one {# annotation} other {# annotations}} here already: not added again', {
            n: alreadyHere,
          }),
        ]
      : []),
    ...sayStaysRemoved(staysRemoved),
    ...(withNews > 0
      ? [
          say(
            '{n, plural, one {# annotation} other {# annotations}} here already, with a verdict, a reply or evidence that {n, plural, one {is} other {are}} new: that is added to {n, plural, one {it} other {them}}',
            { n: withNews },
          ),
          say('A verdict that was given here since stays: another rating in the file goes into its history.'),
        ]
      : []),
    ...(machineMade > 0
      ? [
          say(
            '{n, plural, one {# annotation} other {# annotations}} made by a machine: kept open, with the tag “machine-made”',
            { n: machineMade },
          ),
        ]
      : []),
    ...(replies > 0
      ? [
          say(
            '{n, plural, one {# of them answers something that is not in the file: it comes as a note of its own} other {# of them answer something that is not in the file: each comes as a note of its own}}',
            { n: replies },
          ),
        ]
      : []),
    ...(sources > 0 ? [say('{n, plural, one {# source} other {# sources}} cited', { n: sources })] : []),
  ];
  return said.length > 0 ? said : [say('There are no annotations in this file.')];
}
