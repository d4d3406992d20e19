import { openAhead } from '../queries/open-ahead.ts';
import type { AppParts } from './App.tsx';
import { pathInAddress, watchAddress } from './use-address.ts';

/** What has not come from localStorage by then (milliseconds) has to come from the database, and it is said that it is loaded. */
const PATIENCE = 100;

/**
 * Opens the fact check that the address names before the first rendering: a screen which says that it is loaded took longer
 * to be drawn than most take to be read. Settles when it is there, or at once where the address names none.
 */
export async function openAddressed({
  keeping: { store },
  queryClient,
}: Pick<AppParts, 'keeping' | 'queryClient'>): Promise<void> {
  const [, id] = /^\/check\/([^/]+)/.exec(pathInAddress()) ?? [];
  if (id === undefined) return;
  const opened = openAhead(id, { store, client: queryClient, whenLeft: watchAddress });
  // What is in localStorage has been read by now, however long that took.
  const patience = new Promise((resolve) => {
    setTimeout(resolve, PATIENCE);
  });
  // What goes wrong is told by whoever shows it.
  await Promise.race([opened, patience]).catch(() => undefined);
}
