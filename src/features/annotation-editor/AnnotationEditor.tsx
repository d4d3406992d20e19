import { memo, useEffect, useRef, type ReactNode } from 'react';
import { extentOf } from '../../domain/annotation.ts';
import { sentenceToShow } from '../../domain/coverage.ts';
import { articleOf, scaleOf, type FactCheck } from '../../domain/fact-check.ts';
import type { Id } from '../../domain/record.ts';
import { say } from '../../messages/say.ts';
import { useFactCheckStore, useIsReadOnly, useSessionStore } from '../../stores/desk-context.ts';
import type { WhenReviewer } from '../../stores/fact-check-store.ts';
import { Button } from '../../ui/Button.tsx';
import { useCommands } from '../../ui/commands.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { isTyping } from '../../ui/key-target.ts';
import { useLanguage } from '../../ui/use-language.ts';
import styles from './AnnotationEditor.module.css';
import { ClaimPart } from './ClaimPart.tsx';
import { DoubtPart } from './DoubtPart.tsx';
import { EditorHead } from './EditorHead.tsx';
import { EvidenceList } from './EvidenceList.tsx';
import { HistoryPart } from './HistoryPart.tsx';
import { JudgementDetails } from './JudgementDetails.tsx';
import { NotCheckablePart } from './NotCheckablePart.tsx';
import { OtherVerdicts } from './OtherVerdicts.tsx';
import { QuotePart } from './QuotePart.tsx';
import { useEditing } from './use-editing.ts';
import { VerdictPart } from './VerdictPart.tsx';
import { WordingPart } from './WordingPart.tsx';
import { WorkPart } from './WorkPart.tsx';

interface AnnotationEditorProps {
  readonly annotationId: Id;
  readonly onClose: () => void;
  readonly onOpen: (id: Id) => void;
  readonly whenReviewer: WhenReviewer;
  /** Now, as a UTC instant. */
  readonly now: () => string;
}

/**
 * Everything about one annotation, in the order in which a checker works: words, verdict, conclusion, sources, details.
 * What is typed is saved at once. The keys of the rating scale give a verdict wherever no text is being typed; Escape
 * closes.
 */
export const AnnotationEditor = memo(function AnnotationEditor(props: AnnotationEditorProps): ReactNode {
  useLanguage();
  const { annotationId, onClose, onOpen, whenReviewer, now } = props;
  const editing = useEditing(annotationId, whenReviewer);
  const store = useFactCheckStore();
  const isReadOnly = useIsReadOnly();
  const session = useSessionStore();
  const section = useRef<HTMLElement>(null);
  const askedFor = useRef<Id | null>(null);

  const shownId = useRef<Id | null>(null);
  useEffect(() => {
    if (shownId.current === annotationId) return;
    shownId.current = annotationId;
    const { factCheck } = store.getState();
    if (hasGoneOn(factCheck, annotationId, session.getState().cursor)) return;
    const isInside = section.current?.contains(document.activeElement) ?? false;
    if (!isInside) section.current?.focus({ preventScroll: true });
  }, [annotationId, store, session]);

  /**
   * Asks when a field is clicked or tapped, once: at the first letter the question would take the rest of the word. Who
   * only passes through the fields by Tab is not asked.
   */
  function askWhoIsTyping(field: EventTarget): void {
    if (session.getState().reviewer || askedFor.current === annotationId || !isText(field)) return;
    askedFor.current = annotationId;
    whenReviewer(() => field.focus());
  }

  useCommands(() => [
    ...scaleOf(store.getState().factCheck).ratings.map(({ id, label, shortcut }) => ({
      id: 'rate',
      label,
      keys: [shortcut],
      within: () => section.current,
      run: () => {
        if (!editing) return false;
        editing.judge({ ratingId: id });
        return true;
      },
    })),
    {
      id: 'close',
      keys: ['Escape'],
      within: () => section.current,
      whileTyping: true,
      run: () => {
        // Leaving a field hands over what stands in it.
        if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
        onClose();
      },
    },
  ]);

  return (
    // A click on a field is the browser's, and looked at here only.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions, jsx-a11y/click-events-have-key-events
    <section
      ref={section}
      aria-label={say('Annotation')}
      data-annotation-editor
      tabIndex={-1}
      className={styles['editor']}
      onClick={(event) => askWhoIsTyping(event.target)}
    >
      {editing ? (
        <>
          <EditorHead editing={editing} isReadOnly={isReadOnly} onClose={onClose} onOpen={onOpen} />
          <div key={annotationId} className={styles['body']}>
            <fieldset className={styles['fields']} disabled={isReadOnly}>
              <QuotePart editing={editing} />
              <DoubtPart editing={editing} />
              {editing.annotation.checkability === 'not-checkable' ? (
                <>
                  <NotCheckablePart editing={editing} />
                  <EvidenceList editing={editing} now={now} isQuiet />
                </>
              ) : (
                <>
                  <WordingPart editing={editing} />
                  <VerdictPart editing={editing} />
                  <EvidenceList editing={editing} now={now} />
                  <ClaimPart editing={editing} />
                  <JudgementDetails editing={editing} />
                </>
              )}
              <WorkPart editing={editing} />
              <OtherVerdicts editing={editing} />
            </fieldset>
            <HistoryPart annotationId={annotationId} whenReviewer={whenReviewer} now={now} />
          </div>
        </>
      ) : (
        <EmptyState title={say('This annotation is not here any more')}>
          <p>{say('It was removed, here or in another tab.')}</p>
          <Button onClick={onClose}>{say('Close')}</Button>
        </EmptyState>
      )}
    </section>
  );
});

/**
 * True when a person is somewhere else by now: the editor may be loaded only after they have opened something in it, and
 * a key that they press at another sentence, or in a field, is not about this annotation.
 */
function hasGoneOn(factCheck: FactCheck, annotationId: Id, cursor: number): boolean {
  if (isTyping(document.activeElement)) return true;
  const annotation = factCheck.tables.annotation.get(annotationId);
  if (!annotation) return false;
  return sentenceToShow(articleOf(factCheck).sentences, extentOf(annotation), cursor) !== cursor;
}

function isText(target: EventTarget): target is HTMLInputElement | HTMLTextAreaElement {
  if (target instanceof HTMLInputElement) return target.type !== 'radio' && target.type !== 'checkbox';
  return target instanceof HTMLTextAreaElement;
}
