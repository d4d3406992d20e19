import type { Page } from '@playwright/test';

/** How many components React has called, and how many of them draw something of the article. */
export interface Renders {
  readonly all: number;
  readonly inArticle: number;
}

/** Tells what was counted since it was asked last. */
export type TakeRenders = () => Promise<Renders>;

/** What React tells developer tools of a component or element; the names are React's. */
interface Fiber {
  readonly tag: number;
  readonly flags: number;
  readonly child: Fiber | null;
  readonly sibling: Fiber | null;
  readonly return: Fiber | null;
  readonly alternate: Fiber | null;
  readonly type: unknown;
}

/**
 * Counts, from the next page that is opened on, what React renders. It tells developer tools of each commit also in the
 * built app, through a hook that has to be there before it starts. Returns how to read the count, which begins anew then.
 */
export async function countRenders(page: Page): Promise<TakeRenders> {
  await page.addInitScript(watchCommits);
  return () => page.evaluate(() => (Reflect.get(globalThis, 'takeRenders') as () => Renders)());
}

/** To run in the page; it can use nothing from around it. */
function watchCommits(): void {
  /** Function, class, forward-ref and the two kinds of memoised components. */
  const COMPONENTS = new Set([0, 1, 11, 14, 15]);
  const PERFORMED_WORK = 1;
  let [all, inArticle] = [0, 0];

  const visit = (fiber: Fiber, isInArticle: boolean): void => {
    if (COMPONENTS.has(fiber.tag) && (fiber.flags & PERFORMED_WORK) !== 0) {
      all += 1;
      if (isInArticle) inArticle += 1;
    }
    // The same child as before: nothing below was looked at.
    if (fiber.alternate?.child === fiber.child) return;
    const isIn = isInArticle || fiber.type === 'article';
    for (let child = fiber.child; child; child = child.sibling) visit(child, isIn);
  };

  Object.assign(globalThis, {
    takeRenders: (): Renders => {
      const taken = { all, inArticle };
      [all, inArticle] = [0, 0];
      return taken;
    },
    __REACT_DEVTOOLS_GLOBAL_HOOK__: {
      supportsFiber: true,
      inject: () => 1,
      onCommitFiberRoot: (_: number, { current }: { readonly current: Fiber }) => visit(current, false),
      onCommitFiberUnmount: () => undefined,
      onPostCommitFiberRoot: () => undefined,
    },
  });
}
