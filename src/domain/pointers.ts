import type { AnyRecord, RecordType } from './fact-check.ts';
import type { Id } from './record.ts';

/** A record as others name it. */
export interface RecordName {
  readonly type: RecordType;
  readonly id: Id;
}

/** The records that this one hangs on: without them it can't be shown. */
export function pointersOf(record: AnyRecord): readonly RecordName[] {
  switch (record.type) {
    case 'fact-check':
      return [
        { type: 'article', id: record.articleId },
        { type: 'rating-scale', id: record.scaleId },
      ];
    case 'annotation':
      return [{ type: 'article', id: record.articleId }];
    case 'verdict':
      return [
        { type: 'annotation', id: record.annotationId },
        { type: 'rating-scale', id: record.scaleId },
      ];
    case 'evidence':
      return [
        { type: 'annotation', id: record.annotationId },
        { type: 'source', id: record.sourceId },
      ];
    // History holds on to nothing: without its annotation it waits, and is shown again when that comes back.
    case 'history':
    case 'article':
    case 'source':
    case 'reviewer':
    case 'rating-scale':
      return [];
  }
}

/** Tells records of one fact check apart. */
export function nameOf({ type, id }: RecordName): string {
  return `${type}/${id}`;
}
