import { useUndo } from './desk-context.ts';

/** Another object after every step that this tab makes or takes back, the same after what other tabs do. */
export function useStep(): unknown {
  return useUndo(({ future }) => future);
}
