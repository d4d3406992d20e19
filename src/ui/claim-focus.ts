/**
 * Ref of the element in a dialog that has the focus when it opens, instead of the first button. (React's `autoFocus`
 * comes too early for a dialog: it is not open yet.)
 */
export function claimFocus(element: HTMLElement | null): void {
  element?.setAttribute('autofocus', '');
}
