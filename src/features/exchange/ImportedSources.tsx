import type { ReactNode } from 'react';
import { importSourcesInSteps, type MergedSource, type SourceImport } from '../../domain/import-sources.ts';
import type { ItemProblem } from '../../exchange/format.ts';
import { useUndoNotice } from '../../stores/use-undo-notice.ts';
import { count } from '../../ui/count-words.ts';
import { Findings, ImportActions, ItemProblems } from './ImportParts.tsx';
import type { ReadImport } from './read-import.ts';
import { useTaking } from './use-taking.ts';

interface ImportedSourcesProps {
  readonly read: Extract<ReadImport, { readonly kind: 'sources' }>;
  readonly onClose: () => void;
}

/** Which sources of a file are new, and which of their links find their annotation here. */
export function ImportedSources({ read, onClose }: ImportedSourcesProps): ReactNode {
  const offerUndo = useUndoNotice();
  const { trial } = read;
  const taken = [
    ...(trial.added > 0 ? [count(trial.added, 'source')] : []),
    ...(trial.links > 0 ? [count(trial.links, 'piece of evidence', 'pieces of evidence')] : []),
  ].join(' and ');

  const taking = useTaking(
    function* (now, hand) {
      return (yield* importSourcesInSteps(now, read.sources, hand)).change;
    },
    () => {
      offerUndo(`${taken} imported.`);
      onClose();
    },
  );

  return (
    <>
      <Findings sentences={describe(trial)} />
      <ItemProblems problems={[...read.problems, ...trial.merged.map(sayMerged)]} />
      <ImportActions
        articleId={null}
        label={taken === '' ? null : `Import ${taken}`}
        taking={taking}
        onClose={onClose}
      />
    </>
  );
}

function sayMerged({ words, as }: MergedSource): ItemProblem {
  return { place: `“${words}”`, problem: `It is taken for “${as}”, which has the same address.` };
}

function describe({ added, alreadyHere, links, lostLinks }: SourceImport): readonly string[] {
  const said = [
    ...(added > 0 ? [`${count(added, 'source')} new`] : []),
    ...(alreadyHere > 0 ? [`${count(alreadyHere, 'source')} here already: not added again`] : []),
    ...(links > 0
      ? [`${count(links, 'piece of evidence', 'pieces of evidence')} for annotations that are here`]
      : []),
    ...(lostLinks > 0
      ? [
          `${count(lostLinks, 'piece of evidence', 'pieces of evidence')} left out: the annotation is not here. Import the table of claims first.`,
        ]
      : []),
  ];
  return said.length > 0 ? said : ['There are no sources in this file.'];
}
