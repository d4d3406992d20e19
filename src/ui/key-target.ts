/** A letter belongs to whatever takes text, or to a list that jumps to what begins with it. */
export function isTyping(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  if (
    target.isContentEditable ||
    target instanceof HTMLTextAreaElement ||
    target instanceof HTMLSelectElement
  )
    return true;
  return target instanceof HTMLInputElement && !['radio', 'checkbox', 'button'].includes(target.type);
}

/** Dialogs and menus have keys of their own, a modal dialog also while nothing in it has the focus. */
export function isInDialog(target: EventTarget | null): boolean {
  if (target === document.body) return document.querySelector('dialog:modal') !== null;
  return target instanceof Element && target.closest('dialog, [role=menu]') !== null;
}
