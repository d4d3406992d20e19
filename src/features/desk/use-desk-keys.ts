import { articleOf, scaleOf } from '../../domain/fact-check.ts';
import { sayData } from '../../messages/say.ts';
import { useFactCheckStore, useSessionStore } from '../../stores/desk-context.ts';
import { useCommands, type Command } from '../../ui/commands.ts';
import type { DeskActions, DeskNavigation } from './use-desk-actions.ts';

interface Parts extends Pick<DeskNavigation, 'onClose'> {
  readonly actions: DeskActions;
  readonly undo: () => void;
  readonly redo: () => void;
}

/** What can be done at the desk with its keys; more come with `SentenceTools` and `useBoundaryKeys`. */
export function useDeskKeys({ onClose, actions, undo, redo }: Parts): void {
  const store = useFactCheckStore();
  const session = useSessionStore();

  function move(by: number, isExtending: boolean): void {
    const last = articleOf(store.getState().factCheck).sentences.length - 1;
    const next = Math.max(0, Math.min(last, session.getState().cursor + by));
    session.events.moveCursor(next, { extends: isExtending });
  }

  function step(
    id: string,
    letters: readonly string[],
    keysInText: readonly string[],
    by: number,
  ): readonly Command[] {
    return [
      { id, keys: letters, keysInText, run: () => move(by, false) },
      {
        id: `extend-${id}`,
        keys: letters.map((letter) => letter.toUpperCase()),
        keysInText: keysInText.map((key) => `Shift+${key}`),
        run: () => move(by, true),
      },
    ];
  }

  useCommands(() => {
    const { factCheck } = store.getState();
    const isRightToLeft = articleOf(factCheck).direction === 'rtl';
    const [forward, back] = isRightToLeft ? ['ArrowLeft', 'ArrowRight'] : ['ArrowRight', 'ArrowLeft'];
    return [
      ...scaleOf(factCheck).ratings.map((rating) => ({
        id: 'rate',
        label: sayData(rating.label),
        keys: [rating.shortcut],
        run: () => actions.rate(rating),
      })),
      { id: 'not-checkable', keys: ['0'], run: actions.markNotCheckable },
      { id: 'open', keysInText: ['Enter'], run: actions.openHere },
      { id: 'annotate', keys: ['a'], run: actions.annotateHere },
      { id: 'next-untouched', keys: ['n'], run: () => actions.goToUntouched('next') },
      { id: 'previous-untouched', keys: ['N'], run: () => actions.goToUntouched('previous') },
      ...step('next', ['j'], [forward, 'ArrowDown'], 1),
      ...step('previous', ['k'], [back, 'ArrowUp'], -1),
      ...step('first', [], ['Home'], -Infinity),
      ...step('last', [], ['End'], Infinity),
      {
        id: 'close',
        keys: ['Escape'],
        run: () => {
          if (!actions.dropWords()) onClose();
        },
      },
      { id: 'undo', keys: ['Mod+z'], run: undo },
      { id: 'redo', keys: ['Mod+Shift+z', 'Mod+y'], run: redo },
    ];
  });
}
