import type { Change } from './change.ts';
import type { Clock } from './clock.ts';
import type { AnyRecord, FactCheck } from './fact-check.ts';
import { keepHistory } from './keep-history.ts';
import { sayTheSame } from './record.ts';

/**
 * The Change that takes over what another version of the fact check says, with a history record for what it replaces,
 * unless the other version's own history says the same.
 */
export function keepHistoryOfTaken(
  change: Change,
  present: FactCheck,
  other: FactCheck,
  clock: Clock,
): Change {
  const known = [...other.tables.history.values()];
  const kept = keepHistory(change, present, clock);
  const isTold = (entry: AnyRecord): boolean =>
    entry.type === 'history' &&
    !change.added.includes(entry) &&
    known.some(
      ({ annotationId, before }) => annotationId === entry.annotationId && sayTheSame(before, entry.before),
    );
  return { ...kept, added: kept.added.filter((record) => !isTold(record)) };
}
