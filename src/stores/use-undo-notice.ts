import { say } from '../messages/say.ts';
import { useFactCheckStore, useNoticeStore } from './desk-context.ts';

/**
 * Says what was just done and offers to undo it: call it right after the event. Once another step is the last one, by a
 * further edit or an undo, the notice goes: its button would undo something else. `also` takes back what is no step of the
 * fact check.
 */
export function useUndoNotice(): (text: string, also?: () => void) => void {
  const store = useFactCheckStore();
  const { notify, dismiss } = useNoticeStore().events;
  return (text, also) => {
    const step = store.getState().past.at(-1);
    const notice = notify(text, {
      label: say('Undo'),
      run: () => {
        store.events.undo();
        also?.();
      },
    });
    const stop = store.subscribe(({ past }) => {
      if (past.at(-1) === step) return;
      stop();
      dismiss(notice);
    });
  };
}
