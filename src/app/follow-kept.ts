import type { FactCheck } from '../domain/fact-check.ts';
import { differenceOf } from '../domain/receive-records.ts';
import { say } from '../messages/say.ts';
import { REMOVED } from '../storage/sentences.ts';
import type { Store } from '../storage/store.ts';
import type { FactCheckStore } from '../stores/fact-check-store.ts';

interface FollowingParts {
  readonly kept: Pick<Store, 'watch' | 'open'>;
  /** What the desk was opened with, and what the person was told then. */
  readonly opened: FactCheck;
  readonly notices: readonly string[];
  readonly desk: FactCheckStore;
  readonly tell: (notice: string) => void;
  /** Another tab has deleted the fact check, or brought it back. */
  readonly becameDeleted: (isDeleted: boolean) => void;
}

export interface Following {
  /** Takes in what was told to nobody: what has happened since the desk was opened. */
  readonly catchUp: () => Promise<void>;
  /** The fact check was brought back here. */
  readonly restored: () => void;
  readonly stop: () => void;
}

/** Shows at the desk what becomes of its fact check elsewhere. */
export function followKept({ kept, opened, notices, desk, tell, becameDeleted }: FollowingParts): Following {
  let isDeleted = false;
  const become = (now: boolean): void => {
    isDeleted = now;
    becameDeleted(now);
  };

  const takeIn = async (since: () => FactCheck): Promise<void> => {
    const now = await kept.open(opened.id);
    if (!now.ok) {
      if (now.problem === say(REMOVED)) become(true);
      return;
    }
    const before = since();
    if (now.factCheck !== before) desk.events.receive(differenceOf(before, now.factCheck));
    if (now.readOnlyReason !== null && desk.getState().readOnlyReason === null)
      desk.events.stepBack(now.readOnlyReason);
    for (const told of now.notices) if (!notices.includes(told)) tell(told);
  };
  const catchUp = (): Promise<void> => takeIn(() => opened);

  /** While it was deleted nothing was done at this desk: all that it shows and that is not kept is gone. */
  const comeBack = (): void => {
    become(false);
    void takeIn(() => desk.getState().factCheck);
  };

  const stop = kept.watch(({ factCheckId, readOnlyReason: reason, ...edit }) => {
    if (factCheckId !== opened.id) return;
    if (reason !== undefined) desk.events.stepBack(reason);
    const isGone = edit.removed.some(({ type }) => type === 'fact-check');
    // Without its title record it can't be shown: here nothing is taken away, for when it comes back.
    desk.events.receive(isGone ? { ...edit, removed: [] } : edit);
    if (isGone) become(true);
    else if (isDeleted && edit.changed.some(({ type }) => type === 'fact-check')) comeBack();
  });
  void catchUp();
  return { catchUp, restored: comeBack, stop };
}
