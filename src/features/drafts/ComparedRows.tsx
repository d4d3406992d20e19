import { useState, type ReactNode } from 'react';
import type { WordChange } from '../../anchoring/difference.ts';
import type { CarryDecision, CarryItem } from '../../domain/carry-over.ts';
import type { Article } from '../../domain/article.ts';
import type { Id } from '../../domain/record.ts';
import type { DraftArticle } from '../../domain/start-fact-check.ts';
import { Button } from '../../ui/Button.tsx';
import { count } from '../../ui/count-words.ts';
import { DecisionCard } from './DecisionCard.tsx';
import styles from './Drafts.module.css';
import type { Row } from './group-rows.ts';
import { isSettledByItself } from '../../domain/carry-over.ts';

interface ComparedRowsProps {
  readonly rows: readonly Row[];
  /** Whether all rows are there, so that those without change can be folded away between the others. */
  readonly isWhole: boolean;
  readonly older: Article;
  readonly newer: DraftArticle;
  readonly isSideBySide: boolean;
  readonly decisions: ReadonlyMap<Id, CarryDecision>;
  readonly onDecide: (id: Id, decision: CarryDecision) => void;
  readonly onPlace: (item: CarryItem, target: number) => void;
}

/** The comparison, row by row. Runs of sentences that did not change are folded into one line. */
export function ComparedRows(props: ComparedRowsProps): ReactNode {
  const { rows, isWhole, isSideBySide } = props;
  return (
    <ol className={styles['rows']} data-side-by-side={isSideBySide}>
      {foldRuns(rows, isWhole).map((run) => {
        const [first] = run;
        const key = first ? keyOf(first) : '';
        return run.length === 1 && first && !(isWhole && isPlain(first)) ? (
          <ComparedRow key={key} {...props} row={first} />
        ) : (
          <FoldedRun key={key} {...props} rows={run} />
        );
      })}
    </ol>
  );
}

function FoldedRun(props: ComparedRowsProps): ReactNode {
  const { rows } = props;
  const [isOpen, setOpen] = useState(false);
  const annotated = rows.filter(({ items }) => items.length > 0).length;
  if (isOpen) return rows.map((row) => <ComparedRow key={keyOf(row)} {...props} row={row} />);
  return (
    <li className={styles['folded']}>
      <Button look="quiet" onClick={() => setOpen(true)}>
        {count(rows.length, 'unchanged sentence')}
        {annotated > 0 ? `, ${annotated} annotated` : ''}
      </Button>
    </li>
  );
}

const KIND_WORDS = {
  unchanged: 'Unchanged',
  moved: 'Moved',
  changed: 'Changed',
  new: 'New',
  removed: 'Removed',
} as const;

function ComparedRow(props: ComparedRowsProps & { readonly row: Row }): ReactNode {
  const { row, older, newer, isSideBySide, decisions, onDecide, onPlace } = props;
  const { change, items } = row;
  return (
    <li className={styles['row']} data-kind={change?.kind ?? 'loose'}>
      <p className={styles['kind']}>{change ? nameChange(change) : 'From an older version'}</p>
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
              <Words words={change.words} />
            ) : change.kind === 'removed' ? (
              <OldWords change={change} older={older} />
            ) : (
              <NewWords change={change} newer={newer} />
            )}
          </p>
        )
      ) : null}
      {items.map((item) =>
        isSettledByItself(item) ? null : (
          <DecisionCard
            key={item.annotation.id}
            item={item}
            decision={decisions.get(item.annotation.id)}
            newer={newer}
            onDecide={(decision) => onDecide(item.annotation.id, decision)}
            onPlace={(target) => onPlace(item, target)}
          />
        ),
      )}
    </li>
  );
}

type Change = NonNullable<Row['change']>;

function nameChange(change: Change): string {
  return change.kind === 'changed' && change.isMoved ? 'Moved and changed' : KIND_WORDS[change.kind];
}

function OldWords({ change, older }: { readonly change: Change; readonly older: Article }): ReactNode {
  if (change.kind === 'changed') return <Words words={change.words.filter(({ kind }) => kind !== 'added')} />;
  if (change.kind === 'new') return null;
  const { start, end } = older.sentences[change.old] ?? { start: 0, end: 0 };
  const words = older.text.slice(start, end);
  return change.kind === 'removed' ? <Words words={[{ kind: 'removed', text: words }]} /> : words;
}

function NewWords({ change, newer }: { readonly change: Change; readonly newer: DraftArticle }): ReactNode {
  if (change.kind === 'changed')
    return <Words words={change.words.filter(({ kind }) => kind !== 'removed')} />;
  if (change.kind === 'removed') return null;
  const { start, end } = newer.sentences[change.now] ?? { start: 0, end: 0 };
  const words = newer.text.slice(start, end);
  return change.kind === 'new' ? <Words words={[{ kind: 'added', text: words }]} /> : words;
}

/** A word diff for eyes and ears: screen readers do not tell ins and del by themselves. */
function Words({ words }: { readonly words: readonly WordChange[] }): ReactNode {
  let at = 0;
  return words.map(({ kind, text }) => {
    const key = (at += text.length);
    if (kind === 'kept') return <span key={key}>{text}</span>;
    const [Element, said] = kind === 'added' ? (['ins', 'added'] as const) : (['del', 'removed'] as const);
    return (
      <Element key={`${kind}${key}`}>
        <span className="visually-hidden">({said}: </span>
        {text}
        <span className="visually-hidden">)</span>
      </Element>
    );
  });
}

/** Neighbouring rows without change as one run; every other row is a run of its own. */
function foldRuns(rows: readonly Row[], isWhole: boolean): readonly (readonly Row[])[] {
  const runs: Row[][] = [];
  for (const row of rows) {
    const last = runs.at(-1)?.[0];
    if (isWhole && isPlain(row) && last && isPlain(last)) runs.at(-1)?.push(row);
    else runs.push([row]);
  }
  return runs;
}

function isPlain({ change, items }: Row): boolean {
  return change?.kind === 'unchanged' && items.every(isSettledByItself);
}

function keyOf({ change }: Row): string {
  if (!change) return 'loose';
  return 'now' in change ? `now-${change.now}` : `old-${change.old}`;
}
