import { useState, type ReactNode } from 'react';
import { say } from '../messages/say.ts';
import { useKeeping } from '../queries/store-context.ts';
import { Button } from '../ui/Button.tsx';
import { ErrorBoundary } from '../ui/ErrorBoundary.tsx';
import { DeskExport } from './lazy-parts.ts';

/** Beside what has stopped working: takes the whole fact check along. When the export breaks as well, nothing else does. */
export function RescueButton(): ReactNode {
  const { clock } = useKeeping();
  const [isOpen, setOpen] = useState(false);
  const close = (): void => setOpen(false);
  return (
    <>
      <Button onClick={() => setOpen(true)}>{say('Export the fact check')}</Button>
      {isOpen ? (
        <ErrorBoundary problem={say('This dialog stopped working.')} isFloating onLeave={close}>
          <DeskExport selectedId={null} onClose={close} now={clock.instant} />
        </ErrorBoundary>
      ) : null}
    </>
  );
}
