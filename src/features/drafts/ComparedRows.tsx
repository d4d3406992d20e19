import { useState, type ReactNode } from 'react';
import { isSettledByItself, type CarryDecision, type CarryItem } from '../../domain/carry-over.ts';
import type { Article } from '../../domain/article.ts';
import type { Id } from '../../domain/record.ts';
import type { DraftArticle } from '../../domain/start-fact-check.ts';
import { message, say } from '../../messages/say.ts';
import { Button } from '../../ui/Button.tsx';
import { WordDiff } from '../../ui/WordDiff.tsx';
import { ChangedAround } from './ChangedAround.tsx';
import { DecisionCard } from './DecisionCard.tsx';
import styles from './Drafts.module.css';
import { MOST_DRAWN, type Run } from './fold-rows.ts';
import type { Row } from './group-rows.ts';

interface ComparedRowsProps {
  /** One part of the comparison: not more than can be drawn at once. */
  readonly runs: readonly Run[];
  readonly older: Article;
  readonly newer: DraftArticle;
  readonly isSideBySide: boolean;
  readonly decisions: ReadonlyMap<Id, CarryDecision>;
  /** Annotations whose question was answered at some time. */
  readonly answered: ReadonlyMap<Id, unknown>;
  readonly onDecide: (item: CarryItem, decision: CarryDecision) => void;
  readonly onPlace: (item: CarryItem, target: number) => void;
}

/** The comparison, row by row. Runs of sentences that did not change are folded into one line. */
export function ComparedRows(props: ComparedRowsProps): ReactNode {
  const { runs, isSideBySide } = props;
  return (
    <ol className={styles['rows']} data-side-by-side={isSideBySide}>
      {runs.map(({ rows, isFolded }) => {
        const [first] = rows;
        if (!first) return null;
        const key = keyOf(first);
        return isFolded ? (
          <FoldedRun key={key} {...props} rows={rows} />
        ) : (
          <ComparedRow key={key} {...props} row={first} />
        );
      })}
    </ol>
  );
}

function FoldedRun(props: ComparedRowsProps & { readonly rows: readonly Row[] }): ReactNode {
  const { rows } = props;
  const [shown, setShown] = useState(0);
  const rest = rows.slice(shown);
  const annotated = rest.filter(({ items }) => items.length > 0).length;
  return (
    <>
      {rows.slice(0, shown).map((row) => (
        <ComparedRow key={keyOf(row)} {...props} row={row} />
      ))}
      {rest.length > 0 ? (
        <li className={styles['folded']}>
          <Button look="quiet" onClick={() => setShown(shown + MOST_DRAWN)}>
            {annotated > 0
              ? say(
                  '{n, plural, one {# unchanged sentence} other {# unchanged sentences}}, {annotated, number} annotated',
                  { n: rest.length, annotated },
                )
              : say('{n, plural, one {# unchanged sentence} other {# unchanged sentences}}', {
                  n: rest.length,
                })}
          </Button>
        </li>
      ) : null}
    </>
  );
}

const KIND_WORDS = {
  unchanged: message('Unchanged', 'sentences'),
  moved: message('Moved', 'sentences'),
  changed: message('Changed', 'sentences'),
  new: message('New', 'sentences'),
  removed: message('Removed', 'sentences'),
} as const;

function ComparedRow(props: ComparedRowsProps & { readonly row: Row }): ReactNode {
  const { row, older, newer, isSideBySide, decisions, answered, onDecide, onPlace } = props;
  const { change, items, around } = row;
  return (
    <li className={styles['row']} data-kind={change?.kind ?? 'loose'}>
      <p className={styles['kind']}>{change ? nameChange(change) : say('From an older version')}</p>
      {change ? (
        isSideBySide ? (
          <div className={styles['pair']}>
            <p lang={older.language} dir={older.direction}>
              <OldWords change={change} older={older} />
            </p>
            <p lang={newer.language} dir={newer.direction}>
              <NewWords change={change} newer={newer} />
            </p>
          </div>
        ) : (
          <p className={styles['inline']} lang={newer.language} dir={newer.direction}>
            {change.kind === 'changed' ? (
              <WordDiff words={change.words} />
            ) : change.kind === 'removed' ? (
              <OldWords change={change} older={older} />
            ) : (
              <NewWords change={change} newer={newer} />
            )}
          </p>
        )
      ) : null}
      {items.map((item) =>
        isSettledByItself(item) ? (
          around.includes(item) && (
            <ChangedAround
              key={item.annotation.id}
              item={item}
              decision={decisions.get(item.annotation.id)}
              newer={newer}
              onDecide={(decision) => onDecide(item, decision)}
            />
          )
        ) : (
          <DecisionCard
            key={item.annotation.id}
            item={item}
            decision={decisions.get(item.annotation.id)}
            isAskedAnew={answered.has(item.annotation.id) && !decisions.has(item.annotation.id)}
            newer={newer}
            onDecide={(decision) => onDecide(item, decision)}
            onPlace={(target) => onPlace(item, target)}
          />
        ),
      )}
    </li>
  );
}

type Change = NonNullable<Row['change']>;

function nameChange(change: Change): string {
  return change.kind === 'changed' && change.isMoved
    ? say('Moved and changed')
    : say(KIND_WORDS[change.kind]);
}

function OldWords({ change, older }: { readonly change: Change; readonly older: Article }): ReactNode {
  if (change.kind === 'changed')
    return <WordDiff words={change.words.filter(({ kind }) => kind !== 'added')} />;
  if (change.kind === 'new') return null;
  const { start, end } = older.sentences[change.old] ?? { start: 0, end: 0 };
  const words = older.text.slice(start, end);
  return change.kind === 'removed' ? <WordDiff words={[{ kind: 'removed', text: words }]} /> : words;
}

function NewWords({ change, newer }: { readonly change: Change; readonly newer: DraftArticle }): ReactNode {
  if (change.kind === 'changed')
    return <WordDiff words={change.words.filter(({ kind }) => kind !== 'removed')} />;
  if (change.kind === 'removed') return null;
  const { start, end } = newer.sentences[change.now] ?? { start: 0, end: 0 };
  const words = newer.text.slice(start, end);
  return change.kind === 'new' ? <WordDiff words={[{ kind: 'added', text: words }]} /> : words;
}

function keyOf({ change }: Row): string {
  if (!change) return 'loose';
  return 'now' in change ? `now-${change.now}` : `old-${change.old}`;
}
