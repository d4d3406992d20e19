import { TriangleAlert } from 'lucide-react';
import type { ReactNode } from 'react';
import type { Id } from '../../domain/record.ts';
import { say } from '../../messages/say.ts';
import { useCatalogue } from '../../queries/catalogue.ts';
import { useKeptFactChecks } from '../../queries/kept-fact-checks.ts';
import { useStoreState } from '../../queries/store-state.ts';
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
  /** The button that opens a file. */
  readonly openFileButton: ReactNode;
  /** What is said below the fact checks about all of them. */
  readonly reminder?: ReactNode;
  /** What stands at the end of the title row, such as the settings. */
  readonly tools?: ReactNode;
}

/** The start page: the fact checks kept in this browser, and the ways to begin another one. */
export function Library(props: LibraryProps): ReactNode {
  const { addressOf, sampleAddressOf, onPaste, onExport, openFileButton, reminder, tools } = props;
  const kept = useKeptFactChecks();
  const start = (
    <StartWithArticle sampleAddressOf={sampleAddressOf} onPaste={onPaste} openFileButton={openFileButton} />
  );
  const list = <KeptFactChecks kept={kept} addressOf={addressOf} onExport={onExport} reminder={reminder} />;
  const isNew = kept.data?.length === 0;
  const catalogue = useCatalogue();
  const areSamplesComing = catalogue.isPending && catalogue.fetchStatus === 'fetching';
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
        <KeepingNote />
      </header>
      <div
        className={styles[isNew ? 'first' : 'rooms']}
        data-beside={!isNew || undefined}
        data-waits={kept.isPending || undefined}
      >
        {start}
        <div className={styles['kept']} data-follows={(isNew && areSamplesComing) || undefined}>
          {list}
        </div>
      </div>
    </main>
  );
}

/** What this browser can't promise of what is kept in it, before anything is lost by that. */
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
