import { gatherFactCheck, recordsOf, type AnyRecord, type FactCheck } from './fact-check.ts';
import type { Id } from './record.ts';

/**
 * The fact check as if only these annotations had been made: their verdicts, evidence and history, the sources that the evidence
 * cites, and whatever is not about a single annotation.
 */
export function selectAnnotations(factCheck: FactCheck, ids: ReadonlySet<Id>): FactCheck {
  const cited = new Set(
    [...factCheck.tables.evidence.values()]
      .filter(({ annotationId }) => ids.has(annotationId))
      .map(({ sourceId }) => sourceId),
  );
  return gatherFactCheck(
    factCheck.id,
    recordsOf(factCheck).filter((record) => belongsTo(record, ids, cited)),
  );
}

function belongsTo(record: AnyRecord, ids: ReadonlySet<Id>, cited: ReadonlySet<Id>): boolean {
  switch (record.type) {
    case 'annotation':
      return ids.has(record.id);
    case 'verdict':
    case 'evidence':
    case 'history':
      return ids.has(record.annotationId);
    case 'source':
      return cited.has(record.id);
    case 'fact-check':
    case 'article':
    case 'reviewer':
    case 'rating-scale':
      return true;
  }
}
