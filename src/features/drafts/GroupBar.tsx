import type { ReactNode } from 'react';
import { Button } from '../../ui/Button.tsx';
import styles from './Drafts.module.css';
import { GROUPS, type Group } from './group-rows.ts';

interface GroupBarProps {
  /** Null for all rows. */
  readonly chosen: Group | null;
  readonly counts: ReadonlyMap<Group, number>;
  readonly onChoose: (group: Group | null) => void;
}

const GROUP_WORDS: Readonly<Record<Group, string>> = {
  changed: 'Changed',
  verdict: 'Changed under a verdict',
  moved: 'Moved',
  new: 'New',
  removed: 'Removed',
  choose: 'To choose',
  lost: 'Without a place',
  unchanged: 'Unchanged',
};

/** Which rows of the comparison are shown. */
export function GroupBar({ chosen, counts, onChoose }: GroupBarProps): ReactNode {
  return (
    <div className={styles['groups']} role="group" aria-label="Show">
      <Button look="quiet" aria-pressed={chosen === null} onClick={() => onChoose(null)}>
        All
      </Button>
      {GROUPS.map((group) => (
        <Button
          key={group}
          look="quiet"
          aria-pressed={chosen === group}
          isIdle={!counts.has(group)}
          onClick={() => onChoose(group)}
        >
          {GROUP_WORDS[group]} <span className={styles['count']}>{counts.get(group) ?? 0}</span>
        </Button>
      ))}
    </div>
  );
}
