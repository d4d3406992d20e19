import { X } from 'lucide-react';
import { useEffect, useId, useRef, type ReactNode } from 'react';
import { createPortal } from 'react-dom';
import { useStore } from 'zustand';
import { say } from '../messages/say.ts';
import { useNoticeStore } from '../stores/desk-context.ts';
import type { Notice } from '../stores/notice-store.ts';
import { Button, IconButton } from '../ui/Button.tsx';
import { useCommands } from '../ui/commands.ts';
import { useTopDialog } from '../ui/top-dialog.ts';
import styles from './Notices.module.css';

/** Time to read a notice, in milliseconds. One with a button stays longer; the action is undoable by key all the same. */
const READING_TIME = 6000;
const DECIDING_TIME = 20_000;

/**
 * What the app has to say, in a corner and politely to screen readers; in the topmost dialog as long as there is one, since
 * nothing outside it can be read or pressed.
 */
export function Notices(): ReactNode {
  const store = useNoticeStore();
  const notices = useStore(store, (state) => state.notices);
  const region = useRef<HTMLDivElement>(null);
  const dialog = useTopDialog();
  useCommands(() => [
    {
      id: 'notices',
      keys: ['F8'],
      whileTyping: true,
      run: () => region.current?.lastElementChild?.querySelector('button')?.focus(),
    },
  ]);
  const all = (
    <div ref={region} className={styles['notices']} role="status">
      {notices.map((notice) => (
        <NoticeCard key={notice.id} notice={notice} onDismiss={() => store.events.dismiss(notice.id)} />
      ))}
    </div>
  );
  return dialog ? createPortal(all, dialog) : all;
}

function NoticeCard({
  notice,
  onDismiss,
}: {
  readonly notice: Notice;
  readonly onDismiss: () => void;
}): ReactNode {
  const { text, action, id, isLasting } = notice;
  const store = useNoticeStore();

  const textId = useId();
  const card = useRef<HTMLDivElement>(null);

  useEffect(() => {
    if (isLasting) return;
    const time = action ? DECIDING_TIME : READING_TIME;
    // Nothing goes away under somebody's hand.
    const timer = setInterval(() => {
      if (!card.current?.matches(':hover, :focus-within')) store.events.dismiss(id);
    }, time);
    return () => clearInterval(timer);
  }, [store, id, action, isLasting]);

  return (
    <div ref={card} className={styles['notice']}>
      <p id={textId}>{text}</p>
      {action ? (
        <Button
          aria-describedby={textId}
          onClick={() => {
            action.run();
            onDismiss();
          }}
        >
          {action.label}
        </Button>
      ) : null}
      <IconButton label={say('Dismiss')} aria-describedby={textId} icon={<X />} onClick={onDismiss} />
    </div>
  );
}
