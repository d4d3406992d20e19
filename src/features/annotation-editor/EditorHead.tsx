import { Ban, ChevronDown, ChevronUp, CircleCheck, Ellipsis, Trash2, X } from 'lucide-react';
import type { ReactNode } from 'react';
import { placeInText } from '../../domain/place-in-text.ts';
import type { Id } from '../../domain/record.ts';
import { annotationsInText } from '../../domain/text-order.ts';
import { say } from '../../messages/say.ts';
import { useFactCheck, useFactCheckEvents, useUnnamedWords } from '../../stores/desk-context.ts';
import { isHolding } from '../../stores/unnamed-words.ts';
import { useUndoNotice } from '../../stores/use-undo-notice.ts';
import { IconButton } from '../../ui/Button.tsx';
import { useCommands } from '../../ui/commands.ts';
import { Menu } from '../../ui/Menu.tsx';
import styles from './EditorHead.module.css';
import type { Editing } from './use-editing.ts';

interface EditorHeadProps {
  readonly editing: Editing;
  readonly isReadOnly: boolean;
  readonly onClose: () => void;
  readonly onOpen: (id: Id) => void;
}

/** Which annotation this is, the way to its neighbours in the text, and what can be done with it as a whole. */
export function EditorHead({ editing, isReadOnly, onClose, onOpen }: EditorHeadProps): ReactNode {
  const { annotation, edit, whenReviewer } = editing;
  const events = useFactCheckEvents();
  const unnamed = useUnnamedWords();
  const offerUndo = useUndoNotice();
  const inText = useFactCheck(annotationsInText);
  const { index } = placeInText(inText, annotation);
  const isClaim = annotation.checkability === 'claim';
  const [previousId, nextId] = [inText[index - 1]?.id, inText[index + 1]?.id];

  function turnOver(): void {
    edit({ checkability: isClaim ? 'not-checkable' : 'claim' });
  }

  function removeNow(): void {
    events.removeAnnotations([annotation.id]);
    offerUndo(say('Annotation removed'));
    onClose();
  }

  /** What was typed and waits for a name goes with the annotation, to come back with it: so it is put there first. */
  function remove(): void {
    if (isHolding(unnamed.getState())) whenReviewer(removeNow);
    else removeNow();
  }

  useCommands(() => [
    ...(previousId === undefined ? [] : [{ id: 'previous-annotation', run: () => onOpen(previousId) }]),
    ...(nextId === undefined ? [] : [{ id: 'next-annotation', run: () => onOpen(nextId) }]),
    ...(isReadOnly
      ? []
      : [
          { id: isClaim ? 'make-not-checkable' : 'make-claim', run: turnOver },
          { id: 'remove-annotation', run: remove },
        ]),
  ]);

  return (
    <header className={styles['head']}>
      <h2 className={styles['title']}>
        {say('Annotation {n, number} of {all, number}', { n: index + 1, all: inText.length })}
      </h2>
      <Neighbour label={say('Previous annotation')} icon={<ChevronUp />} id={previousId} onOpen={onOpen} />
      <Neighbour label={say('Next annotation')} icon={<ChevronDown />} id={nextId} onOpen={onOpen} />
      {isReadOnly ? null : (
        <Menu
          label={say('More for this annotation')}
          icon={<Ellipsis />}
          items={[
            isClaim
              ? { label: say('Mark as not checkable'), icon: <Ban />, onSelect: turnOver }
              : { label: say('Make it a claim'), icon: <CircleCheck />, onSelect: turnOver },
            { label: say('Remove annotation'), icon: <Trash2 />, onSelect: remove },
          ]}
        />
      )}
      <IconButton label={say('Close')} icon={<X />} onClick={onClose} />
    </header>
  );
}

interface NeighbourProps {
  readonly label: string;
  readonly icon: ReactNode;
  readonly id: Id | undefined;
  readonly onOpen: (id: Id) => void;
}

function Neighbour({ label, icon, id, onOpen }: NeighbourProps): ReactNode {
  return (
    <IconButton
      label={label}
      icon={icon}
      isIdle={id === undefined}
      onClick={() => {
        if (id !== undefined) onOpen(id);
      }}
    />
  );
}
