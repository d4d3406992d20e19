import type { Clock } from '../domain/clock.ts';
import { gatherFactCheck, recordsOf } from '../domain/fact-check.ts';
import { leaveOutGaps } from '../domain/leave-out-gaps.ts';
import { compareRevs, type Id } from '../domain/record.ts';
import { say } from '../messages/say.ts';
import type { Kept } from './kept.ts';
import { rebuildMissing } from './rebuild-missing.ts';
import { sayLeftOut } from './sentences.ts';
import { standingRecords } from './standing.ts';
import type { OpenResult } from './store.ts';

/**
 * Makes a fact check of what is kept of it. What points nowhere is left out and counted in one notice; it stays kept, and is
 * listed with the quarantine. Only a missing article makes it impossible.
 */
export function assembleFactCheck(id: Id, kept: ReadonlyMap<string, Kept>, clock: Clock): OpenResult {
  const found = gatherFactCheck(id, standingRecords(kept));
  const { records, notices: rebuilt } = rebuildMissing(found, clock);
  const whole = records.length === 0 ? found : gatherFactCheck(id, [...records, ...recordsOf(found)]);
  const { factCheck, problems, fatal } = leaveOutGaps(whole);
  if (fatal !== null)
    return { ok: false, problem: say('{fatal} What else was kept of it is still there.', { fatal }) };
  const leftOut = problems.length === 0 ? [] : [sayLeftOut(problems.length)];
  return { ok: true, factCheck, notices: [...rebuilt, ...leftOut], readOnlyReason: null };
}

/**
 * True when the fact check was removed and nobody has edited it since: an edit that another tab made after the removal
 * brings it back.
 */
export function isRemovedFactCheck(id: Id, kept: Iterable<Kept>): boolean {
  const versions = [...kept];
  const removal = versions.find(({ place }) => isHead(id, place))?.removal;
  if (!removal) return false;
  return versions.every(({ record }) => compareRevs(record.rev, removal.rev) < 0);
}

function isHead(id: Id, { type, id: own, version }: Kept['place']): boolean {
  return type === 'fact-check' && own === id && !version;
}
