import { editSource, type SourceEdit } from '../domain/cite-source.ts';
import type { Source } from '../domain/source.ts';
import { say } from '../messages/say.ts';
import { useFactCheckEvents } from './desk-context.ts';
import type { WhenReviewer } from './fact-check-store.ts';
import { newWords } from './new-words.ts';
import { useUndoNotice } from './use-undo-notice.ts';

/** Edits a source wherever its fields are shown. An author who is taken off is said, with the way back. */
export function useEditSource(
  whenReviewer: WhenReviewer,
): (source: Source, edit: SourceEdit, run?: string) => void {
  const { carryOut } = useFactCheckEvents();
  const offerUndo = useUndoNotice();
  return (source, edit, run) => {
    const act = (): void => {
      carryOut((factCheck, hand) => editSource(factCheck, source.id, edit, hand), run);
      const name = source.authors.find((author) => edit.authors && !edit.authors.includes(author));
      if (name !== undefined) offerUndo(say('Author removed: {name}', { name }));
    };
    whenReviewer(act, run, { words: newWords(edit, source), into: source });
  };
}
