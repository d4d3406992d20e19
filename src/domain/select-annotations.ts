import { gatherFactCheck, recordsOf, type AnyRecord, type FactCheck } from './fact-check.ts';
import { withLeftOut } from './left-out-after.ts';
import { leftOutOf } from './left-out.ts';
import type { Id } from './record.ts';
import { sourceIdIn } from './source-of-entry.ts';

/**
 * The fact check as if only these annotations had been made: their verdicts, evidence and history, the sources that these
 * name, and whatever is not about a single annotation. Its head names those that were left out.
 */
export function selectAnnotations(factCheck: FactCheck, ids: ReadonlySet<Id>): FactCheck {
  const { evidence, history } = factCheck.tables;
  const belongs = ({ annotationId }: { readonly annotationId: Id }): boolean => ids.has(annotationId);
  const cited = new Set<Id | null>([
    ...[...evidence.values()].filter(belongs).map(({ sourceId }) => sourceId),
    ...[...history.values()].filter(belongs).map(sourceIdIn),
  ]);
  const { annotations, unnamed } = leftOutOf(factCheck);
  const gone = [...factCheck.tables.annotation.keys()].filter((id) => !ids.has(id));
  const leftOut = { annotations: [...annotations, ...gone], unnamed };
  return gatherFactCheck(
    factCheck.id,
    recordsOf(factCheck)
      .filter((record) => belongsTo(record, ids, cited))
      .map((record) => (record.type === 'fact-check' ? withLeftOut(record, leftOut) : record)),
  );
}

function belongsTo(record: AnyRecord, ids: ReadonlySet<Id>, cited: ReadonlySet<Id | null>): boolean {
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
