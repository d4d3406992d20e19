import type { ReactNode } from 'react';
import { formatNumber } from '../../messages/formats.ts';
import { message, say, type Message } from '../../messages/say.ts';
import { Button } from '../../ui/Button.tsx';
import { useCommands } from '../../ui/commands.ts';
import styles from './Drafts.module.css';
import { GROUPS, type Group } from './group-rows.ts';

interface GroupBarProps {
  /** Null for all rows. */
  readonly chosen: Group | null;
  readonly counts: ReadonlyMap<Group, number>;
  readonly onChoose: (group: Group | null) => void;
}

const GROUP_WORDS: Readonly<Record<Group, Message>> = {
  changed: message('Changed', 'sentences'),
  verdict: message('Changed under a verdict'),
  around: message('Sentence changed around it'),
  moved: message('Moved', 'sentences'),
  new: message('New', 'sentences'),
  removed: message('Removed', 'sentences'),
  choose: message('To choose'),
  lost: message('Without a place'),
  unchanged: message('Unchanged', 'sentences'),
};

/** Which rows of the comparison are shown. */
export function GroupBar({ chosen, counts, onChoose }: GroupBarProps): ReactNode {
  useCommands(() => [
    ...(chosen === null
      ? []
      : [{ id: 'show-group', label: say(message('All', 'sentences')), run: () => onChoose(null) }]),
    ...GROUPS.filter((group) => group !== chosen && counts.has(group)).map((group) => ({
      id: 'show-group',
      label: say(GROUP_WORDS[group]),
      run: () => onChoose(group),
    })),
  ]);
  return (
    <div className={styles['groups']} role="group" aria-label={say(message('Show', 'these sentences'))}>
      <Button look="quiet" aria-pressed={chosen === null} onClick={() => onChoose(null)}>
        {say(message('All', 'sentences'))}
      </Button>
      {GROUPS.map((group) => (
        <Button
          key={group}
          look="quiet"
          aria-pressed={chosen === group}
          isIdle={!counts.has(group)}
          onClick={() => onChoose(group)}
        >
          {say(GROUP_WORDS[group])}{' '}
          <span className={styles['count']}>{formatNumber(counts.get(group) ?? 0)}</span>
        </Button>
      ))}
    </div>
  );
}
