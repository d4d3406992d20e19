import { recordsOf, type AnyRecord, type FactCheck } from '../domain/fact-check.ts';
import { revOf, type Kept } from './kept.ts';
import type { Memory } from './memory.ts';

/** What of a fact check has changed since it was last written into a file. */
export interface Unfiled {
  /** Takes note of a version that stands now; costs the same however large the fact check is. */
  readonly note: (version: Kept) => void;
  /** All up to this time of the clock is in a file; `standing` is everything that is kept. */
  readonly file: (time: number, standing: Iterable<Kept>) => void;
  /** How many annotations (with their verdicts and evidence), sources and titles have changed since. */
  readonly count: () => number;
}

export function createUnfiled(): Unfiled {
  const subjects = new Set<string>();
  let filed = -1;
  const note = (version: Kept): void => {
    const subject = version.place.version ? null : subjectOf(version.record);
    if (subject !== null && revOf(version)[0] > filed) subjects.add(subject);
  };
  return {
    note,
    file: (time, standing) => {
      if (time <= filed) return;
      filed = time;
      subjects.clear();
      for (const version of standing) note(version);
    },
    count: () => subjects.size,
  };
}

/** What such a key keeps; -1, which is before all times, when it can't be read. */
export function parseFiledTime(text: string): number {
  return /^\d{1,16}$/.test(text) ? Number(text) : -1;
}

/** The time of the clock up to which the fact check, as it was handed over, has everything: removals too. */
export function filedTime(factCheck: FactCheck, memory: Pick<Memory, 'of'>): number {
  const removals = [...memory.of(factCheck.id).kept.values()].filter(
    ({ record, removal }) => removal && !factCheck.tables[record.type].has(record.id),
  );
  return [...recordsOf(factCheck).map(({ rev }) => rev), ...removals.map(revOf)].reduce(
    (latest, [time]) => Math.max(latest, time),
    0,
  );
}

/** What a person would count as one thing; null for what comes with the article. */
function subjectOf(record: AnyRecord): string | null {
  switch (record.type) {
    case 'annotation':
      return record.id;
    case 'verdict':
    case 'evidence':
    case 'history':
      return record.annotationId;
    case 'source':
      return `source/${record.id}`;
    case 'fact-check':
      return record.base ? 'title' : null;
    case 'article':
      return record.replaces === undefined ? null : `article/${record.id}`;
    case 'reviewer':
    case 'rating-scale':
      return null;
  }
}
