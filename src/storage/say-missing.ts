import { message, say } from '../messages/say.ts';
import type { DurableSide } from './durable-side.ts';
import type { LocalShelf } from './local-shelf.ts';
import { atMost } from './patience.ts';
import type { After } from './saver.ts';
import type { Comparison } from './store.ts';

/** Who needs all of both copies waits so long (milliseconds): a large store takes its time on a slow machine. */
const PATIENCE = 60_000;

/** Reads both copies; the answer is whether all is known then, or what may be missing. */
export async function compareCopies({
  shelf,
  durable,
  after,
}: {
  readonly shelf: LocalShelf | null;
  readonly durable: Pick<DurableSide, 'gatherAll' | 'reconcileAll' | 'state' | 'isInUse' | 'isEarlierWhole'>;
  readonly after: After;
}): Promise<Comparison> {
  /** Whoever starts to read when the comparison ends finds closed copies: then all is known by the end of that. */
  const readBoth = async (): Promise<boolean> => {
    if (await durable.gatherAll()) return true;
    await durable.reconcileAll();
    return durable.state().isReconciled && durable.gatherAll();
  };
  const areRead = await atMost(PATIENCE, readBoth(), after);
  const hasBoth = { quick: shelf !== null, database: durable.isInUse(), earlier: durable.isEarlierWhole() };
  const problem = sayMissing(areRead ?? false, hasBoth);
  return problem === null ? { ok: true } : { ok: false, problem };
}

export const NOT_COMPARED = message(
  'One of the two copies in this browser can’t be read now. What is in that one only is missing.',
);
export const EARLIER_UNREAD = message(
  'Something that an earlier session kept in this browser can’t be read. What is in that only is missing.',
);
export const NO_DATABASE = message(
  'This browser refuses Linecheck its database. What was kept there only, in a session in which it did not, is missing.',
);
export const NO_QUICK_PART = message(
  'This browser blocks the quick part of its storage. What was kept there only, in a session in which it did not, is missing.',
);
export const ONLY_THIS_TAB = message(
  'This browser lets the page keep nothing. Only what this tab holds is there.',
);

/** Which of the copies there are, and whether all that earlier sessions left could be read. */
interface Copies {
  readonly quick: boolean;
  readonly database: boolean;
  readonly earlier: boolean;
}

/**
 * What may be missing in all that could be read, as a sentence; null when nothing is. Where there is one copy there is
 * nothing to compare.
 */
function sayMissing(areRead: boolean, { quick, database, earlier }: Copies): string | null {
  if (!areRead) return say(NOT_COMPARED);
  if (!database) return quick ? say(NO_DATABASE) : say(ONLY_THIS_TAB);
  if (!quick) return say(NO_QUICK_PART);
  return earlier ? null : say(EARLIER_UNREAD);
}
