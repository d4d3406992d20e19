import { Download } from 'lucide-react';
import type { ReactNode } from 'react';
import { serialiseDamaged } from '../../exchange/damaged-records.ts';
import { useQuarantine, type Quarantined } from '../../queries/quarantine.ts';
import { useKeeping } from '../../queries/store-context.ts';
import { Button } from '../../ui/Button.tsx';
import { count } from '../../ui/count-words.ts';
import { downloadText } from '../../ui/download-text.ts';
import styles from './Settings.module.css';

/** So many are listed; the file holds all of them. */
const MOST_LISTED = 100;

/** What is kept and can't be read, with the way to get it out for somebody who can repair it. */
export function DamagedRecords(): ReactNode {
  const { data: damaged } = useQuarantine();
  return (
    <section className={styles['note']} aria-label="Damaged records">
      <h3>Damaged records</h3>
      {damaged === undefined ? (
        <p>Looking through what is kept…</p>
      ) : damaged.length === 0 ? (
        <p>None: all that is kept can be read.</p>
      ) : (
        <DamagedList damaged={damaged} />
      )}
    </section>
  );
}

function DamagedList({ damaged }: { readonly damaged: readonly Quarantined[] }): ReactNode {
  const { clock } = useKeeping();
  const number = damaged.length;
  return (
    <>
      <p>
        {count(number, 'record')} can’t be shown where {number === 1 ? 'it belongs' : 'they belong'}.
        Linecheck keeps {number === 1 ? 'it as it was' : 'them as they were'} found and never deletes{' '}
        {number === 1 ? 'it' : 'them'}.
      </p>
      <details>
        <summary>Show {number === 1 ? 'it' : 'them'}</summary>
        <ul className={styles['damaged']}>
          {damaged.slice(0, MOST_LISTED).map(({ key, raw, reason }) => (
            <li key={`${key}|${raw}`}>
              <code dir="ltr">{key}</code>
              <span dir="auto">{reason}</span>
            </li>
          ))}
          {number > MOST_LISTED ? <li>and {number - MOST_LISTED} more, which are in the file.</li> : null}
        </ul>
      </details>
      <Button
        onClick={() =>
          downloadText(
            'linecheck-damaged-records.json',
            'application/json',
            serialiseDamaged(damaged, clock.instant()),
          )
        }
      >
        <Download aria-hidden="true" />
        Download them
      </Button>
    </>
  );
}
