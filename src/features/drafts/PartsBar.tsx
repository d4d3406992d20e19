import type { ReactNode } from 'react';
import { say } from '../../messages/say.ts';
import { Button } from '../../ui/Button.tsx';
import { useCommands } from '../../ui/commands.ts';
import styles from './Drafts.module.css';

interface PartsBarProps {
  readonly part: number;
  readonly parts: number;
  readonly onGoTo: (part: number) => void;
}

/** The way through a long comparison. */
export function PartsBar({ part, parts, onGoTo }: PartsBarProps): ReactNode {
  const goTo = (next: number): void => {
    onGoTo(next);
    scrollTo({ top: 0 });
  };
  useCommands(() => [
    ...(part === 0 ? [] : [{ id: 'previous-part', run: () => goTo(part - 1) }]),
    ...(part === parts - 1 ? [] : [{ id: 'next-part', run: () => goTo(part + 1) }]),
  ]);
  return (
    <nav className={styles['parts']} aria-label={say('Parts of the comparison')}>
      <Button isIdle={part === 0} onClick={() => goTo(part - 1)}>
        {say('Part before')}
      </Button>
      <p role="status">{say('Part {value, number} of {parts, number}', { value: part + 1, parts })}</p>
      <Button isIdle={part === parts - 1} onClick={() => goTo(part + 1)}>
        {say('Next part')}
      </Button>
    </nav>
  );
}
