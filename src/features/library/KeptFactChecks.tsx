import type { UseQueryResult } from '@tanstack/react-query';
import { useId, useRef, useState, type ReactNode } from 'react';
import type { Id } from '../../domain/record.ts';
import { say } from '../../messages/say.ts';
import type { KeptFactCheck } from '../../queries/kept-fact-checks.ts';
import { useRemoveFactCheck } from '../../queries/manage-fact-checks.ts';
import { brokenOff, sayDone } from '../../queries/save-outcome.ts';
import { useKeeping } from '../../queries/store-context.ts';
import { useStoreState } from '../../queries/store-state.ts';
import { useNotify } from '../../stores/desk-context.ts';
import { Button } from '../../ui/Button.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { useIsLate } from '../../ui/use-is-late.ts';
import { KeptRow } from './KeptRow.tsx';
import styles from './KeptFactChecks.module.css';
import { RenameDialog } from './RenameDialog.tsx';
import { useBringBack } from './use-bring-back.ts';

interface KeptFactChecksProps {
  readonly kept: UseQueryResult<readonly KeptFactCheck[]>;
  readonly addressOf: (id: Id) => string;
  readonly onExport: (id: Id) => void;
  /** What is said about all of them together. */
  readonly reminder?: ReactNode;
  /** One that has just come back takes the focus, and says so, once it is here. */
  readonly cameBack: Id | null;
  readonly onGreeted: () => void;
}

/** The fact checks in this browser, with what can be done to each. */
export function KeptFactChecks(props: KeptFactChecksProps): ReactNode {
  const { kept, addressOf, onExport, reminder, cameBack, onGreeted } = props;
  const id = useId();
  const heading = useRef<HTMLHeadingElement>(null);
  const [renamed, setRenamed] = useState<KeptFactCheck | null>(null);
  const removeKept = useRemoveKept(() => heading.current?.focus());
  const isReconciled = useStoreState((state) => state.isReconciled);
  const now = useKeeping().clock.instant();
  return (
    <section className={styles['kept']} aria-labelledby={id}>
      <h2 id={id} ref={heading} tabIndex={-1}>
        {say('Your fact checks')}
      </h2>
      {kept.isError ? (
        <div className={styles['trouble']} role="alert">
          <p>
            {say('What is kept in this browser can’t be read: {message}', { message: kept.error.message })}
          </p>
          <Button onClick={() => void kept.refetch()}>{say('Try again')}</Button>
        </div>
      ) : kept.isPending ? (
        <p className={styles['waiting']}>{say('Reading what is kept in this browser…')}</p>
      ) : kept.data.length === 0 && !isReconciled ? (
        <StillLooking isEmpty />
      ) : kept.data.length === 0 ? (
        <div className={styles['sheet']}>
          <EmptyState title={say('Nothing here yet')}>
            <p>
              {say(
                'Paste an article or open a sample. Every fact check that you start is kept in this browser and waits for you here, with how far you have come.',
              )}
            </p>
          </EmptyState>
        </div>
      ) : (
        <>
          <ul className={styles['sheet']} aria-labelledby={id}>
            {kept.data.map((one) => (
              <KeptRow
                key={one.id}
                kept={one}
                address={addressOf(one.id)}
                now={now}
                onRename={() => setRenamed(one)}
                onExport={() => onExport(one.id)}
                onRemove={() => removeKept(one)}
                onGreeted={one.id === cameBack ? onGreeted : null}
              />
            ))}
          </ul>
          {reminder}
          {isReconciled ? null : <StillLooking />}
        </>
      )}
      {renamed ? <RenameDialog kept={renamed} onClose={() => setRenamed(null)} /> : null}
    </section>
  );
}

/** Where there is a list to look at, a start that is quick needs no word. */
function StillLooking({ isEmpty = false }: { readonly isEmpty?: boolean }): ReactNode {
  const isLate = useIsLate();
  return (
    <p className={styles['waiting']} role="status">
      {isEmpty || isLate
        ? say('Still looking through the browser’s database, which may hold more than this list.')
        : null}
    </p>
  );
}

/** Removes a fact check and says so, with the way back. */
function useRemoveKept(onRemoved: () => void): (kept: KeptFactCheck) => void {
  const remove = useRemoveFactCheck();
  const bringBack = useBringBack();
  const notify = useNotify();

  async function removeKept(kept: KeptFactCheck): Promise<void> {
    const result = await remove.mutateAsync(kept.id).catch(brokenOff);
    if (result.outcome === 'refused')
      notify(
        say('“{title}” could not be deleted. {problem}', { title: kept.title, problem: result.problem }),
      );
    else {
      onRemoved();
      const done = sayDone(say('“{title}” was deleted.', { title: kept.title }), result);
      notify(done, { label: say('Undo'), run: () => void bringBack(kept) });
    }
  }

  return (kept) => void removeKept(kept);
}
