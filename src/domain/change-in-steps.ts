import { atOneInstant, makeChange, type Change, type Edits, type Hand, type Update } from './change.ts';
import type { AnyRecord, FactCheck } from './fact-check.ts';
import type { Steps } from './steps.ts';

/** Records that are stamped between two steps. */
const STRETCH = 200;

/** `makeChange` for more records than are stamped at once. */
export function* makeChangeInSteps(
  label: string,
  factCheck: FactCheck,
  { added = [], changed = [], removed = [] }: Edits,
  hand: Hand,
): Steps<Change> {
  const ofOneTime = atOneInstant(hand);
  const all = added.length + changed.length;
  const stamped: AnyRecord[] = [];
  for (let from = 0; from < added.length; from += STRETCH) {
    yield from / all;
    const next = added.slice(from, from + STRETCH);
    stamped.push(...makeChange(label, factCheck, { added: next }, ofOneTime).added);
  }
  const updated: Update[] = [];
  for (let from = 0; from < changed.length; from += STRETCH) {
    yield (added.length + from) / all;
    const next = changed.slice(from, from + STRETCH);
    updated.push(...makeChange(label, factCheck, { changed: next }, ofOneTime).updated);
  }
  return { ...makeChange(label, factCheck, { removed }, ofOneTime), added: stamped, updated };
}
