import { say } from '../messages/say.ts';
import type { Clock } from '../domain/clock.ts';
import { tellOlderWords } from '../domain/older-words.ts';
import type { Id } from '../domain/record.ts';
import { checkArticle } from './check-article.ts';
import type { DurableSide } from './durable-side.ts';
import type { Memory } from './memory.ts';
import { atMost } from './patience.ts';
import { openKnown } from './read-memory.ts';
import { lacksScale, loadScales } from './rebuild-missing.ts';
import type { After } from './saver.ts';
import { NEWER_UNREADABLE, NOT_FOUND_YET, REMOVED } from './sentences.ts';
import type { OpenResult, Store } from './store.ts';

export interface OpeningParts {
  readonly memory: Memory;
  readonly durable: Pick<DurableSide, 'gather'>;
  readonly clock: Clock;
  readonly after: After;
  /** Is called before the database is waited for. */
  readonly hurry: () => void;
  /** False when nobody is there to be told anything. */
  readonly isWatched: () => boolean;
  /** A fact check is opened with what is known when the database has not answered for so long (milliseconds). */
  readonly patience: number;
}

export interface Opening extends Pick<Store, 'open' | 'read'> {
  /** True when somebody here shows it, and is told at once what becomes of it. */
  readonly isOpened: (id: Id) => boolean;
}

/**
 * Gives out whole fact checks: to be shown, with all that the person must be told, or just to be read. What older
 * versions have saved is told in either, so that nothing that is made of it says more than the desk does.
 */
export function createOpening({
  memory,
  durable,
  clock,
  after,
  hurry,
  isWatched,
  patience,
}: OpeningParts): Opening {
  /** One desk is shown at a time. */
  let opened: Id | null = null;

  const read = async (id: Id): Promise<OpenResult> => {
    if (lacksScale(id, memory.of(id).kept)) await loadScales().catch(() => undefined);
    const painted = openKnown(memory, id, clock);
    const isComplete =
      painted.ok &&
      painted.notices.length === 0 &&
      painted.readOnlyReason === null &&
      !memory.hasNotices(id) &&
      (await checkArticle(painted.factCheck)).length === 0;
    if (!isComplete) hurry();
    const isCompared = isComplete || ((await atMost(patience, durable.gather(id), after)) ?? false);
    if (lacksScale(id, memory.of(id).kept)) await loadScales().catch(() => undefined);
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

  return {
    read,
    open: async (id) => {
      const known = await read(id);
      if (!known.ok) return known;
      opened = id;
      return { ...known, notices: [...memory.takeNotices(id), ...known.notices] };
    },
    isOpened: (id) => opened === id && isWatched(),
  };
}
