import { X } from 'lucide-react';
import { useEffect, useId, useRef, type ReactNode } from 'react';
import { say } from '../messages/say.ts';
import { IconButton } from './Button.tsx';
import styles from './Dialog.module.css';
import { putOnTop } from './top-dialog.ts';

interface DialogProps {
  readonly title: string;
  readonly onClose: () => void;
  /** As large as the window lets it, for what is to be read. */
  readonly isWide?: boolean;
  readonly children: ReactNode;
}

/**
 * A modal dialog, open for as long as it is rendered. The browser keeps the focus inside and gives it back to where it
 * was; Escape and the cross close it.
 */
export function Dialog({ title, onClose, isWide = false, children }: DialogProps): ReactNode {
  const ref = useRef<HTMLDialogElement>(null);
  const id = useId();

  useEffect(() => {
    const dialog = ref.current;
    const opener = document.activeElement;
    dialog?.showModal();
    const leaveTop = dialog && putOnTop(dialog);
    return () => {
      leaveTop?.();
      dialog?.close();
      if (opener instanceof HTMLElement && opener.isConnected) opener.focus();
    };
  }, []);

  return (
    <dialog
      ref={ref}
      className={styles['dialog']}
      data-wide={isWide}
      aria-labelledby={id}
      onCancel={(event) => {
        event.preventDefault();
        // In React the event goes on to a dialog around this one, which stays open.
        event.stopPropagation();
        onClose();
      }}
    >
      <header className={styles['head']}>
        <h2 id={id}>{title}</h2>
        <IconButton label={say('Close')} icon={<X />} onClick={onClose} />
      </header>
      <div className={styles['body']}>{children}</div>
    </dialog>
  );
}

/** The row of buttons at the end of a dialog. */
export function DialogActions({ children }: { readonly children: ReactNode }): ReactNode {
  return <div className={styles['actions']}>{children}</div>;
}
