import { quoteOf } from './annotation.ts';
import type { AnyRecord, FactCheck } from './fact-check.ts';
import type { Id } from './record.ts';

/** What a record is, in the words that a person knows it by: “Verdict on “13 soldiers””. */
export function nameRecord(factCheck: FactCheck, record: AnyRecord): string {
  switch (record.type) {
    case 'fact-check':
      return 'The fact check itself';
    case 'article':
      return `Article ${quote(record.title)}`;
    case 'annotation':
      return `Annotation of ${quote(quoteOf(record))}`;
    case 'verdict':
      return `Verdict on ${quoteAnnotation(factCheck, record.annotationId)}`;
    case 'source':
      return `Source ${quote(record.title || record.url || 'without a title')}`;
    case 'evidence':
      return `Evidence on ${quoteAnnotation(factCheck, record.annotationId)}`;
    case 'history':
      return `History of ${quoteAnnotation(factCheck, record.annotationId)}`;
    case 'reviewer':
      return `Reviewer ${quote(record.name)}`;
    case 'rating-scale':
      return `Rating scale ${quote(record.name)}`;
  }
}

function quoteAnnotation({ tables }: FactCheck, id: Id): string {
  const annotation = tables.annotation.get(id);
  return annotation ? quote(quoteOf(annotation)) : 'an annotation that was removed';
}

/** Code points of a quote that are shown. */
const LONGEST = 80;

function quote(words: string): string {
  const characters = Array.from(words);
  return `“${characters.length > LONGEST ? `${characters.slice(0, LONGEST).join('')}…` : words}”`;
}
