import { useMemo, useState, type ReactNode } from 'react';
import { flushSync } from 'react-dom';
import { OPEN } from '../../domain/annotation-outline.ts';
import { articleOf } from '../../domain/fact-check.ts';
import type { Id } from '../../domain/record.ts';
import { sumUp, type BlockCoverage } from '../../domain/overview.ts';
import { termText } from '../../domain/query-terms.ts';
import { STANCE_WORDS } from '../../domain/evidence.ts';
import { formatSeries } from '../../messages/format-series.ts';
import { formatNumber } from '../../messages/formats.ts';
import { say } from '../../messages/say.ts';
import { askForField } from '../../stores/asked-field.ts';
import { useFollowedFactCheck, useSession } from '../../stores/desk-context.ts';
import { useCoverage } from '../../stores/use-desk-view.ts';
import { CoverageBar } from '../../ui/CoverageBar.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { MoreButton } from '../../ui/MoreButton.tsx';
import { RatingBadge } from '../../ui/RatingBadge.tsx';
import { LeftToDoList } from './LeftToDoList.tsx';
import styles from './Overview.module.css';

interface OverviewDialogProps {
  readonly onGo: (sentence: number) => void;
  readonly onOpen: (annotation: Id) => void;
  readonly onSearch: (query: string) => void;
  readonly onClose: () => void;
}

/** Pictures that are tables: each row says in words and figures what its bar shows, and leads to what it is about. */
export function OverviewDialog({ onGo, onOpen, onSearch, onClose }: OverviewDialogProps): ReactNode {
  const factCheck = useFollowedFactCheck();
  const reviewerId = useSession(({ reviewer }) => reviewer?.id ?? null);
  const { states } = useCoverage(factCheck);
  const { blocks, verdicts, stances } = useMemo(
    () => sumUp(factCheck, states, reviewerId),
    [factCheck, states, reviewerId],
  );
  const [most, setMost] = useState(BLOCKS_AT_ONCE);
  const { language, direction } = articleOf(factCheck);
  /** The dialog gives the focus back first. */
  const leave = (act: () => void): void => {
    flushSync(onClose);
    act();
  };
  const mostVerdicts = Math.max(1, ...verdicts.map(({ count }) => count));
  const mostStances = Math.max(1, ...stances.map(({ count }) => count));

  return (
    <Dialog title={say('Overview')} isWide onClose={onClose}>
      <div className={styles['overview']}>
        <LeftToDoList
          factCheck={factCheck}
          states={states}
          onGo={(item) =>
            leave(() => {
              if ('sentence' in item) onGo(item.sentence);
              else onOpen(item.annotationId);
              if ('evidenceId' in item) askForField(item);
            })
          }
        />
        <table className={styles['table']}>
          <caption>{say('Verdicts')}</caption>
          <tbody>
            {verdicts.map(({ word, colour, mark, count }) => (
              <tr key={word}>
                <th scope="row">
                  <button
                    type="button"
                    className={styles['way']}
                    onClick={() => leave(() => onSearch(queryOf(word) ?? termText('verdict', word)))}
                  >
                    <RatingBadge mark={mark} colour={colour} />
                    {word}
                  </button>
                </th>
                <Bar count={count} most={mostVerdicts} colour={colour} />
              </tr>
            ))}
            {verdicts.length === 0 ? (
              <tr>
                <td>{say('Nothing is annotated yet.')}</td>
              </tr>
            ) : null}
          </tbody>
        </table>
        <table className={styles['table']}>
          <caption>{say('Sources, by what they say of a claim')}</caption>
          <tbody>
            {stances.map(({ stance, count }) => (
              <tr key={stance}>
                <th scope="row">
                  {count === 0 ? (
                    say(STANCE_WORDS[stance])
                  ) : (
                    <button
                      type="button"
                      className={styles['way']}
                      onClick={() => leave(() => onSearch(termText('has', stance)))}
                    >
                      {say(STANCE_WORDS[stance])}
                    </button>
                  )}
                </th>
                <Bar count={count} most={mostStances} />
              </tr>
            ))}
          </tbody>
        </table>
        <table className={`${styles['table']} ${styles['blocks']}`}>
          <caption>{say('Paragraphs')}</caption>
          <thead className="visually-hidden">
            <tr>
              <th scope="col">{say('Paragraph')}</th>
              <th scope="col">{say('Sentences')}</th>
            </tr>
          </thead>
          <tbody>
            {blocks.slice(0, most).map((block) => (
              <tr key={block.sentence}>
                <th scope="row">
                  <button
                    type="button"
                    lang={language}
                    dir={direction}
                    className={`${styles['way']} ${styles['words']}`}
                    onClick={() => leave(() => onGo(block.sentence))}
                  >
                    {block.words}
                  </button>
                </th>
                <td>
                  <CoverageBar states={block.states} />
                  <span className={styles['figures']}>{countInWords(block)}</span>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
        <MoreButton left={blocks.length - most} onMore={() => setMost(most + BLOCKS_AT_ONCE)} />
      </div>
    </Dialog>
  );
}

/** Paragraphs of a book are drawn so many at a time. */
const BLOCKS_AT_ONCE = 100;

interface BarProps {
  readonly count: number;
  readonly most: number;
  readonly colour?: string;
}

/** A figure and its length beside those of the other rows. */
function Bar({ count, most, colour }: BarProps): ReactNode {
  return (
    <td>
      <span className={styles['lane']} aria-hidden="true">
        <span
          className={styles['bar']}
          data-colour={colour}
          style={{ inlineSize: `${(100 * count) / most}%` }}
        />
      </span>
      <span className={styles['figures']}>{formatNumber(count)}</span>
    </td>
  );
}

function countInWords({ states, counts }: BlockCoverage): string {
  const done = states.length - counts.untouched - counts.open;
  const left = [
    counts.open > 0 ? say('{n, number} open', { n: counts.open }) : '',
    counts.untouched > 0 ? say('{n, number} untouched', { n: counts.untouched }) : '',
  ].filter((words) => words !== '');
  return formatSeries([say('{done, number} of {all, number} done', { done, all: states.length }), ...left]);
}

/** What finds those that no rating finds. */
function queryOf(word: string): string | undefined {
  if (word === say(OPEN)) return 'verdict:none';
  return word === say('On other words') ? 'has:doubt' : undefined;
}
