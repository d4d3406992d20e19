import type { ReactNode } from 'react';
import { Dialog } from '../../ui/Dialog.tsx';
import { Tour } from './Tour.tsx';

/** The first steps once more, for whoever asks for them. */
export function TourDialog({ onClose }: { readonly onClose: () => void }): ReactNode {
  return (
    <Dialog title="How it works" onClose={onClose}>
      <Tour onEnd={onClose} />
    </Dialog>
  );
}
