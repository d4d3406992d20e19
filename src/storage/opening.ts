import { say } from '../messages/say.ts';
import type { Clock } from '../domain/clock.ts';
import { tellOlderWords } from '../domain/older-words.ts';
import type { Id } from '../domain/record.ts';
import { checkArticle } from './check-article.ts';
import type { DurableSide } from './durable-side.ts';
import type { Memory } from './memory.ts';
import { atMost } from './patience.ts';
import { openKnown } from './read-memory.ts';
import { lacksScale } from './rebuild-missing.ts';
import type { After } from './saver.ts';
import { NEWER_UNREADABLE, NOT_FOUND_YET, REMOVED } from './sentences.ts';
import type { Store } from './store.ts';

export interface OpeningParts {
  readonly memory: Memory;
  readonly durable: Pick<DurableSide, 'gather'>;
  readonly clock: Clock;
  readonly after: After;
  /** Is called before the database is waited for. */
  readonly hurry: () => void;
  /** Loads the scales that can be made again. */
  readonly loadScales: () => Promise<void>;
  /** A fact check is opened with what is known when the database has not answered for so long (milliseconds). */
  readonly patience: number;
}

/**
 * Gives out whole fact checks, with what the person must be told of them. What older versions have saved is told as well,
 * so that nothing that is made of it says more than the desk does.
 */
export function createOpening(parts: OpeningParts): Store['open'] {
  const { memory, durable, clock, after, hurry, loadScales, patience } = parts;
  return async (id: Id) => {
    const painted = openKnown(memory, id, clock);
    const isComplete =
      painted.ok &&
      painted.notices.length === 0 &&
      painted.readOnlyReason === null &&
      !memory.hasFindings(id) &&
      (await checkArticle(painted.factCheck)).length === 0;
    if (!isComplete) hurry();
    const isCompared = isComplete || ((await atMost(patience, durable.gather(id), after)) ?? false);
    if (lacksScale(id, memory.of(id).kept))
      await atMost(
        patience,
        loadScales().catch(() => undefined),
        after,
      );
    const found = openKnown(memory, id, clock);
    const doubts = found.ok && !isComplete ? await checkArticle(found.factCheck) : [];
    // Looked up once more, at the last moment: what was heard meanwhile was told to nobody who could know of it.
    const known = openKnown(memory, id, clock);
    if (known.ok) {
      const notices = [...known.notices, ...doubts];
      return { ...known, factCheck: tellOlderWords(known.factCheck), notices };
    }
    const isCertain = isCompared || known.problem === say(REMOVED) || known.problem === say(NEWER_UNREADABLE);
    return isCertain ? known : { ok: false, problem: say(NOT_FOUND_YET), isAwaited: true };
  };
}
