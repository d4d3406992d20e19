import { test as base } from '../support/test.ts';

export { expect } from '../support/test.ts';

/** React's own, on each field: the value as it knows it. */
const TRACKER = '_valueTracker';

type Tracked = Readonly<Record<string, { readonly setValue: (value: string) => void } | undefined>>;

/**
 * Over BiDi `fill` sets the value in the page's own world, where React takes it for one that it has set itself and does
 * not look at the event (in other browsers Playwright sets it from outside). So React is made to forget the value first.
 */
export const test = base.extend({
  context: async ({ context }, use) => {
    await context.addInitScript((tracker) => {
      addEventListener(
        'input',
        ({ isTrusted, target }) => {
          if (!isTrusted && target) (target as unknown as Tracked)[tracker]?.setValue('\0');
        },
        { capture: true },
      );
    }, TRACKER);
    await use(context);
  },
});
