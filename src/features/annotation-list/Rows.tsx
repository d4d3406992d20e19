import { useEffect, useRef, type KeyboardEvent, type ReactNode, type RefObject } from 'react';
import type { Annotation } from '../../domain/annotation.ts';
import type { Id } from '../../domain/record.ts';
import { AnnotationRow, type AnnotationRowProps, type RowPlace } from './AnnotationRow.tsx';
import { LongRows } from './LongRows.tsx';
import { takeListKey } from './move-in-list.ts';
import { useHandedFocus } from './use-handed-focus.ts';

export interface RowsProps {
  readonly label?: string | undefined;
  readonly annotations: readonly Annotation[];
  readonly tabStop: Id | undefined;
  readonly selectedId: Id | null;
  /** Index of an annotation in a list in text order; less than 0 when it is not in it. */
  readonly findIn: (list: readonly Annotation[], id: Id | null | undefined) => number;
  /** What the row shows, wherever it stands. */
  readonly draw: (annotation: Annotation) => Omit<AnnotationRowProps, 'onKeyDown' | keyof RowPlace>;
  /** What scrolls; null until it is there. */
  readonly scroller: HTMLElement | null;
  /** How many rows stand in the list above this one: where this one begins depends on them. */
  readonly above: number;
}

export interface FormOfRowsProps extends RowsProps {
  /** Whether the other form of the list had the focus when it went: this one has it next. */
  readonly hadFocusRef: RefObject<boolean>;
}

/** A list that is not longer is drawn whole. */
const MOST_WHOLE = 200;

/** Annotations, one below the other; of many only those in view. Arrows, Home and End go from row to row. */
export function Rows(props: RowsProps): ReactNode {
  const hadFocusRef = useRef(false);
  return props.annotations.length > MOST_WHOLE ? (
    <LongRows {...props} hadFocusRef={hadFocusRef} />
  ) : (
    <WholeRows {...props} hadFocusRef={hadFocusRef} />
  );
}

function WholeRows(props: FormOfRowsProps): ReactNode {
  const { label, annotations, tabStop, selectedId, draw, scroller, hadFocusRef } = props;
  const rows = useRef<HTMLUListElement>(null);
  useHandedFocus(rows, hadFocusRef, () => {
    const row =
      tabStop !== undefined && rows.current?.querySelector(`[data-annotation="${CSS.escape(tabStop)}"]`);
    if (row) row.querySelector('button')?.focus();
  });
  useEffect(() => {
    const row =
      selectedId !== null && rows.current?.querySelector(`[data-annotation="${CSS.escape(selectedId)}"]`);
    if (row && scroller) showRow(scroller, row);
  }, [selectedId, scroller]);
  return (
    <ul ref={rows} aria-label={label}>
      {annotations.map((annotation) => (
        <AnnotationRow key={annotation.id} {...draw(annotation)} onKeyDown={moveInList} />
      ))}
    </ul>
  );
}

/** Scrolls the list, and nothing around it, until the row is in view. */
function showRow(list: HTMLElement, row: Element): void {
  const { top, bottom } = list.getBoundingClientRect();
  const place = row.getBoundingClientRect();
  const above = Math.min(0, place.top - top);
  const below = Math.max(0, place.bottom - bottom);
  list.scrollBy({ top: above === 0 ? below : above, behavior: 'instant' });
}

function moveInList(event: KeyboardEvent<HTMLButtonElement>): void {
  const row = event.currentTarget.closest('li');
  const rows = [...(row?.parentElement?.children ?? [])];
  const next = row && takeListKey(event, rows.indexOf(row), rows.length);
  if (next !== null) rows[next]?.querySelector('button')?.focus();
}
