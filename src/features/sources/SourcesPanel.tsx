import { useMemo, useState, type ReactNode } from 'react';
import { articleOf } from '../../domain/fact-check.ts';
import { listSources, type SourceOrder } from '../../domain/list-sources.ts';
import type { Id } from '../../domain/record.ts';
import { message, say, type Message } from '../../messages/say.ts';
import { useFollowedFactCheck, useIsBehind } from '../../stores/desk-context.ts';
import type { WhenReviewer } from '../../stores/fact-check-store.ts';
import { Button } from '../../ui/Button.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { SelectField, TextField } from '../../ui/Field.tsx';
import { MoreButton } from '../../ui/MoreButton.tsx';
import { SourceItem } from './SourceItem.tsx';
import styles from './SourcesPanel.module.css';

interface SourcesPanelProps {
  readonly onOpenAnnotation: (id: Id) => void;
  /** Does something once somebody has said who is at the desk. */
  readonly whenReviewer: WhenReviewer;
  /** Now, as a UTC instant. */
  readonly now: () => string;
}

/** All sources of the fact check with where each is used: edited once, changed everywhere. */
export function SourcesPanel({ onOpenAnnotation, whenReviewer, now }: SourcesPanelProps): ReactNode {
  const factCheck = useFollowedFactCheck();
  const isBehind = useIsBehind(factCheck);
  const [words, setWords] = useState('');
  const [order, setOrder] = useState<SourceOrder>('first-use');
  const listed = useMemo(() => listSources(factCheck, { words, order }), [factCheck, words, order]);
  const [most, setMost] = useState(AT_ONCE);
  const all = factCheck.tables.source.size;
  const { language, direction } = articleOf(factCheck);

  return (
    <section aria-label={say('Sources')} aria-busy={isBehind} className={styles['panel']}>
      {all === 0 ? (
        <EmptyState title={say('No sources yet')}>
          <p>
            {say(
              'Open an annotation and paste an address under “Add source”. Each source is kept here once and can be cited again.',
            )}
          </p>
        </EmptyState>
      ) : (
        <>
          <div className={styles['bar']} role="search" aria-label={say('Find sources')}>
            <TextField
              label={say('Search sources')}
              hidesLabel
              type="search"
              placeholder={say('Search sources')}
              value={words}
              onChange={setWords}
            />
            <SelectField
              label={say(message('Order', 'of a list'))}
              hidesLabel
              value={order}
              options={(['first-use', 'title'] as const).map((value) => ({
                value,
                label: say(ORDERS[value]),
              }))}
              onChange={setOrder}
            />
            <p role="status" className={styles['count']}>
              {listed.length === all
                ? say('{n, plural, one {# source} other {# sources}}', { n: all })
                : say('{shown, number} of {all, number}', { shown: listed.length, all })}
            </p>
          </div>
          {listed.length === 0 ? (
            <EmptyState title={say('No source has these words')}>
              <Button onClick={() => setWords('')}>{say('Clear search')}</Button>
            </EmptyState>
          ) : (
            <div className={styles['list']}>
              <ul aria-label={say(ORDERS[order])}>
                {listed.slice(0, most).map((item) => (
                  <SourceItem
                    key={item.source.id}
                    {...item}
                    language={language}
                    direction={direction}
                    onOpenAnnotation={onOpenAnnotation}
                    whenReviewer={whenReviewer}
                    now={now}
                  />
                ))}
              </ul>
              <MoreButton left={listed.length - most} onMore={() => setMost(most + AT_ONCE)} />
            </div>
          )}
        </>
      )}
    </section>
  );
}

/** Sources that are drawn at first, and more each time: the search finds all of them. */
const AT_ONCE = 50;

const ORDERS: Readonly<Record<SourceOrder, Message>> = {
  'first-use': message('By first use'),
  title: message('By title'),
};
