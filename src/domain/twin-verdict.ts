import type { AnyRecord, FactCheck } from './fact-check.ts';
import { verdictBy } from './lookup.ts';
import type { Verdict } from './verdict.ts';

/** For a verdict that is not here: the other one that its reviewer has given on the annotation. */
export function twinOf(factCheck: FactCheck, record: AnyRecord): Verdict | undefined {
  if (record.type !== 'verdict' || factCheck.tables.verdict.has(record.id)) return undefined;
  return verdictBy(factCheck, record.annotationId, record.reviewerId);
}
