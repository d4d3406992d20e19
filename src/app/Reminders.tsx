import { useEffect, type ReactNode } from 'react';
import type { Id } from '../domain/record.ts';
import { say } from '../messages/say.ts';
import { useStoreState } from '../queries/store-state.ts';
import { useUnfiled } from '../queries/unfiled.ts';
import { useNotify } from '../stores/desk-context.ts';
import { sayUnfiled } from '../ui/count-words.ts';
import { isFirstWordOn, MANY_UNFILED } from './first-word.ts';

interface RemindersProps {
  readonly factCheckId: Id;
  readonly onExport: () => void;
}

/** At the desk: how much is in no file yet, quietly, and a word when it is much or when room is running out. */
export function Reminders({ factCheckId, onExport }: RemindersProps): ReactNode {
  const unfiled = useUnfiled(factCheckId);
  const warning = useStoreState((state) => state.warning);
  const notify = useNotify();
  const reminder =
    unfiled < MANY_UNFILED
      ? null
      : say(
          'Much of this fact check is in no file yet. It is saved in this browser; a file is a copy elsewhere.',
        );

  useEffect(() => {
    const reminders = [
      { topic: `unfiled/${factCheckId}`, words: reminder },
      { topic: `room/${warning}`, words: warning },
    ];
    for (const { topic, words } of reminders)
      if (words !== null && isFirstWordOn(topic)) notify(words, { label: say('Export'), run: onExport });
  }, [factCheckId, reminder, warning, notify, onExport]);

  return unfiled === 0 ? null : (
    <span title={sayUnfiled(unfiled)}>
      <span aria-hidden="true">{unfiled}</span>
      <span className="visually-hidden">{sayUnfiled(unfiled)}</span>
    </span>
  );
}
