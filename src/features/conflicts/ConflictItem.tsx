import type { ReactNode } from 'react';
import { compareVersions } from '../../domain/compare-versions.ts';
import type { AnyRecord, FactCheck } from '../../domain/fact-check.ts';
import { canStand } from '../../domain/take-version.ts';
import { formatSeries } from '../../messages/format-series.ts';
import { message, say } from '../../messages/say.ts';
import type { Conflict } from '../../queries/conflicts.ts';
import { useFactCheck } from '../../stores/desk-context.ts';
import { Button } from '../../ui/Button.tsx';
import { describeAge } from '../../ui/describe-age.ts';
import { nameAbout } from '../../ui/name-about.ts';
import styles from './Conflicts.module.css';
import { nameRecord } from '../../domain/name-record.ts';
import { nameField, sayValue } from './say-field.ts';

interface ConflictItemProps {
  readonly conflict: Conflict;
  readonly now: string;
  readonly onKeep: () => void;
  readonly onUse: () => void;
}

/** One record with the version that stands and the other one side by side, as far as they differ. */
export function ConflictItem({ conflict, now, onKeep, onUse }: ConflictItemProps): ReactNode {
  const factCheck = useFactCheck((present) => present);
  const { record: other } = conflict;
  const standing = factCheck.tables[other.type].get(other.id);
  const isUsable = canStand(factCheck, other);
  const name = nameRecord(factCheck, other);
  return (
    <li className={styles['conflict']}>
      <section aria-label={name}>
        <h3 dir="auto">{name}</h3>
        <table className={styles['versions']}>
          <thead>
            <tr>
              <th scope="col">
                <span className="visually-hidden">{say('Field')}</span>
              </th>
              <th scope="col">
                {say('Stands now')}
                <span className={styles['who']}>
                  {standing ? whoAndWhen(factCheck, standing, now) : say(message('Removed', 'a record'))}
                </span>
              </th>
              <th scope="col">
                {say('Other version')}
                <span className={styles['who']}>{whoAndWhen(factCheck, other, now)}</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {compareVersions(standing ?? BLANK, other).map(({ path, one, other: otherValue }) => (
              <tr key={path}>
                <th scope="row">{nameField(path)}</th>
                <td dir="auto">{standing ? sayValue(factCheck, path, one) : '–'}</td>
                <td dir="auto">{sayValue(factCheck, path, otherValue)}</td>
              </tr>
            ))}
          </tbody>
          <tfoot>
            <tr>
              <th scope="row">
                <span className="visually-hidden">{say('Decision')}</span>
              </th>
              <td>
                <Button aria-label={nameAbout(say('Keep this version'), name)} onClick={onKeep}>
                  {say('Keep this version')}
                </Button>
              </td>
              <td>
                <Button
                  isIdle={!isUsable}
                  aria-label={nameAbout(say('Use this version'), name)}
                  onClick={onUse}
                >
                  {say('Use this version')}
                </Button>
              </td>
            </tr>
          </tfoot>
        </table>
        {isUsable ? null : (
          <p className={styles['who']}>
            {say('The other version can’t be used: what it hangs on was removed. Undo the removal first.')}
          </p>
        )}
      </section>
    </li>
  );
}

const BLANK = { id: '', rev: [0, ''], updatedAt: '', updatedBy: null } as const;

function whoAndWhen({ tables }: FactCheck, { updatedBy, updatedAt }: AnyRecord, now: string): string {
  const who = updatedBy === null ? undefined : tables.reviewer.get(updatedBy)?.name;
  return formatSeries([who ?? say('Somebody'), describeAge(updatedAt, now)]);
}
