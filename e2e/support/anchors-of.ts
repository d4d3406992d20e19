import type { DeskPage } from '../pages/desk-page.ts';

/** The anchor state of each annotation, by the words that it stands on. */
export async function anchorsOf(desk: DeskPage): Promise<Record<string, string>> {
  return Object.fromEntries((await desk.annotations()).map(({ quote, anchor }) => [quote, anchor]));
}
