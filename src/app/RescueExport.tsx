import { Suspense, useState, type ReactNode } from 'react';
import { say } from '../messages/say.ts';
import { useKeeping } from '../queries/store-context.ts';
import { Button } from '../ui/Button.tsx';
import { DeskExport } from './lazy-parts.ts';

/** Beside what has stopped working: takes the whole fact check along. */
export function RescueExport(): ReactNode {
  const { clock } = useKeeping();
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <Button onClick={() => setOpen(true)}>{say('Export the fact check')}</Button>
      <Suspense>
        {isOpen ? <DeskExport selectedId={null} onClose={() => setOpen(false)} now={clock.instant} /> : null}
      </Suspense>
    </>
  );
}
