import { useEffect, useRef, useState, type PointerEvent, type ReactNode, type RefObject } from 'react';
import { domRangeOf, offsetAtPoint } from '../../anchoring/dom-offsets.ts';
import { moveBoundaryTo, type Edge } from '../../anchoring/move-boundary.ts';
import { extentOf, type Target } from '../../domain/annotation.ts';
import type { Range } from '../../domain/article.ts';
import { articleOf } from '../../domain/fact-check.ts';
import { moveBoundaries } from '../../domain/move-boundaries.ts';
import type { Id } from '../../domain/record.ts';
import { useFactCheck, useFactCheckEvents } from '../../stores/desk-context.ts';
import type { WhenReviewer } from '../../stores/fact-check-store.ts';
import styles from './Reader.module.css';

type Places = Readonly<Record<Edge, Place>>;

interface BoundaryHandlesProps {
  /** The article stands in it. */
  readonly pane: RefObject<HTMLElement | null>;
  readonly selectedId: Id;
  readonly whenReviewer: WhenReviewer;
}

/** Where a handle stands, in pixels from the article's top left corner. */
interface Place {
  readonly x: number;
  readonly top: number;
  readonly height: number;
}

/**
 * Two handles at the ends of the open annotation, to be dragged to other words. The same can be done by keys and by the
 * editor's buttons, so they are not in the way of a screen reader.
 */
export function BoundaryHandles({ pane, selectedId, whenReviewer }: BoundaryHandlesProps): ReactNode {
  const article = useFactCheck(articleOf);
  const targets = useFactCheck(({ tables }) => tables.annotation.get(selectedId)?.targets);
  const { carryOut } = useFactCheckEvents();
  const [dragged, setDragged] = useState<readonly Target[] | null>(null);
  /** The same at this very moment: a finger is lifted before its last move has been drawn. */
  const reached = useRef<readonly Target[] | null>(null);
  const shown = dragged ?? targets;
  const range = shown ? extentOf({ targets: shown }) : null;
  const places = usePlaces(pane, range);

  if (!targets || !places) return null;

  function drag(edge: Edge, event: PointerEvent): void {
    const reader = readerIn(pane);
    if (!targets || !reader || !event.currentTarget.hasPointerCapture(event.pointerId)) return;
    const offset = offsetAtPoint(event.clientX, event.clientY, reader);
    if (offset !== null) show(moveBoundaryTo(article, reached.current ?? targets, edge, offset));
  }

  function drop(): void {
    const moved = reached.current;
    if (moved && moved !== targets) {
      whenReviewer(() => carryOut((factCheck, hand) => moveBoundaries(factCheck, selectedId, moved, hand)));
    }
    show(null);
  }

  function show(moved: readonly Target[] | null): void {
    reached.current = moved;
    setDragged(moved);
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
      onPointerCancel={() => show(null)}
      onClick={(event) => event.stopPropagation()}
    />
  ));
}

function readerIn(pane: RefObject<HTMLElement | null>): HTMLElement | null {
  return pane.current?.querySelector('article') ?? null;
}

/** Measures where the ends of the range are drawn, and again when the text is laid out anew. */
function usePlaces(pane: RefObject<HTMLElement | null>, range: Range | null): Places | null {
  const [places, setPlaces] = useState<Places | null>(null);
  const start = range?.start;
  const end = range?.end;

  useEffect(() => {
    const root = readerIn(pane);
    if (!root || start === undefined || end === undefined) return;
    let shown: globalThis.Range | null = null;
    // Every window that is scrolled by moves the text: to look for the words each time would take longer than to show them.
    const measure = (): void => {
      if (!shown || shown.collapsed) shown = domRangeOf({ start, end }, root);
      const now = shown && placesOf(root, shown);
      setPlaces((before) => (before && now && areSame(before, now) ? before : now));
    };
    const observer = new ResizeObserver(measure);
    observer.observe(root);
    measure();
    return () => observer.disconnect();
  }, [pane, start, end]);

  return range ? places : null;
}

function areSame(some: Places, others: Places): boolean {
  return (['start', 'end'] as const).every((edge) => {
    const [a, b] = [some[edge], others[edge]];
    return a.x === b.x && a.top === b.top && a.height === b.height;
  });
}

function placesOf(root: HTMLElement, shown: globalThis.Range): Places | null {
  const rects = [...shown.getClientRects()].filter(({ width }) => width > 0);
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
