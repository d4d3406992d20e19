import { Download } from 'lucide-react';
import type { ReactNode } from 'react';
import { serialiseDamaged } from '../../exchange/damaged-records.ts';
import { say } from '../../messages/say.ts';
import { useQuarantine, type Quarantined } from '../../queries/quarantine.ts';
import { useKeeping } from '../../queries/store-context.ts';
import { Button } from '../../ui/Button.tsx';
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
      <section className={styles['note']} aria-label={say('Damaged records')}>
        <h3>{say('Damaged records')}</h3>
        {damaged === undefined ? (
          <p>{say('Looking through what is kept…')}</p>
        ) : damaged.length === 0 ? (
          <p>{newer.length === 0 ? say('None: all that is kept can be read.') : say('None.')}</p>
        ) : (
          <RecordList records={damaged} fileName="linecheck-damaged-records.json">
            {say(
              '{n, plural, one {# record can’t be shown where it belongs. Linecheck keeps it as it was found and never deletes it.} other {# records can’t be shown where they belong. Linecheck keeps them as they were found and never deletes them.}}',
              { n: damaged.length },
            )}
          </RecordList>
        )}
      </section>
      {newer.length === 0 ? null : (
        <section className={styles['note']} aria-label={say('Written by a newer version')}>
          <h3>{say('Written by a newer version')}</h3>
          <RecordList records={newer} fileName="linecheck-newer-records.json">
            {say(
              '{n, plural, one {# record can only be read by a newer version of Linecheck. Linecheck keeps it as it was found and never deletes it.} other {# records can only be read by a newer version of Linecheck. Linecheck keeps them as they were found and never deletes them.}}',
              { n: newer.length },
            )}
          </RecordList>
        </section>
      )}
    </>
  );
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
        <summary>{say('{n, plural, one {Show it} other {Show them}}', { n: number })}</summary>
        <ul className={styles['damaged']}>
          {records.slice(0, MOST_LISTED).map(({ key, raw, reason }) => (
            <li key={`${key}|${raw}`}>
              <code dir="ltr">{key}</code>
              <span dir="auto">{reason}</span>
            </li>
          ))}
          {number > MOST_LISTED ? (
            <li>{say('and {n, number} more, which are in the file.', { n: number - MOST_LISTED })}</li>
          ) : null}
        </ul>
      </details>
      <Button
        onClick={() => downloadText(fileName, 'application/json', serialiseDamaged(records, clock.instant()))}
      >
        <Download aria-hidden="true" />
        {say('Download them')}
      </Button>
    </>
  );
}
