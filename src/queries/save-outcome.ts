import { message, say } from '../messages/say.ts';
import type { SaveResult } from '../storage/store.ts';
import { sayBreakage } from './say-breakage.ts';

/**
 * What became of something that was to be kept. `saved`: on disk; `note` says what can't be promised of that. `held`: in
 * this tab, to be opened, edited and exported, and saved as soon as that works. `refused`: not there at all. All words are
 * sentences for the person.
 */
export type SaveOutcome =
  | { readonly outcome: 'saved'; readonly note: string | null }
  | { readonly outcome: 'held'; readonly note: string }
  | { readonly outcome: 'refused'; readonly problem: string };

export function outcomeOf(result: SaveResult): SaveOutcome {
  if (result.ok) return { outcome: 'saved', note: result.note ?? null };
  const { problem, isHeld } = result;
  return isHeld ? { outcome: 'held', note: `${say(NOT_YET)} ${problem}` } : { outcome: 'refused', problem };
}

const NOT_YET = message('It is here in this tab, and not saved yet.');

/** The outcome of an attempt that threw: nothing is known to be kept. */
export function brokenOff(error: unknown): SaveOutcome {
  return { outcome: 'refused', problem: sayBreakage(error) };
}

/** What was done, with the reason why it is not saved yet, if it is not. */
export function sayDone(done: string, saved: SaveOutcome): string {
  return saved.outcome === 'held' ? `${done} ${saved.note}` : done;
}
