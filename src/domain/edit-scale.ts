import { say } from '../messages/say.ts';
import { BUILTIN_SCALES } from './builtin-scales.ts';
import { makeChange, type Change, type Hand } from './change.ts';
import { copyScale, DEFAULT_SCALE } from './default-scale.ts';
import { headOf, scaleOf, type FactCheck } from './fact-check.ts';
import type { RatingScale } from './rating-scale.ts';
import type { Id } from './record.ts';

/** What a person writes of a scale. */
export type ScaleWords = Pick<RatingScale, 'name' | 'ratings'>;

/** True for a scale that came with Linecheck: it is copied, and never edited. */
export function isBuiltinScale(id: Id): boolean {
  return BUILTIN_SCALES.some((scale) => scale.id === id);
}

/** How many verdicts were given on this scale. */
export function countGivenOn({ tables }: FactCheck, id: Id): number {
  return [...tables.verdict.values()].filter(({ scaleId }) => scaleId === id).length;
}

/** Adds a scale of one's own, which new verdicts then use. */
export function addScale(factCheck: FactCheck, words: ScaleWords, hand: Hand): Change {
  const scale = { type: 'rating-scale', id: hand.clock.newId(), version: 1, ...words } as const;
  const head = { ...headOf(factCheck), scaleId: scale.id };
  return makeChange(say('Add rating scale'), factCheck, { added: [scale], changed: [head] }, hand);
}

/**
 * Makes the next version of a scale, a record of its own, which takes the place of the old one for new verdicts. What was
 * given on the old version goes on to name it and to mean what it meant; a version that nothing names goes.
 */
export function editScale(factCheck: FactCheck, id: Id, words: ScaleWords, hand: Hand): Change {
  const old = factCheck.tables['rating-scale'].get(id);
  const label = say('Edit rating scale');
  if (!old || (old.name === words.name && JSON.stringify(old.ratings) === JSON.stringify(words.ratings)))
    return makeChange(label, factCheck, {}, hand);
  const next = {
    type: 'rating-scale',
    id: hand.clock.newId(),
    version: old.version + 1,
    ...words,
  } as const;
  const head = headOf(factCheck);
  return makeChange(
    label,
    factCheck,
    {
      added: [next],
      changed: head.scaleId === id ? [{ ...head, scaleId: next.id }] : [],
      removed: isNamed(factCheck, id) ? [] : [old],
    },
    hand,
  );
}

/** Removes a scale that nothing was given on; new verdicts then use the default one, if they used this. */
export function removeScale(factCheck: FactCheck, id: Id, hand: Hand): Change {
  const label = say('Delete rating scale');
  const scale = factCheck.tables['rating-scale'].get(id);
  if (!scale || isNamed(factCheck, id)) return makeChange(label, factCheck, {}, hand);
  if (scaleOf(factCheck) !== scale) return makeChange(label, factCheck, { removed: [scale] }, hand);
  const next = nextBest(factCheck, id) ?? copyScale(DEFAULT_SCALE, hand.clock);
  const isHere = factCheck.tables['rating-scale'].has(next.id);
  const head = { ...headOf(factCheck), scaleId: next.id };
  return makeChange(
    label,
    factCheck,
    { added: isHere ? [] : [next], changed: [head], removed: [scale] },
    hand,
  );
}

/** True when a verdict was given on it, or once was, and can be brought back. */
export function isNamed(factCheck: FactCheck, id: Id): boolean {
  const { history } = factCheck.tables;
  return (
    countGivenOn(factCheck, id) > 0 ||
    [...history.values()].some(({ before }) => before.type === 'verdict' && before.scaleId === id)
  );
}

function nextBest({ tables }: FactCheck, without: Id): RatingScale | undefined {
  const others = [...tables['rating-scale'].values()].filter(({ id }) => id !== without);
  return others.find(({ id }) => id === DEFAULT_SCALE.id) ?? others[0];
}
