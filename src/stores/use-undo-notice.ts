import { say } from '../messages/say.ts';
import { useFactCheckStore, useNotify } from './desk-context.ts';

/**
 * Says what was just done and offers to undo it: call it right after the event. Once something else has been done, the
 * offer stands aside, since the last step is then another one. `also` takes back what is no step of the fact check.
 */
export function useUndoNotice(): (text: string, also?: () => void) => void {
  const store = useFactCheckStore();
  const notify = useNotify();
  return (text, also) => {
    const step = store.getState().past.at(-1);
    notify(text, {
      label: say('Undo'),
      run: () => {
        if (store.getState().past.at(-1) === step) {
          store.events.undo();
          also?.();
        } else notify(say('Something else was done since. Undo takes the steps back one by one.'));
      },
    });
  };
}
