import type * as Reading from './selected-words.ts';

/** What reads a selection is loaded once the article is there: reading does not wait for it. */
let loading: Promise<typeof Reading> | null = null;
let reading: typeof Reading | null = null;

/** Null until it is there. */
export function selectionReading(): typeof Reading | null {
  return reading;
}

/** A failure is not kept: whoever asks again loads it again. */
export function loadSelectionReading(): Promise<typeof Reading> {
  loading ??= import('./selected-words.ts').then(
    (part) => (reading = part),
    (error: unknown) => {
      loading = null;
      throw error;
    },
  );
  return loading;
}

/**
 * Does what is about selected words once they are known: at once, unless words are selected that nobody could read yet.
 * Otherwise a verdict would land on the sentence under the cursor instead.
 */
export function whenSelectionIsRead(act: () => void, onFailed: () => void): void {
  if (reading || (getSelection()?.isCollapsed ?? true)) act();
  else void loadSelectionReading().then(act, onFailed);
}
