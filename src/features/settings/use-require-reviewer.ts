import { createElement, useCallback, useState, type ReactNode } from 'react';
import { useKeeping } from '../../queries/store-context.ts';
import { useFactCheckStore, useNotify, useSessionStore } from '../../stores/desk-context.ts';
import type { PresentReviewer } from '../../stores/fact-check-store.ts';
import { ReviewerDialog } from './ReviewerDialog.tsx';

interface RequiredReviewer {
  /**
   * Does it at once when it is known who is checking; else asks first, and does nothing when that is cancelled. Where
   * nothing can be edited it says why.
   */
  readonly whenReviewer: (act: () => void) => void;
  /** The question, to be rendered anywhere. */
  readonly dialog: ReactNode;
}

/** For everything that is done in a reviewer's name. `whenReviewer` is the same function at every rendering. */
export function useRequireReviewer(): RequiredReviewer {
  const session = useSessionStore();
  const factCheck = useFactCheckStore();
  const notify = useNotify();
  const { clock } = useKeeping();
  const [waiting, setWaiting] = useState<{ readonly act: () => void } | null>(null);

  const whenReviewer = useCallback(
    (act: () => void) => {
      const { readOnlyReason } = factCheck.getState();
      if (readOnlyReason !== null) notify(readOnlyReason);
      else if (session.getState().reviewer) act();
      else setWaiting({ act });
    },
    [session, factCheck, notify],
  );

  function answer(reviewer: PresentReviewer): void {
    session.events.nameReviewer(reviewer);
    setWaiting(null);
    waiting?.act();
  }

  const dialog =
    waiting &&
    createElement(ReviewerDialog, {
      onName: (name) => answer({ id: clock.newId(), name }),
      onTakeUp: answer,
      onCancel: () => setWaiting(null),
    });
  return { whenReviewer, dialog };
}
