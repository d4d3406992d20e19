import { message, say } from '../messages/say.ts';
import { standsAs, type Change } from './change.ts';
import { articleOf, type AnyRecord, type FactCheck } from './fact-check.ts';

/**
 * Why a Change that put another draft under check can't be taken back, as a sentence; null when it can, and for any other
 * Change. It goes back whole or not at all: what somebody has edited since belongs to the draft that stands.
 */
export function findUndoObstacle(change: Change, factCheck: FactCheck): string | null {
  if (!change.updated.some(({ before, after }) => articleIdOf(before) !== articleIdOf(after))) return null;
  const made = [...change.added, ...change.updated.map(({ after }) => after)];
  const isUntouched = made
    .filter(({ type }) => CARRIED.has(type))
    .every((record) => standsAs(record, factCheck));
  return isUntouched && !hasMoreSince(made, change.at, factCheck) ? null : say(EDITED_SINCE);
}

/** What goes along into another draft: a verdict that was renewed for its words, too. */
const CARRIED: ReadonlySet<string> = new Set(['fact-check', 'article', 'annotation', 'verdict']);

const EDITED_SINCE = message(
  'This can’t be undone: the version has been edited since in another tab. Take that back there first; the steps before it belong to the older version and wait until then.',
);

/** True when something was put or judged on the draft under check that is not of this making. */
function hasMoreSince(made: readonly AnyRecord[], at: string, factCheck: FactCheck): boolean {
  const { id } = articleOf(factCheck);
  const known = new Set(made.map((record) => record.id));
  const { annotation, verdict, history } = factCheck.tables;
  const isSince = (instant: string): boolean => Date.parse(instant) > Date.parse(at);
  return (
    [...annotation.values()].some((one) => one.articleId === id && !known.has(one.id)) ||
    [...verdict.values()].some((one) => isSince(one.decidedAt) && !known.has(one.id)) ||
    // Whoever takes an edit back takes its history away: what is left there stands.
    [...history.values()].some(
      (one) => one.before.type === 'verdict' && isSince(one.replacedAt) && !known.has(one.id),
    )
  );
}

/** Of the head: the draft under check. */
function articleIdOf(record: AnyRecord): string | null {
  return record.type === 'fact-check' ? record.articleId : null;
}
