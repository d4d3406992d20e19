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
  const { data: found } = useQuarantine();
  const damaged = found?.filter(({ isNewer }) => !isNewer);
  const newer = found?.filter(({ isNewer }) => isNewer) ?? [];
  return (
    <>
      <section className={styles['note']} aria-label="Damaged records">
        <h3>Damaged records</h3>
        {damaged === undefined ? (
          <p>Looking through what is kept…</p>
        ) : damaged.length === 0 ? (
          <p>None{newer.length === 0 ? ': all that is kept can be read' : ''}.</p>
        ) : (
          <RecordList records={damaged} fileName="linecheck-damaged-records.json">
            {count(damaged.length, 'record')} can’t be shown where {damaged.length === 1 ? 'it' : 'they'}{' '}
            belong
            {damaged.length === 1 ? 's' : ''}. {sayKept(damaged.length)}
          </RecordList>
        )}
      </section>
      {newer.length === 0 ? null : (
        <section className={styles['note']} aria-label="Written by a newer version">
          <h3>Written by a newer version</h3>
          <RecordList records={newer} fileName="linecheck-newer-records.json">
            {count(newer.length, 'record')} can only be read by a newer version of Linecheck.{' '}
            {sayKept(newer.length)}
          </RecordList>
        </section>
      )}
    </>
  );
}

function sayKept(number: number): string {
  return number === 1
    ? 'Linecheck keeps it as it was found and never deletes it.'
    : 'Linecheck keeps them as they were found and never deletes them.';
}

interface RecordListProps {
  readonly records: readonly Quarantined[];
  readonly fileName: string;
  /** What is the matter with them. */
  readonly children: ReactNode;
}

function RecordList({ records, fileName, children }: RecordListProps): ReactNode {
  const { clock } = useKeeping();
  const number = records.length;
  return (
    <>
      <p>{children}</p>
      <details>
        <summary>Show {number === 1 ? 'it' : 'them'}</summary>
        <ul className={styles['damaged']}>
          {records.slice(0, MOST_LISTED).map(({ key, raw, reason }) => (
            <li key={`${key}|${raw}`}>
              <code dir="ltr">{key}</code>
              <span dir="auto">{reason}</span>
            </li>
          ))}
          {number > MOST_LISTED ? <li>and {number - MOST_LISTED} more, which are in the file.</li> : null}
        </ul>
      </details>
      <Button
        onClick={() => downloadText(fileName, 'application/json', serialiseDamaged(records, clock.instant()))}
      >
        <Download aria-hidden="true" />
        Download them
      </Button>
    </>
  );
}
