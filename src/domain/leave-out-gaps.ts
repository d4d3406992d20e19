import { findGaps, gatherFactCheck, recordsOf, type FactCheck } from './fact-check.ts';

/**
 * The fact check without records that point nowhere, and a sentence about each of them. `fatal` says what is missing without
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
    // One that lacks two things is left out once.
    const gone = new Map(
      gaps.toReversed().map(({ type, record, problem }) => [`${type}/${record}`, problem]),
    );
    for (const problem of [...gone.values()].toReversed()) problems.add(problem);
    const stays = recordsOf(factCheck).filter(({ type, id }) => !gone.has(`${type}/${id}`));
    factCheck = gatherFactCheck(factCheck.id, stays);
  }
  return { factCheck, problems: [...problems], fatal: null };
}
