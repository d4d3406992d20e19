import { defaultRangeExtractor, useVirtualizer, type Range, type Virtualizer } from '@tanstack/react-virtual';
import {
  useCallback,
  useEffect,
  useEffectEvent,
  useRef,
  useState,
  type ReactNode,
  type RefObject,
} from 'react';
import type { Id } from '../../domain/record.ts';
import styles from './AnnotationList.module.css';
import { AnnotationRow } from './AnnotationRow.tsx';
import { takeListKey } from './move-in-list.ts';
import type { FormOfRowsProps } from './Rows.tsx';
import { useHandedFocus } from './use-handed-focus.ts';
import { useLatest } from '../../ui/use-latest.ts';

/** Pixels: a verdict, two lines of the quote and one of the conclusion. A row is measured when it is drawn. */
const ROW_HEIGHT = 112;
/** Rows beyond the edges of what is in view. */
const OVERSCAN = 10;

/**
 * The rows in view of a list so long that drawing it all would slow every key press down. The row at which the Tab key
 * stops is always there, and each row says which of how many it is.
 */
export function LongRows(props: FormOfRowsProps): ReactNode {
  const { label, annotations, tabStop, selectedId, findIn, draw, scroller, above, hadFocusRef } = props;
  const list = useRef<HTMLUListElement>(null);
  const count = annotations.length;
  const scrollMargin = useOffsetTop(list, above);
  const indexOf = (id: Id | null | undefined): number => findIn(annotations, id);
  // With another function all rows would be placed anew.
  const getItemKey = useCallback((index: number) => annotations[index]?.id ?? index, [annotations]);
  const stop = indexOf(tabStop);
  // What it gives is not passed on to anything memoised but a ref, which stays the same.
  // oxlint-disable-next-line react/incompatible-library
  const virtualizer = useVirtualizer({
    count,
    getScrollElement: () => scroller,
    estimateSize: () => ROW_HEIGHT,
    getItemKey,
    rangeExtractor: (range) => withIndex(range, stop),
    scrollMargin,
    overscan: OVERSCAN,
  });

  const show = useEffectEvent((id: Id | null) => {
    const index = indexOf(id);
    // To scroll, the page is laid out there and then, and with the list the editor that has just been put into it.
    if (index >= 0 && !isInView(virtualizer, index)) virtualizer.scrollToIndex(index);
  });
  useEffect(() => {
    if (scroller) show(selectedId);
  }, [selectedId, scroller]);

  // A row that was not in view gets the focus when it is there, unless the person has gone elsewhere meanwhile.
  const waiting = useRef<{ readonly id: Id; readonly from: Element | null } | null>(null);
  const focusRow = (id: Id): void => {
    const button = list.current?.querySelector<HTMLElement>(`[data-annotation="${CSS.escape(id)}"] > button`);
    waiting.current = button ? null : { id, from: document.activeElement };
    button?.focus({ preventScroll: true });
  };
  useEffect(() => {
    if (waiting.current === null) return;
    const { id, from } = waiting.current;
    const { activeElement, body } = document;
    if (indexOf(id) >= 0 && (activeElement === from || activeElement === body)) focusRow(id);
    else waiting.current = null;
  });
  useHandedFocus(list, hadFocusRef, () => {
    if (stop < 0 || tabStop === undefined) return;
    virtualizer.scrollToIndex(stop);
    focusRow(tabStop);
  });

  const moveInList = useLatest((event: Parameters<typeof takeListKey>[0]) => {
    const row = event.currentTarget.closest<HTMLElement>('[data-index]');
    const next = takeListKey(event, Number(row?.dataset['index']), count);
    if (next === null) return;
    virtualizer.scrollToIndex(next);
    const annotation = annotations[next];
    if (annotation) focusRow(annotation.id);
  });

  return (
    <ul
      ref={list}
      aria-label={label}
      className={styles['long']}
      style={{ blockSize: virtualizer.getTotalSize() }}
    >
      {virtualizer.getVirtualItems().map(({ index, start, key }) => {
        const annotation = annotations[index];
        return annotation ? (
          <AnnotationRow
            key={key}
            {...draw(annotation)}
            measure={virtualizer.measureElement}
            index={index}
            count={count}
            top={start - scrollMargin}
            onKeyDown={moveInList}
          />
        ) : null;
      })}
    </ul>
  );
}

/** True for a row that is seen whole. Nothing of the page is asked for that. */
function isInView(
  { getVirtualItems, scrollOffset, scrollRect }: Virtualizer<HTMLElement, Element>,
  index: number,
): boolean {
  const row = getVirtualItems().find((item) => item.index === index);
  if (!row || scrollOffset === null || !scrollRect) return false;
  return row.start >= scrollOffset && row.end <= scrollOffset + scrollRect.height;
}

function withIndex(range: Range, index: number): number[] {
  const indices = defaultRangeExtractor(range);
  return index < 0 || indices.includes(index) ? indices : [...indices, index].toSorted((a, b) => a - b);
}

/** Pixels from the beginning of what scrolls to the list, which another may stand before. */
function useOffsetTop(list: RefObject<HTMLElement | null>, above: number): number {
  const [offset, setOffset] = useState(0);
  useEffect(() => {
    const element = list.current;
    const observer = new ResizeObserver(() => setOffset(element?.offsetTop ?? 0));
    if (element) observer.observe(element);
    // Its rows are measured when they are drawn.
    if (element?.previousElementSibling && above > 0) observer.observe(element.previousElementSibling);
    return () => observer.disconnect();
  }, [list, above]);
  return offset;
}
