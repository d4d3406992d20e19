import { useEffect, useState, type PointerEvent, type ReactNode, type RefObject } from 'react';
import { describeTarget } from '../../anchoring/describe.ts';
import { domRangeOf, offsetAtPoint } from '../../anchoring/dom-offsets.ts';
import { snapToWords } from '../../anchoring/snap.ts';
import type { Target } from '../../domain/annotation.ts';
import type { Range } from '../../domain/article.ts';
import { articleOf } from '../../domain/fact-check.ts';
import { moveBoundaries } from '../../domain/move-boundaries.ts';
import type { Id } from '../../domain/record.ts';
import { useFactCheck, useFactCheckEvents } from '../../stores/desk-context.ts';
import type { WhenReviewer } from '../../stores/fact-check-store.ts';
import styles from './Reader.module.css';

interface BoundaryHandlesProps {
  readonly reader: RefObject<HTMLElement | null>;
  readonly selectedId: Id | null;
  readonly whenReviewer: WhenReviewer;
}

/** Where a handle stands, in pixels from the reader's top left corner. */
interface Place {
  readonly x: number;
  readonly top: number;
  readonly height: number;
}

/**
 * Two handles at the ends of the open annotation, to be dragged to other words. The same can be done by keys and by the
 * editor's buttons, so they are not in the way of a screen reader.
 */
export function BoundaryHandles({ reader, selectedId, whenReviewer }: BoundaryHandlesProps): ReactNode {
  const { text, language } = useFactCheck(articleOf);
  const targets = useFactCheck(({ tables }) =>
    selectedId === null ? undefined : tables.annotation.get(selectedId)?.targets,
  );
  const { carryOut } = useFactCheckEvents();
  const [dragged, setDragged] = useState<Range | null>(null);
  const range = dragged ?? extent(targets);
  const places = usePlaces(reader, range);

  if (!range || !targets || selectedId === null || !places) return null;

  function drag(edge: 'start' | 'end', event: PointerEvent): void {
    if (!range || !reader.current || !event.currentTarget.hasPointerCapture(event.pointerId)) return;
    const offset = offsetAtPoint(event.clientX, event.clientY, reader.current);
    if (offset === null) return;
    const raw = edge === 'start' ? { start: offset, end: range.end } : { start: range.start, end: offset };
    if (raw.start >= raw.end) return;
    const snapped = snapToWords(text, raw, language);
    if (snapped)
      setDragged(edge === 'start' ? { ...range, start: snapped.start } : { ...range, end: snapped.end });
  }

  function drop(): void {
    if (dragged && targets && selectedId !== null) {
      const moved = withEnds(targets, dragged, text);
      whenReviewer(() => carryOut((factCheck, hand) => moveBoundaries(factCheck, selectedId, moved, hand)));
    }
    setDragged(null);
  }

  return (['start', 'end'] as const).map((edge) => (
    <span
      key={edge}
      aria-hidden="true"
      className={styles['handle']}
      data-edge={edge}
      style={{
        insetInlineStart: 'auto',
        left: places[edge].x,
        top: places[edge].top,
        height: places[edge].height,
      }}
      onPointerDown={(event) => {
        event.preventDefault();
        event.currentTarget.setPointerCapture(event.pointerId);
      }}
      onPointerMove={(event) => drag(edge, event)}
      onPointerUp={drop}
      onPointerCancel={() => setDragged(null)}
      onClick={(event) => event.stopPropagation()}
    />
  ));
}

/** Measures where the ends of the range are drawn, and again when the text is laid out anew. */
function usePlaces(
  reader: RefObject<HTMLElement | null>,
  range: Range | null,
): Record<'start' | 'end', Place> | null {
  const [places, setPlaces] = useState<Record<'start' | 'end', Place> | null>(null);
  const start = range?.start;
  const end = range?.end;

  useEffect(() => {
    const root = reader.current;
    if (!root || start === undefined || end === undefined) return;
    const measure = (): void => setPlaces(placesOf(root, { start, end }));
    const observer = new ResizeObserver(measure);
    observer.observe(root);
    measure();
    return () => observer.disconnect();
  }, [reader, start, end]);

  return range ? places : null;
}

function placesOf(root: HTMLElement, range: Range): Record<'start' | 'end', Place> | null {
  const rects = [...(domRangeOf(range, root)?.getClientRects() ?? [])].filter(({ width }) => width > 0);
  const [first, last] = [rects.at(0), rects.at(-1)];
  if (!first || !last) return null;
  const origin = root.getBoundingClientRect();
  const isRightToLeft = getComputedStyle(root).direction === 'rtl';
  const place = (rect: DOMRect, x: number): Place => ({
    x: x - origin.left,
    top: rect.top - origin.top,
    height: rect.height,
  });
  return {
    start: place(first, isRightToLeft ? first.right : first.left),
    end: place(last, isRightToLeft ? last.left : last.right),
  };
}

function extent(targets: readonly Target[] | undefined): Range | null {
  const [first, last] = [targets?.at(0), targets?.at(-1)];
  return first && last ? { start: first.position.start, end: last.position.end } : null;
}

function withEnds(targets: readonly Target[], { start, end }: Range, text: string): readonly Target[] {
  return targets.map(({ position }, i) =>
    describeTarget(text, {
      start: i === 0 ? start : position.start,
      end: i === targets.length - 1 ? end : position.end,
    }),
  );
}
