/** What a person is told of an assumption that did not hold. */
export function sayBreakage(error: unknown): string {
  return `Something went wrong that should not have: ${String(error)}`;
}
