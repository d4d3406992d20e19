import { TriangleAlert } from 'lucide-react';
import { useEffect, useEffectEvent, useState, type ReactNode } from 'react';
import type { Id } from '../../domain/record.ts';
import { say } from '../../messages/say.ts';
import { useCatalogue } from '../../queries/catalogue.ts';
import { useKeptFactChecks } from '../../queries/list-fact-checks.ts';
import { useStoreState } from '../../queries/store-state.ts';
import { useIsLate } from '../../ui/use-is-late.ts';
import { DeletedFactChecks } from './DeletedFactChecks.tsx';
import { KeptFactChecks } from './KeptFactChecks.tsx';
import styles from './Library.module.css';
import { StartWithArticle } from './StartWithArticle.tsx';

interface LibraryProps {
  /** Address of the desk of a fact check, for a link. */
  readonly addressOf: (id: Id) => string;
  /** Address that opens a sample article, for a link. */
  readonly sampleAddressOf: (sampleId: string) => string;
  readonly onPaste: () => void;
  readonly onExport: (id: Id) => void;
  /** Is called once all that is shown is known. */
  readonly onThere: () => void;
  /** The button that opens a file. */
  readonly openFileButton: ReactNode;
  /** What is said below the fact checks about all of them. */
  readonly reminder?: ReactNode;
  /** What stands at the end of the title row, such as the settings. */
  readonly tools?: ReactNode;
}

/** The start page: the fact checks kept in this browser, and the ways to begin another one. */
export function Library(props: LibraryProps): ReactNode {
  const { addressOf, sampleAddressOf, onPaste, onExport, onThere, openFileButton, reminder, tools } = props;
  const kept = useKeptFactChecks();
  const [cameBack, setCameBack] = useState<Id | null>(null);
  const start = (
    <StartWithArticle sampleAddressOf={sampleAddressOf} onPaste={onPaste} openFileButton={openFileButton} />
  );
  const list = (
    <KeptFactChecks
      kept={kept}
      addressOf={addressOf}
      onExport={onExport}
      reminder={reminder}
      cameBack={cameBack}
      onGreeted={() => setCameBack(null)}
    />
  );
  const isShown = useIsLate(UNSEEN) || !kept.isPending;
  const isBeside = useIsBeside(kept.data, isShown);
  const samples = useSamplesInTime();
  const isThere = !kept.isPending && !samples.areComing;
  const tellThere = useEffectEvent(onThere);
  useEffect(() => {
    if (isThere) tellThere();
  }, [isThere]);
  return (
    <main className={styles['page']}>
      <header className={styles['head']}>
        <h1 className={styles['name']}>{say('Linecheck')}</h1>
        {tools}
        <p className={styles['lead']}>
          {say(
            'Go through an article line by line, give each claim its verdict and its sources, and take the result with you as a file.',
          )}
        </p>
      </header>
      <div
        className={styles[isBeside ? 'rooms' : 'first']}
        data-beside={isBeside || undefined}
        data-waits={!isShown || undefined}
        data-late={samples.wereLate || undefined}
      >
        {start}
        <div className={styles['kept']} data-follows={samples.areWaitedFor || undefined}>
          {list}
          <DeletedFactChecks onLastBack={setCameBack} />
        </div>
      </div>
      <KeepingNote />
    </main>
  );
}

/** Reading the list takes a few milliseconds: for so long nothing is shown that would have to move when it comes. */
const UNSEEN = 400;

/**
 * Whether the ways to begin stand beside the list. Once they have been shown alone they stay where they are: a list that
 * comes late, as from a database that takes its time, comes below them and moves nothing.
 */
function useIsBeside(kept: readonly unknown[] | undefined, isShown: boolean): boolean {
  const [wasAlone, setAlone] = useState(false);
  const isAlone = kept === undefined ? isShown : kept.length === 0;
  if (isAlone && !wasAlone) setAlone(true);
  return !isAlone && !wasAlone && kept !== undefined;
}

/**
 * Whether what stands below the samples waits for them, which would only push it down. It does not wait for long: samples
 * that come later have to do with the room that was kept for them.
 */
function useSamplesInTime(): {
  readonly areComing: boolean;
  readonly areWaitedFor: boolean;
  readonly wereLate: boolean;
} {
  const { isPending, fetchStatus } = useCatalogue();
  const areComing = isPending && fetchStatus === 'fetching';
  const isLate = useIsLate();
  const [wereLate, setLate] = useState(false);
  if (areComing && isLate && !wereLate) setLate(true);
  return { areComing, areWaitedFor: areComing && !isLate, wereLate };
}

/** What this browser can't promise of what is kept in it, before anything is lost by that. It comes late, and moves nothing. */
function KeepingNote(): ReactNode {
  const isProblem = useStoreState(({ problem }) => problem !== null);
  const words = useStoreState(({ problem, caveat, warning }) =>
    problem === null ? (caveat ?? warning) : say('Not saved. {problem}', { problem }),
  );
  if (words === null) return null;
  return (
    <p className={styles['caveat']} role="note" data-is-problem={isProblem || undefined}>
      <TriangleAlert aria-hidden="true" />
      <span>{words}</span>
    </p>
  );
}
