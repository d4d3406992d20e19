import type { Clock } from '../domain/clock.ts';
import { isSameRev, revOf, settle, type Kept, type Settled } from './kept.ts';
import type { Texts } from './local-shelf.ts';
import type { Damage } from './quarantine.ts';
import { isFiledKey, keyOf, parseKey } from './storage-key.ts';
import { createUnfiled, parseFiledTime } from './unfiled.ts';
import { parseKept, serialiseKept } from './written-value.ts';

/** What came of taking in one version: what stands now, the copies that lost, and what stood before. */
export interface Taken extends Settled {
  readonly version: Kept;
  readonly before: Kept | undefined;
}

/** What this tab knows of one fact check: versions heard of from anywhere, settled by key. */
export interface Holding {
  readonly kept: ReadonlyMap<string, Kept>;
  /** True once something of it was seen that a newer version of the app saved: then none of it may be written. */
  readonly isNewer: boolean;
  /** What a newer version saved, as it was found; what this one can read of it is in `kept` as well. */
  readonly newer: Texts;
  /** Another object whenever something was taken in, and the same as long as nothing was. */
  readonly state: () => object;
  /** How many things have changed since all of it was last in a file. */
  readonly unfiled: () => number;
  /** Says that a newer version has saved something of it, wherever that was seen. */
  readonly stepBack: () => void;
  readonly take: (version: Kept) => Taken;
  /** Puts a version in the place of what stands, when that is the same version in words that are damaged. */
  readonly mend: (mended: Kept) => Taken | null;
  /** Takes in texts as found. Keys that name no record of ours are passed over. */
  readonly takeTexts: (texts: Texts) => {
    readonly taken: readonly Taken[];
    readonly damages: readonly Damage[];
  };
}

/** `becameNewer` is called when it turns out that a newer version has saved something of it. */
export function createHolding(clock: Clock, becameNewer: () => void): Holding {
  const kept = new Map<string, Kept>();
  const newer = new Map<string, string>();
  const unfiled = createUnfiled();
  let isNewer = false;
  let state: object | null = null;
  const stepBack = (): void => {
    if (isNewer) return;
    isNewer = true;
    state = null;
    becameNewer();
  };

  const take: Holding['take'] = (version) => {
    for (const rev of version.lineage) clock.observe(rev);
    const key = keyOf(version.place);
    const before = kept.get(key);
    const settled = settle(before ? [before, version] : [version]);
    kept.set(key, settled.stands);
    state = null;
    unfiled.note(settled.stands);
    for (const copy of settled.copies) take(copy);
    return { ...settled, version, before };
  };

  return {
    kept,
    get isNewer() {
      return isNewer;
    },
    newer,
    state: () => (state ??= {}),
    unfiled: unfiled.count,
    stepBack,
    take,
    mend: (mended) => {
      const key = keyOf(mended.place);
      const before = kept.get(key);
      if (!before || !isSameRev(revOf(before), revOf(mended))) return null;
      kept.set(key, mended);
      state = null;
      return { stands: mended, copies: [], version: mended, before };
    },
    takeTexts: (texts) => {
      const taken: Taken[] = [];
      const damages: Damage[] = [];
      const met = new Map<string, string>();
      for (const [key, text] of texts) {
        if (isFiledKey(key)) unfiled.file(parseFiledTime(text), kept.values());
        if (parseKey(key) === null) continue;
        const read = parseKept(key, text, met);
        if (read.isNewer) {
          newer.set(key, text);
          state = null;
          stepBack();
        }
        if (read.ok) taken.push(take(read.kept));
        else if (!read.isNewer) damages.push({ key, text, problem: read.problem });
      }
      return { taken, damages };
    },
  };
}

/** The texts to write so that every store holds what now stands, and the copies beside it; copies come first. */
export function textsOf(settled: readonly Settled[]): Texts {
  const written = settled.flatMap(({ stands, copies }) => [...copies, stands]);
  return new Map(written.map((kept) => [keyOf(kept.place), serialiseKept(kept)]));
}
