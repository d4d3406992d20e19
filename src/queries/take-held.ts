import type { SaveResult } from '../storage/store.ts';

/**
 * What is held in this tab and can't be saved yet goes on like what is saved: it can be opened, edited and exported. Why
 * it is not saved is then the note.
 */
export function takeHeld(result: SaveResult): SaveResult {
  return !result.ok && result.isHeld ? { ok: true, note: result.problem } : result;
}
