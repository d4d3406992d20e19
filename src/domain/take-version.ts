import { say } from '../messages/say.ts';
import { applyChange, makeChange, type Change, type Hand } from './change.ts';
import { findGaps, type AnyRecord, type FactCheck } from './fact-check.ts';
import { tellReturned, tellTaken } from './untold-words.ts';

/**
 * The Change that puts another version of a record in the place of the one that stands, or brings it back; a verdict on
 * other words than stand here now in doubt.
 */
export function takeVersion(factCheck: FactCheck, version: AnyRecord, hand: Hand): Change {
  const told =
    version.type === 'verdict'
      ? tellReturned(factCheck, version)
      : tellTaken(version, factCheck, () => undefined);
  const isHere = factCheck.tables[version.type].has(version.id);
  const edits = isHere ? { changed: [told] } : { added: [told] };
  return makeChange(say('Use the other version'), factCheck, edits, hand);
}

/** False when the version hangs on something that is not there any more. */
export function canStand(factCheck: FactCheck, version: AnyRecord): boolean {
  const change = { label: '', at: '', by: null, added: [version], updated: [], removed: [] };
  return findGaps(applyChange(factCheck, change)).every(
    ({ type, record }) => !(type === version.type && record === version.id),
  );
}
