import { useEffect, useRef, type ReactNode } from 'react';
import { say } from '../../messages/say.ts';
import { Dialog } from '../../ui/Dialog.tsx';
import styles from './Exchange.module.css';

/** The report as its reader will see it, in a frame in which nothing can run. */
export function ReportPreview({
  html,
  onClose,
}: {
  readonly html: string;
  readonly onClose: () => void;
}): ReactNode {
  const frame = useRef<HTMLIFrameElement>(null);

  useEffect(() => {
    const address = URL.createObjectURL(new Blob([html], { type: 'text/html;charset=utf-8' }));
    if (frame.current) frame.current.src = address;
    return () => URL.revokeObjectURL(address);
  }, [html]);

  return (
    <Dialog title={say('Preview of the report')} onClose={onClose} isWide>
      <iframe ref={frame} className={styles['preview']} sandbox="" title={say('Report')} />
    </Dialog>
  );
}
