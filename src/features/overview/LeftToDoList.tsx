import { useMemo, type ReactNode } from 'react';
import { articleOf, type FactCheck } from '../../domain/fact-check.ts';
import { findUnready, type LeftToDo, type UnreadyItem } from '../../domain/readiness.ts';
import type { SentenceState } from '../../domain/coverage.ts';
import { count } from '../../ui/count-words.ts';
import styles from './Overview.module.css';

interface LeftToDoListProps {
  readonly factCheck: FactCheck;
  readonly states: readonly SentenceState[];
  readonly onGo: (item: UnreadyItem) => void;
}

/** More of one kind are done one by one anyway. */
const MOST_SHOWN = 50;

const WORDS: Readonly<Record<LeftToDo, (number: number) => string>> = {
  'in-doubt': (number) => `${count(number, 'verdict')} on words that have changed`,
  'without-place': (number) => `${count(number, 'annotation')} without a place`,
  'without-verdict': (number) => `${count(number, 'claim')} without a verdict`,
  'without-source': (number) => `${count(number, 'verdict')} without a source`,
  'without-quote': (number) => `${count(number, 'quoted passage')} missing`,
  'not-accessed': (number) => `${count(number, 'source')} without an accessed date`,
  untouched: (number) => `${count(number, 'sentence')} untouched`,
};

/** What is left to do, each kind with its number; unfolded, each item leads to its place. */
export function LeftToDoList({ factCheck, states, onGo }: LeftToDoListProps): ReactNode {
  const left = useMemo(() => findUnready(factCheck, states), [factCheck, states]);
  const { language, direction } = articleOf(factCheck);
  return (
    <section aria-label="Left to do" className={styles['left']}>
      <h3>Left to do</h3>
      {left.size === 0 ? (
        <p>Nothing: every sentence is looked at, and every verdict has what it needs.</p>
      ) : null}
      {[...left].map(([kind, items]) => (
        <details key={kind}>
          <summary>{WORDS[kind](items.length)}</summary>
          <ul>
            {items.slice(0, MOST_SHOWN).map((item) => (
              <li key={'sentence' in item ? item.sentence : `${item.annotationId}/${item.words}`}>
                <button
                  type="button"
                  className={`${styles['way']} ${styles['words']}`}
                  lang={kind === 'not-accessed' ? undefined : language}
                  dir={kind === 'not-accessed' ? 'auto' : direction}
                  onClick={() => onGo(item)}
                >
                  {item.words}
                </button>
              </li>
            ))}
          </ul>
          {items.length > MOST_SHOWN ? <p>And {items.length - MOST_SHOWN} more.</p> : null}
        </details>
      ))}
    </section>
  );
}
