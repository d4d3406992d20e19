import type { ReactNode } from 'react';
import { say } from '../../messages/say.ts';
import { Dialog } from '../../ui/Dialog.tsx';
import { Tour } from './Tour.tsx';

/** The first steps once more, for whoever asks for them. */
export function TourDialog({ onClose }: { readonly onClose: () => void }): ReactNode {
  return (
    <Dialog title={say('How it works')} onClose={onClose}>
      <Tour onEnd={onClose} />
    </Dialog>
  );
}
