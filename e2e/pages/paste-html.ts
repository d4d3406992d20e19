import type { Locator } from '@playwright/test';

/**
 * Pastes rich text: the event as the browser sends it, and what the browser does after it. The real clipboard would take
 * out of the HTML what tests want to see taken out by the app.
 */
export async function pasteHtml(
  field: Locator,
  html: string,
  text = html.replaceAll(/<[^>]*>/g, ' '),
): Promise<void> {
  await field.focus();
  const isTaken = await field.evaluate(
    (element, [richText, plainText]) => {
      const clipboardData = new DataTransfer();
      clipboardData.setData('text/html', richText);
      clipboardData.setData('text/plain', plainText);
      return !element.dispatchEvent(
        new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }),
      );
    },
    [html, text] as const,
  );
  if (!isTaken) await field.page().keyboard.insertText(text);
}
