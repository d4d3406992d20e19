import type { ReactNode } from 'react';
import { importSourcesInSteps, type MergedSource, type SourceImport } from '../../domain/import-sources.ts';
import type { ItemProblem } from '../../exchange/format.ts';
import { formatList } from '../../messages/formats.ts';
import { quoted } from '../../messages/quoted.ts';
import { say } from '../../messages/say.ts';
import { useUndoNotice } from '../../stores/use-undo-notice.ts';
import { BringBackOffer, Findings, ImportActions, ItemProblems } from './ImportParts.tsx';
import type { ReadImport } from './read-import.ts';
import { sayRemovedSources } from './say-findings.ts';
import { useTaking } from '../../stores/use-taking.ts';

interface ImportedSourcesProps {
  readonly read: Extract<ReadImport, { readonly kind: 'sources' }>;
  readonly onClose: () => void;
  readonly onBringBack: () => void;
}

/** Which sources of a file are new, and which of their links find their annotation here. */
export function ImportedSources({ read, onClose, onBringBack }: ImportedSourcesProps): ReactNode {
  const offerUndo = useUndoNotice();
  const { trial } = read;
  const taken = formatList([
    ...(trial.added > 0 ? [say('{n, plural, one {# source} other {# sources}}', { n: trial.added })] : []),
    ...(trial.links > 0
      ? [say('{n, plural, one {# piece of evidence} other {# pieces of evidence}}', { n: trial.links })]
      : []),
  ]);

  const taking = useTaking(
    function* (now, hand) {
      return (yield* importSourcesInSteps(now, read.list, hand)).change;
    },
    () => {
      offerUndo(say('{what} imported.', { what: taken }));
      onClose();
    },
  );

  return (
    <>
      <Findings sentences={describe(trial)} />
      <BringBackOffer removed={trial.staysRemoved} onBringBack={onBringBack} />
      <ItemProblems problems={[...read.problems, ...trial.merged.map(sayMerged)]} />
      <ImportActions
        articleId={null}
        label={taken === '' ? null : say('Import {what}', { what: taken })}
        taking={taking}
        onClose={onClose}
      />
    </>
  );
}

function sayMerged({ words, as }: MergedSource): ItemProblem {
  return {
    place: quoted(words),
    problem: say('It is taken for “{as}”, which has the same address.', { as }),
  };
}

function describe({ added, alreadyHere, staysRemoved, links, lostLinks }: SourceImport): readonly string[] {
  const said = [
    ...(added > 0 ? [say('{n, plural, one {# source} other {# sources}} new', { n: added })] : []),
    ...(alreadyHere > 0
      ? [
          say('{n, plural, one {# source} other {# sources}} here already: not added again', {
            n: alreadyHere,
          }),
        ]
      : []),
    ...sayRemovedSources(staysRemoved),
    ...(links > 0
      ? [
          say(
            '{n, plural, one {# piece of evidence} other {# pieces of evidence}} for annotations that are here',
            { n: links },
          ),
        ]
      : []),
    ...(lostLinks > 0
      ? [
          say(
            '{n, plural, one {# piece of evidence} other {# pieces of evidence}} left out: the annotation is not here. Import the table of claims first.',
            { n: lostLinks },
          ),
        ]
      : []),
  ];
  return said.length > 0 ? said : [say('There are no sources in this file.')];
}
