import { useMemo, type ReactNode } from 'react';
import { articleOf, type FactCheck } from '../../domain/fact-check.ts';
import { findUnready, type LeftToDo, type UnreadyItem } from '../../domain/readiness.ts';
import type { SentenceState } from '../../domain/coverage.ts';
import { say } from '../../messages/say.ts';
import { nameSource } from '../../ui/name-source.ts';
import styles from './Overview.module.css';

interface LeftToDoListProps {
  readonly factCheck: FactCheck;
  readonly states: readonly SentenceState[];
  readonly onGo: (item: UnreadyItem) => void;
}

/** More of one kind are done one by one anyway. */
const MOST_SHOWN = 50;

const WORDS: Readonly<Record<LeftToDo, (number: number) => string>> = {
  'in-doubt': (number) =>
    say('{n, plural, one {# verdict} other {# verdicts}} on words that have changed', { n: number }),
  'without-place': (number) =>
    say('{n, plural, one {# annotation} other {# annotations}} without a place', { n: number }),
  'without-verdict': (number) =>
    say('{n, plural, one {# claim} other {# claims}} without a verdict', { n: number }),
  'without-source': (number) =>
    say('{n, plural, one {# verdict} other {# verdicts}} without a source', { n: number }),
  'without-quote': (number) =>
    say('{n, plural, one {# quoted passage} other {# quoted passages}} missing', { n: number }),
  'not-accessed': (number) =>
    say('{n, plural, one {# source} other {# sources}} without an accessed date', { n: number }),
  untouched: (number) => say('{n, plural, one {# sentence} other {# sentences}} untouched', { n: number }),
};

/** What is left to do, each kind with its number; unfolded, each item leads to its place. */
export function LeftToDoList({ factCheck, states, onGo }: LeftToDoListProps): ReactNode {
  const left = useMemo(() => findUnready(factCheck, states), [factCheck, states]);
  const { language, direction } = articleOf(factCheck);
  return (
    <section aria-label={say('Left to do')} className={styles['left']}>
      <h3>{say('Left to do')}</h3>
      {left.size === 0 ? (
        <p>{say('Nothing: every sentence is looked at, and every verdict has what it needs.')}</p>
      ) : null}
      {[...left].map(([kind, items]) => (
        <details key={kind}>
          <summary>{WORDS[kind](items.length)}</summary>
          <ul>
            {items.slice(0, MOST_SHOWN).map((item) => (
              <li key={keyOf(item)}>
                <button
                  type="button"
                  className={`${styles['way']} ${styles['words']}`}
                  onClick={() => onGo(item)}
                >
                  {kind === 'not-accessed' ? null : (
                    <span lang={language} dir={direction}>
                      {item.words}
                    </span>
                  )}
                  {'source' in item ? (
                    <span className={kind === 'not-accessed' ? undefined : styles['beside']}>
                      <bdi>{nameSource(item.source)}</bdi>
                    </span>
                  ) : null}
                </button>
              </li>
            ))}
          </ul>
          {items.length > MOST_SHOWN ? (
            <p>{say('And {value, number} more.', { value: items.length - MOST_SHOWN })}</p>
          ) : null}
        </details>
      ))}
    </section>
  );
}

function keyOf(item: UnreadyItem): string | number {
  if ('sentence' in item) return item.sentence;
  return 'evidenceId' in item ? item.evidenceId : item.annotationId;
}
