import type { ReactNode } from 'react';
import { compareInText, quoteOf } from '../../domain/annotation.ts';
import { markAnnotation } from '../../domain/marks.ts';
import { articleOf } from '../../domain/fact-check.ts';
import type { Id } from '../../domain/record.ts';
import { useFactCheck, useSession } from '../../stores/desk-context.ts';
import { claimFocus } from '../../ui/claim-focus.ts';
import { Dialog } from '../../ui/Dialog.tsx';
import { RatingBadge } from '../../ui/RatingBadge.tsx';
import styles from './PlaceChooser.module.css';

interface PlaceChooserProps {
  /** The question. */
  readonly title: string;
  readonly ids: readonly Id[];
  readonly onChoose: (id: Id) => void;
  readonly onClose: () => void;
}

/** Lists all annotations at a place, so that each is reached although they lie over one another. */
export function PlaceChooser({ title, ids, onChoose, onClose }: PlaceChooserProps): ReactNode {
  const factCheck = useFactCheck((now) => now);
  const reviewerId = useSession(({ reviewer }) => reviewer?.id ?? null);
  const { language, direction } = articleOf(factCheck);
  const here = ids.flatMap((id) => factCheck.tables.annotation.get(id) ?? []).toSorted(compareInText);

  return (
    <Dialog title={title} onClose={onClose}>
      <ul className={styles['list']}>
        {here.map((annotation, i) => {
          const [mark] = markAnnotation(factCheck, annotation, reviewerId);
          return (
            <li key={annotation.id}>
              <button
                ref={i === 0 ? claimFocus : null}
                type="button"
                className={styles['choice']}
                onClick={() => {
                  onClose();
                  onChoose(annotation.id);
                }}
              >
                <RatingBadge mark={mark?.mark ?? ''} colour={mark?.colour ?? 'none'} />
                <span>
                  <span className={styles['quote']} lang={language} dir={direction}>
                    {quoteOf(annotation)}
                  </span>
                  <span className={styles['label']}>{mark?.label}</span>
                </span>
              </button>
            </li>
          );
        })}
      </ul>
    </Dialog>
  );
}
