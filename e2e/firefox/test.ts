import { test as base } from '../support/test.ts';

export { expect } from '../support/test.ts';

declare global {
  interface Element {
    /** React's own: the value of a field as it knows it. */
    readonly _valueTracker?: { setValue(value: string): void };
  }
}

/**
 * Over BiDi `fill` sets the value in the page's own world, where React takes it for one that it has set itself and does
 * not look at the event (in other browsers Playwright sets it from outside). So React is made to forget the value first.
 */
export const test = base.extend({
  context: async ({ context }, use) => {
    await context.addInitScript(() => {
      addEventListener(
        'input',
        ({ isTrusted, target }) => {
          if (!isTrusted && target instanceof Element) target._valueTracker?.setValue('\0');
        },
        { capture: true },
      );
    });
    await use(context);
  },
});
