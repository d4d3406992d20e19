import { MapPin } from 'lucide-react';
import type { ReactNode } from 'react';
import { describeTarget } from '../../anchoring/describe.ts';
import { quoteOf, type Annotation } from '../../domain/annotation.ts';
import { attach } from '../../domain/carry-over.ts';
import { articleOf } from '../../domain/fact-check.ts';
import { say } from '../../messages/say.ts';
import { useFactCheckEvents, useFactCheckStore, useSession } from '../../stores/desk-context.ts';
import type { WhenReviewer } from '../../stores/fact-check-store.ts';
import { useUndoNotice } from '../../stores/use-undo-notice.ts';
import { Button } from '../../ui/Button.tsx';
import { nameAbout } from '../../ui/name-about.ts';
import { shorten } from '../../ui/shorten.ts';
import styles from './AnnotationList.module.css';

interface AttachButtonProps {
  readonly annotation: Annotation;
  readonly whenReviewer: WhenReviewer;
}

/** Gives an annotation without a place the words that are selected in the article, or the sentence under the cursor. */
export function AttachButton({ annotation, whenReviewer }: AttachButtonProps): ReactNode {
  const store = useFactCheckStore();
  const words = useSession((session) => session.words);
  const cursor = useSession((session) => session.cursor);
  const { carryOut } = useFactCheckEvents();
  const offerUndo = useUndoNotice();

  function attachHere(): void {
    const { text, sentences } = articleOf(store.getState().factCheck);
    const range = words ?? sentences[cursor];
    if (!range) return;
    whenReviewer(() => {
      carryOut((now, hand) => attach(now, annotation.id, [describeTarget(text, range)], hand));
      offerUndo(say('The annotation has its place again.'));
    });
  }

  const label = words
    ? say('Attach to the selected words')
    : say('Attach to sentence {value, number}', { value: cursor + 1 });

  return (
    <Button
      look="quiet"
      aria-label={nameAbout(label, shorten(quoteOf(annotation)))}
      className={styles['attach']}
      onPointerDown={(event) => {
        // The words stay selected while the button is clicked.
        if (event.pointerType === 'mouse') event.preventDefault();
      }}
      onClick={attachHere}
    >
      <MapPin aria-hidden="true" />
      {label}
    </Button>
  );
}
