/** What the store says to a person. */
export const NEWER =
  'This fact check was saved by a newer version of Linecheck. It can be read and exported here, not edited: reload the page to get the newer version.';
export const FULL =
  'The browser has no room left for this page. What was saved before is unharmed; export your work, then remove fact checks that you no longer need.';
export const NOT_HERE = 'There is no such fact check in this browser.';
export const REMOVED = 'This fact check was removed.';

export function sayDamaged(count: number): string {
  return count === 1
    ? 'One record could not be read. It is kept as it was found, in quarantine.'
    : `${count} records could not be read. They are kept as they were found, in quarantine.`;
}
