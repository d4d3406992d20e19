import type { ClipboardEvent } from 'react';

/** The clipboard's HTML, when what is pasted becomes all that the field holds. */
export function htmlForWholeField({
  currentTarget,
  clipboardData,
}: ClipboardEvent<HTMLInputElement>): string | null {
  const { selectionStart, selectionEnd, value } = currentTarget;
  const isWhole = selectionStart === 0 && selectionEnd === value.length;
  const markup = clipboardData.getData('text/html');
  return isWhole && markup.trim() !== '' ? markup : null;
}
