import type { AnnotationEdit } from '../../domain/annotate.ts';
import type { Annotation } from '../../domain/annotation.ts';
import type { VerdictEdit } from '../../domain/give-verdict.ts';
import { verdictBy } from '../../domain/lookup.ts';
import type { Id } from '../../domain/record.ts';
import type { Verdict } from '../../domain/verdict.ts';
import { useFactCheck, useFactCheckEvents, useSession } from '../../stores/desk-context.ts';
import type { WhenReviewer } from '../../stores/fact-check-store.ts';
import { newWords } from '../../stores/new-words.ts';
import { useStep } from '../../stores/use-step.ts';
import { useUndoNotice } from '../../stores/use-undo-notice.ts';

/** The open annotation as the parts of the editor see it. */
export interface Editing {
  readonly annotation: Annotation;
  /** One's own verdict; undefined while there is none. */
  readonly verdict: Verdict | undefined;
  /** See `TextField`. */
  readonly step: unknown;
  readonly edit: (edit: AnnotationEdit, run?: string) => void;
  readonly judge: (edit: VerdictEdit, run?: string) => void;
  /** Edits that take something away: says what, with the way back. */
  readonly takeAway: {
    readonly edit: (edit: AnnotationEdit, said: string) => void;
    readonly judge: (edit: VerdictEdit, said: string) => void;
  };
  readonly whenReviewer: WhenReviewer;
}

/** Null when the annotation is not there any more. */
export function useEditing(annotationId: Id, whenReviewer: WhenReviewer): Editing | null {
  const events = useFactCheckEvents();
  const annotation = useFactCheck(({ tables }) => tables.annotation.get(annotationId));
  const reviewerId = useSession(({ reviewer }) => reviewer?.id ?? null);
  const verdict = useFactCheck((now) => verdictBy(now, annotationId, reviewerId));
  const step = useStep();
  const offerUndo = useUndoNotice();
  if (!annotation) return null;
  return {
    annotation,
    verdict,
    step,
    edit: (edit, run) =>
      whenReviewer(() => events.editAnnotation(annotationId, edit, run), run, {
        words: newWords(edit, annotation),
        into: annotation,
      }),
    judge: (edit, run) =>
      whenReviewer(() => events.giveVerdict(annotationId, edit, run), run, {
        words: newWords(edit, verdict),
        into: annotation,
      }),
    takeAway: {
      edit: (edit, said) =>
        whenReviewer(() => {
          events.editAnnotation(annotationId, edit);
          offerUndo(said);
        }),
      judge: (edit, said) =>
        whenReviewer(() => {
          events.giveVerdict(annotationId, edit);
          offerUndo(said);
        }),
    },
    whenReviewer,
  };
}
