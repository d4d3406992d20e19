import { useMemo, useState, type ReactNode } from 'react';
import { articleOf } from '../../domain/fact-check.ts';
import { listSources, type SourceOrder } from '../../domain/list-sources.ts';
import type { Id } from '../../domain/record.ts';
import { useFactCheck } from '../../stores/desk-context.ts';
import type { WhenReviewer } from '../../stores/fact-check-store.ts';
import { Button } from '../../ui/Button.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { SelectField, TextField } from '../../ui/Field.tsx';
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
  const factCheck = useFactCheck((present) => present);
  const [words, setWords] = useState('');
  const [order, setOrder] = useState<SourceOrder>('first-use');
  const listed = useMemo(() => listSources(factCheck, { words, order }), [factCheck, words, order]);
  const all = factCheck.tables.source.size;
  const { language, direction } = articleOf(factCheck);

  return (
    <section aria-label="Sources" className={styles['panel']}>
      {all === 0 ? (
        <EmptyState title="No sources yet">
          <p>
            Open an annotation and paste an address under “Add source”. Each source is kept here once and can
            be cited again.
          </p>
        </EmptyState>
      ) : (
        <>
          <div className={styles['bar']} role="search" aria-label="Find sources">
            <TextField
              label="Search sources"
              hidesLabel
              type="search"
              placeholder="Search sources"
              value={words}
              onChange={setWords}
            />
            <SelectField label="Order" hidesLabel value={order} options={ORDER_OPTIONS} onChange={setOrder} />
            <p role="status" className={styles['count']}>
              {listed.length === all ? countInWords(all) : `${listed.length} of ${all}`}
            </p>
          </div>
          {listed.length === 0 ? (
            <EmptyState title="No source has these words">
              <Button onClick={() => setWords('')}>Clear search</Button>
            </EmptyState>
          ) : (
            <ul className={styles['list']} aria-label={order === 'title' ? 'By title' : 'By first use'}>
              {listed.map((item) => (
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
          )}
        </>
      )}
    </section>
  );
}

const ORDER_OPTIONS: readonly { readonly value: SourceOrder; readonly label: string }[] = [
  { value: 'first-use', label: 'By first use' },
  { value: 'title', label: 'By title' },
];

function countInWords(all: number): string {
  return all === 1 ? '1 source' : `${all} sources`;
}
