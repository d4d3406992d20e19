import { Download, Ellipsis, Pencil, Trash2 } from 'lucide-react';
import { useEffect, useEffectEvent, useRef, type ReactNode } from 'react';
import type { Coverage, SentenceState } from '../../domain/coverage.ts';
import { say } from '../../messages/say.ts';
import type { KeptFactCheck } from '../../queries/kept-fact-checks.ts';
import { sayUnfiled } from '../../ui/count-words.ts';
import { CoverageBar } from '../../ui/CoverageBar.tsx';
import { describeAge, describeInstant } from '../../ui/describe-age.ts';
import { Menu } from '../../ui/Menu.tsx';
import { describeProgress } from './describe-progress.ts';
import styles from './KeptRow.module.css';

interface KeptRowProps {
  readonly kept: KeptFactCheck;
  readonly address: string;
  readonly now: string;
  readonly onRename: () => void;
  readonly onExport: () => void;
  readonly onRemove: () => void;
  /** There for the one that takes the focus: is called when it has it. */
  readonly onGreeted: (() => void) | null;
}

/** One fact check in the list: its title opens it. */
export function KeptRow(props: KeptRowProps): ReactNode {
  const { kept, address, now, onRename, onExport, onRemove, onGreeted } = props;
  const { title, articleTitle, language, coverage, annotations, leftOut, updatedAt, isReadOnly, unfiled } =
    kept;
  const progress = describeProgress(coverage);
  const isArticleReadable = language !== '';
  const link = useRef<HTMLAnchorElement>(null);
  const takesFocus = onGreeted !== null;
  const greet = useEffectEvent(() => {
    link.current?.focus();
    onGreeted?.();
  });
  useEffect(() => {
    if (takesFocus) greet();
  }, [takesFocus]);
  return (
    <li className={styles['row']}>
      <div className={styles['words']}>
        <a
          ref={link}
          className={styles['title']}
          href={address}
          dir="auto"
          lang={title === articleTitle ? language : undefined}
        >
          {title || say('Without a readable title')}
        </a>
        {isArticleReadable && articleTitle !== title ? (
          <p className={styles['article']} dir="auto" lang={language}>
            {articleTitle}
          </p>
        ) : null}
        {isArticleReadable ? (
          <div className={styles['facts']}>
            {progress === '' ? null : (
              <div className={styles['progress']}>
                <div className={styles['bar']}>
                  <CoverageBar states={statesOf(coverage)} />
                </div>
                {progress}
              </div>
            )}
            {annotations === 0 ? null : (
              <span>{say('{n, plural, one {# annotation} other {# annotations}}', { n: annotations })}</span>
            )}
            {leftOut === 0 ? null : (
              <span>
                {say(
                  'a selection: {n, plural, one {# annotation} other {# annotations}} of the whole not here',
                  {
                    n: leftOut,
                  },
                )}
              </span>
            )}
            {unfiled === 0 ? null : <span>{sayUnfiled(unfiled)}</span>}
            <time dateTime={updatedAt} title={describeInstant(updatedAt)}>
              {describeAge(updatedAt, now)}
            </time>
          </div>
        ) : (
          <p className={styles['article']}>{say('Its article can’t be read.')}</p>
        )}
        {isReadOnly ? (
          <p className={styles['article']}>
            {say('Saved by a newer version of Linecheck: to be read and exported.')}
          </p>
        ) : null}
      </div>
      <div className={styles['menu']}>
        <Menu
          label={say('Actions for {title}', { title })}
          icon={<Ellipsis />}
          items={[
            ...(isReadOnly ? [] : [{ label: say('Rename'), icon: <Pencil />, onSelect: onRename }]),
            { label: say('Export JSON'), icon: <Download />, onSelect: onExport },
            ...(isReadOnly ? [] : [{ label: say('Delete'), icon: <Trash2 />, onSelect: onRemove }]),
          ]}
        />
      </div>
    </li>
  );
}

/** The list knows how many sentences are in each state, not which: what is done comes first. */
function statesOf(coverage: Coverage): readonly SentenceState[] {
  const order = ['checked', 'not-checkable', 'open', 'untouched'] as const;
  return order.flatMap((state) => Array.from({ length: coverage[state] }, () => state));
}
