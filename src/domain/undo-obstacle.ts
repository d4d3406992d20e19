import { message, say } from '../messages/say.ts';
import { standsAs, type Change } from './change.ts';
import { articleOf, type AnyRecord, type FactCheck } from './fact-check.ts';
import { isLater, momentOfDecision, momentOfReplacement, type Moment } from './moment.ts';
import { compareRevs } from './record.ts';

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
  return isUntouched && !hasMoreSince(made, momentOf(change, made), factCheck) ? null : say(EDITED_SINCE);
}

/** What goes along into another draft: a verdict that was renewed for its words, too. */
const CARRIED: ReadonlySet<string> = new Set(['fact-check', 'article', 'annotation', 'verdict']);

const EDITED_SINCE = message(
  'This can’t be undone: the version has been edited since in another tab. Take that back there first; the steps before it belong to the older version and wait until then.',
);

/** The end of its making. */
function momentOf({ at }: Change, made: readonly AnyRecord[]): Moment {
  const rev = made.map((record) => record.rev).reduce((a, b) => (compareRevs(a, b) > 0 ? a : b));
  return { rev, at, isStamped: true };
}

/** True when something was put or judged on the draft under check that is not of this making. */
function hasMoreSince(made: readonly AnyRecord[], then: Moment, factCheck: FactCheck): boolean {
  const { id } = articleOf(factCheck);
  const known = new Set(made.map((record) => record.id));
  const { annotation, verdict, history } = factCheck.tables;
  return (
    [...annotation.values()].some((one) => one.articleId === id && !known.has(one.id)) ||
    [...verdict.values()].some((one) => !known.has(one.id) && isLater(momentOfDecision(one), then)) ||
    // Whoever takes an edit back takes its history away: what is left there stands.
    [...history.values()].some(
      (one) => one.before.type === 'verdict' && !known.has(one.id) && isLater(momentOfReplacement(one), then),
    )
  );
}

/** Of the head: the draft under check. */
function articleIdOf(record: AnyRecord): string | null {
  return record.type === 'fact-check' ? record.articleId : null;
}
