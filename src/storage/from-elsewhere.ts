import { say } from '../messages/say.ts';
import type { Clock } from '../domain/clock.ts';
import { headOf } from '../domain/fact-check.ts';
import { sayTheSame, type Id, type Rev } from '../domain/record.ts';
import type { RemovedAnnotation } from '../domain/restore-removed.ts';
import type { KeepingTexts } from './keep-texts.ts';
import { revOf, type Kept } from './kept.ts';
import { extendLineage } from './lineage.ts';
import type { Memory } from './memory.ts';
import { quarantineEntry } from './quarantine.ts';
import { versionOfRemoved } from './removing.ts';
import { NOT_HERE } from './sentences.ts';
import { headKeyOf, keyOf } from './storage-key.ts';
import type { SaveResult, Store } from './store.ts';
import { versionOf, versionsOfNew, type HeldAt } from './versions.ts';
import type { Writing } from './writing.ts';

export interface FromElsewhereParts {
  readonly memory: Memory;
  readonly write: Writing['write'];
  readonly keepTexts: KeepingTexts['keepTexts'];
  readonly clock: Clock;
}

/** What is kept that nobody edited here: it came from a file, or lost against another version. */
export type FromElsewhere = Pick<
  Store,
  'dismissConflict' | 'keepConflict' | 'keepDeleted' | 'keepRemoved' | 'withdrawRemoved' | 'keepQuarantined'
>;

export function createFromElsewhere({ memory, write, keepTexts, clock }: FromElsewhereParts): FromElsewhere {
  const notHere = (): Promise<SaveResult> => Promise.resolve({ ok: false, problem: say(NOT_HERE) });
  return {
    dismissConflict: ({ factCheckId, record: { type, id, rev } }) => {
      const copy = memory.of(factCheckId).kept.get(keyOf({ factCheckId, type, id, version: rev }));
      if (!copy) return notHere();
      const removal = { rev: clock.nextRev(), at: clock.instant(), by: null };
      return write(factCheckId, [{ ...copy, removal, lineage: extendLineage(copy.lineage, removal.rev) }]);
    },
    keepConflict: ({ factCheckId, record }) => {
      const { type, id, rev } = record;
      const { kept } = memory.of(factCheckId);
      const isKnown = ({ place, record: known, removal }: Kept): boolean =>
        place.type === type && place.id === id && !(place.version && removal) && sayTheSame(known, record);
      if ([...kept.values()].some(isKnown)) return Promise.resolve({ ok: true });
      const place = { factCheckId, type, id };
      // What was settled stays settled under its own revision.
      const version: Rev = kept.has(keyOf({ ...place, version: rev })) ? [rev[0], clock.newId()] : rev;
      return write(factCheckId, [
        versionOf({ ...place, version }, { ...record, rev: version }, [], undefined),
      ]);
    },
    keepDeleted: ({ factCheck, at }) => {
      const { kept } = memory.of(factCheck.id);
      // The mark of an earlier removal may be left of it.
      const held = kept.get(headKeyOf(factCheck.id));
      if ([...kept.values()].some((version) => version !== held) || (held && !held.removal))
        return Promise.resolve({ ok: true });
      return write(factCheck.id, [
        ...versionsOfNew(factCheck).filter(({ place }) => place.type !== 'fact-check'),
        versionOfRemoved(headOf(factCheck), held, clock, at),
      ]);
    },
    keepRemoved: (id, removed) => {
      const { kept } = memory.of(id);
      const made = versionsOfRemoved(id, removed, (key) => kept.get(key), clock);
      if (made.length === 0) return Promise.resolve({ ok: true });
      return kept.has(headKeyOf(id)) ? write(id, made) : notHere();
    },
    withdrawRemoved: (factCheckId, records) => {
      const { kept } = memory.of(factCheckId);
      const made = records.flatMap(({ type, id }): readonly Kept[] => {
        const held = kept.get(keyOf({ factCheckId, type, id }));
        if (!held?.removal) return [];
        const removal = { ...held.removal, rev: clock.nextRev(), isWithdrawn: true } as const;
        return [versionOf(held.place, held.record, [revOf(held)], held, removal)];
      });
      return made.length > 0 ? write(factCheckId, made) : Promise.resolve({ ok: true });
    },
    keepQuarantined: (entries) =>
      keepTexts(
        new Map(
          entries.map(({ key, raw, reason, at }) => quarantineEntry({ key, text: raw, problem: reason }, at)),
        ),
      ),
  };
}

/** Versions of what was removed elsewhere and is not known here, or was and has been withdrawn. */
function versionsOfRemoved(
  factCheckId: Id,
  removed: readonly RemovedAnnotation[],
  heldAt: HeldAt,
  clock: Clock,
): readonly Kept[] {
  const versions = new Map<string, Kept>();
  for (const { annotation, parts, at, by } of removed) {
    for (const record of [annotation, ...parts]) {
      const place = { factCheckId, type: record.type, id: record.id };
      const key = keyOf(place);
      const held = heldAt(key);
      if ((held && !held.removal?.isWithdrawn) || versions.has(key)) continue;
      const removal = { rev: clock.nextRev(), at, by };
      versions.set(key, versionOf(place, record, [held ? revOf(held) : record.rev], held, removal));
    }
  }
  return [...versions.values()];
}
