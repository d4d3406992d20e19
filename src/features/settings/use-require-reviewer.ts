import { useCallback } from 'react';
import { useFactCheckStore, useNotify, useSessionStore, useUnnamedWords } from '../../stores/desk-context.ts';
import type { WhenReviewer } from '../../stores/fact-check-store.ts';

/**
 * For everything that is done in a reviewer's name: the question for it (`ReviewerQuestion`) is asked once, and never in the
 * middle of a word. The same function at every rendering; where nothing can be edited it says why.
 */
export function useRequireReviewer(): WhenReviewer {
  const session = useSessionStore();
  const desk = useFactCheckStore();
  const { hold, ask } = useUnnamedWords().events;
  const notify = useNotify();
  return useCallback<WhenReviewer>(
    (act, run, typed) => {
      const { readOnlyReason } = desk.getState();
      if (readOnlyReason !== null) notify(readOnlyReason);
      else if (session.getState().reviewer) act();
      else if (run === undefined) ask({ act, desk });
      else hold(run, { act, desk, ...(typed ? { typed } : {}) });
    },
    [session, desk, hold, ask, notify],
  );
}
