import { useState, type ReactNode } from 'react';
import { quoteOf } from '../../domain/annotation.ts';
import { STANCE_WORDS } from '../../domain/evidence.ts';
import type { SourceUse } from '../../domain/list-sources.ts';
import type { Id } from '../../domain/record.ts';
import { say } from '../../messages/say.ts';
import { Button } from '../../ui/Button.tsx';
import { nameAbout } from '../../ui/name-about.ts';
import styles from './SourceUses.module.css';

interface SourceUsesProps {
  /** Of the source. */
  readonly name: string;
  readonly uses: readonly SourceUse[];
  readonly language: string;
  readonly direction: 'ltr' | 'rtl';
  readonly onOpenAnnotation: (id: Id) => void;
}

const SHOWN_AT_FIRST = 3;

/** The words of the article that a source is cited for, with its stance on each; a way to each annotation. */
export function SourceUses({
  name,
  uses,
  language,
  direction,
  onOpenAnnotation,
}: SourceUsesProps): ReactNode {
  const [showsAll, setShowsAll] = useState(false);
  if (uses.length === 0) return <p className={styles['none']}>{say('Not used in any annotation')}</p>;
  const shown = showsAll ? uses : uses.slice(0, SHOWN_AT_FIRST);
  const more = say('{n, number} more', { n: uses.length - shown.length });
  return (
    <div>
      <ul className={styles['uses']} aria-label={say('Used in')}>
        {shown.map(({ evidence, annotation }) => (
          <li key={evidence.id}>
            <button
              type="button"
              className={styles['use']}
              data-stance={evidence.stance}
              onClick={() => onOpenAnnotation(annotation.id)}
            >
              <span className={styles['stance']}>{say(STANCE_WORDS[evidence.stance])}</span>
              <q className={styles['quote']} lang={language} dir={direction}>
                {quoteOf(annotation)}
              </q>
            </button>
          </li>
        ))}
      </ul>
      {shown.length < uses.length ? (
        <Button
          look="quiet"
          className={styles['more']}
          aria-label={nameAbout(more, name)}
          onClick={() => setShowsAll(true)}
        >
          {more}
        </Button>
      ) : null}
    </div>
  );
}
