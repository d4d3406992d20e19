let rest = (): void => undefined;

/** A page that shows nothing for so long (milliseconds) has something to wait for that is not the reader's. */
const LONGEST = 2000;

/** Settles when what the person came for has been painted, and what else is wanted may be loaded. */
export const atRest = new Promise<void>((resolve) => {
  rest = resolve;
  setTimeout(resolve, LONGEST);
});

/** Says that it has been painted. */
export function beAtRest(): void {
  rest();
}
