import { useState, type ReactNode } from 'react';
import { evidenceOf } from '../../domain/lookup.ts';
import type { Id } from '../../domain/record.ts';
import { formatNumber } from '../../messages/formats.ts';
import { say } from '../../messages/say.ts';
import { useFactCheck } from '../../stores/desk-context.ts';
import { EvidenceItem } from './EvidenceItem.tsx';
import styles from './EvidenceList.module.css';
import { SourcePicker } from './SourcePicker.tsx';
import type { Editing } from './use-editing.ts';

interface EvidenceListProps {
  readonly editing: Editing;
  /** Now, as a UTC instant. */
  readonly now: () => string;
  /** Where sources are not asked for, they are shown only if there are any. */
  readonly isQuiet?: boolean;
}

/** The sources that speak for or against the claim, in the order in which they were cited. */
export function EvidenceList({ editing, now, isQuiet = false }: EvidenceListProps): ReactNode {
  const { annotation } = editing;
  const evidence = useFactCheck((factCheck) => evidenceOf(factCheck, annotation.id));
  const [addedId, setAddedId] = useState<Id | null>(null);
  if (isQuiet && evidence.length === 0) return null;
  return (
    <section className={styles['part']} aria-label={say('Evidence')}>
      <h3 className={styles['title']}>
        {say('Sources')}
        {evidence.length > 0 ? (
          <span className={styles['count']}>{formatNumber(evidence.length)}</span>
        ) : null}
      </h3>
      {evidence.length > 0 ? (
        <ul className={styles['list']}>
          {evidence.map((link) => (
            <EvidenceItem
              key={link.id}
              evidence={link}
              editing={editing}
              now={now}
              isJustAdded={link.id === addedId}
            />
          ))}
        </ul>
      ) : null}
      <SourcePicker editing={editing} now={now} onAdded={setAddedId} />
    </section>
  );
}
