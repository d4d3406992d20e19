import { say } from '../messages/say.ts';
import { useFactCheckStore, useNotify } from './desk-context.ts';

/**
 * Says what was just done and offers to undo it: call it right after the event. Once something else has been done, the
 * offer stands aside, since the last step is then another one.
 */
export function useUndoNotice(): (text: string) => void {
  const store = useFactCheckStore();
  const notify = useNotify();
  return (text) => {
    const step = store.getState().past.at(-1);
    notify(text, {
      label: say('Undo'),
      run: () => {
        if (store.getState().past.at(-1) === step) store.events.undo();
        else notify(say('Something else was done since. Undo takes the steps back one by one.'));
      },
    });
  };
}
