import { useEffect, useMemo, useRef, useState, type KeyboardEvent, type ReactNode } from 'react';
import { outlineAnnotation, type AnnotationOutline } from '../../domain/annotation-outline.ts';
import { articleOf } from '../../domain/fact-check.ts';
import { filterAnnotations, isFiltering, NO_FILTER } from '../../domain/filter-annotations.ts';
import { isPlacedIn } from '../../domain/placed-annotations.ts';
import type { Id } from '../../domain/record.ts';
import { useFactCheck, useSession, useSessionEvents } from '../../stores/desk-context.ts';
import { Button } from '../../ui/Button.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { anchorStateOf } from './anchor-state.ts';
import styles from './AnnotationList.module.css';
import { AnnotationRow } from './AnnotationRow.tsx';
import { AttachButton } from './AttachButton.tsx';
import { FilterBar } from './FilterBar.tsx';
import { useLatest } from './use-latest.ts';

interface AnnotationListProps {
  readonly selectedId: Id | null;
  readonly onOpen: (id: Id) => void;
  readonly whenReviewer: (then: () => void) => void;
}

/** All annotations in text order, with filters. One stop of the Tab key; arrows go from row to row, Enter opens. */
export function AnnotationList({ selectedId, onOpen, whenReviewer }: AnnotationListProps): ReactNode {
  const factCheck = useFactCheck((now) => now);
  const presentId = useSession(({ reviewer }) => reviewer?.id ?? null);
  const filter = useSession((session) => session.filter) ?? NO_FILTER;
  const { filterList } = useSessionEvents();
  const [focusedId, setFocusedId] = useState<Id | null>(null);
  const open = useLatest(onOpen);
  const focus = useLatest(setFocusedId);

  const article = articleOf(factCheck);
  const all = factCheck.tables.annotation.size;
  const rows = useMemo(
    () =>
      filterAnnotations(factCheck, filter, presentId).map((annotation) =>
        outlineAnnotation(factCheck, annotation, filter.reviewerId ?? presentId),
      ),
    [factCheck, filter, presentId],
  );
  const placed = rows.filter(({ annotation }) => isPlacedIn(article, annotation));
  const lost = rows.filter(({ annotation }) => !isPlacedIn(article, annotation));
  const isHere = (id: Id | null): boolean => rows.some(({ annotation }) => annotation.id === id);
  const tabStop = [focusedId, selectedId].find(isHere) ?? rows[0]?.annotation.id;

  const list = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (selectedId !== null && list.current) showRow(list.current, selectedId);
  }, [selectedId]);

  const propsOf = (row: AnnotationOutline) => ({
    ...row,
    anchor: anchorStateOf(article, row),
    language: article.language,
    direction: article.direction,
    isSelected: row.annotation.id === selectedId,
    isTabStop: row.annotation.id === tabStop,
    onOpen: open,
    onFocus: focus,
    onKeyDown: moveInList,
  });

  return (
    <section aria-label="Annotations" className={styles['list']}>
      {all === 0 ? (
        <EmptyState title="Nothing annotated yet">
          <p>
            Put the cursor on a sentence and press a digit to give its verdict, or drag over the words of a
            claim.
          </p>
        </EmptyState>
      ) : (
        <>
          <FilterBar filter={filter} onChange={filterList} shown={rows.length} all={all} />
          {rows.length === 0 ? (
            <EmptyState title="No annotation fits these filters">
              <Button onClick={() => filterList(NO_FILTER)}>Clear filters</Button>
            </EmptyState>
          ) : (
            <div ref={list} className={styles['rows']}>
              {lost.length > 0 ? (
                <section className={styles['tray']} aria-label="Needs a place">
                  <h2>Needs a place</h2>
                  <ul>
                    {lost.map((row) => (
                      <AnnotationRow key={row.annotation.id} {...propsOf(row)}>
                        <AttachButton annotation={row.annotation} whenReviewer={whenReviewer} />
                      </AnnotationRow>
                    ))}
                  </ul>
                </section>
              ) : null}
              <ul aria-label={isFiltering(filter) ? 'Filtered' : 'In text order'}>
                {placed.map((row) => (
                  <AnnotationRow key={row.annotation.id} {...propsOf(row)} />
                ))}
              </ul>
            </div>
          )}
        </>
      )}
    </section>
  );
}

/** Scrolls the list, and nothing around it, until the row is in view. */
function showRow(list: HTMLElement, id: Id): void {
  const row = list.querySelector(`[data-annotation="${CSS.escape(id)}"]`)?.getBoundingClientRect();
  const { top, bottom } = list.getBoundingClientRect();
  if (!row) return;
  const above = Math.min(0, row.top - top);
  const below = Math.max(0, row.bottom - bottom);
  list.scrollBy({ top: above === 0 ? below : above, behavior: 'instant' });
}

function moveInList(event: KeyboardEvent<HTMLButtonElement>): void {
  const row = event.currentTarget.closest('li');
  const next = {
    ArrowDown: row?.nextElementSibling,
    ArrowUp: row?.previousElementSibling,
    Home: row?.parentElement?.firstElementChild,
    End: row?.parentElement?.lastElementChild,
  }[event.key];
  if (next === undefined) return;
  // At the ends the list does not scroll on, and the desk does not take the arrow for its own.
  event.preventDefault();
  event.stopPropagation();
  next?.querySelector('button')?.focus();
}
