import { findGaps, gatherFactCheck, recordsOf, type FactCheck, type RecordType } from './fact-check.ts';

/**
 * The fact check without records that point nowhere, and a sentence about each. `fatal` says what is missing without
 * which there is nothing to show.
 */
export function leaveOutGaps(found: FactCheck): {
  readonly factCheck: FactCheck;
  readonly problems: readonly string[];
  readonly fatal: string | null;
} {
  const problems = new Set<string>();
  let factCheck = found;
  for (let gaps = findGaps(factCheck); gaps.length > 0; gaps = findGaps(factCheck)) {
    const fatal = gaps.find((gap) => gap.fatal)?.problem;
    if (fatal !== undefined) return { factCheck, problems: [...problems], fatal };
    for (const { problem } of gaps) problems.add(problem);
    const gone = new Set(gaps.map(({ record }) => record));
    const stays = recordsOf(factCheck).filter(({ type, id }) => !(MAY_DANGLE.has(type) && gone.has(id)));
    factCheck = gatherFactCheck(factCheck.id, stays);
  }
  return { factCheck, problems: [...problems], fatal: null };
}

const MAY_DANGLE: ReadonlySet<RecordType> = new Set(['annotation', 'verdict', 'evidence']);
