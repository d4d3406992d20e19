import type { Page } from '@playwright/test';

declare global {
  interface Window {
    /** What has moved since it was last asked, once it is watched. */
    takeShifts?: () => readonly Shift[];
  }
}

/** Something that was drawn at one place and then at another, without being scrolled there. */
export interface Shift {
  /** Its words, or its element. */
  readonly what: string;
  /** What it stands in: a block of the article, its handles, or the name of the part of the page. */
  readonly within: string;
  readonly by: string;
}

/**
 * Watches what moves on the page, by the browser's own account of layout shifts, in what is opened from now on. What moves right
 * after an input is told as well: the browser counts it as wanted, and a person does not.
 */
export async function watchShifts(page: Page): Promise<void> {
  await page.addInitScript(() => {
    /** The types of the DOM know nothing of it. */
    interface LayoutShift extends PerformanceEntry {
      readonly sources: readonly {
        readonly node: Node | null;
        readonly previousRect: DOMRectReadOnly;
        readonly currentRect: DOMRectReadOnly;
      }[];
    }
    const shifts: Shift[] = [];
    const nameOf = (element: Element): string => {
      if (element.closest('[data-block]')) return 'block';
      if (element.closest('[data-edge]')) return 'handles';
      const part = element.closest('dialog, [role=toolbar], section, aside, header');
      return part?.ariaLabel ?? part?.localName ?? 'page';
    };
    const take = (entries: PerformanceEntryList): void => {
      for (const { sources } of entries as LayoutShift[])
        for (const { node, previousRect: was, currentRect: is } of sources) {
          const element = node instanceof Element ? node : node?.parentElement;
          // What has come or gone is no shift of its own.
          if (!element || was.width * was.height === 0 || is.width * is.height === 0) continue;
          const words = node?.textContent?.trim().slice(0, 60) ?? '';
          shifts.push({
            what: words === '' ? element.outerHTML.slice(0, 80) : words,
            within: nameOf(element),
            by: `${Math.round(is.x - was.x)}, ${Math.round(is.y - was.y)} px`,
          });
        }
    };
    const observer = new PerformanceObserver((list) => take(list.getEntries()));
    observer.observe({ type: 'layout-shift', buffered: true });
    window.takeShifts = () => {
      take(observer.takeRecords());
      return shifts.splice(0);
    };
  });
}

/** What has moved since the last time, once what was done last has been drawn. */
export function shiftsOf(page: Page): Promise<readonly Shift[]> {
  return page.evaluate(async () => {
    for (let frame = 0; frame < 3; frame += 1)
      await new Promise((resolve) => {
        requestAnimationFrame(resolve);
      });
    return window.takeShifts?.() ?? [];
  });
}
