import { quoted } from '../messages/quoted.ts';
import { say } from '../messages/say.ts';
import { quoteOf } from './annotation.ts';
import type { AnyRecord, FactCheck } from './fact-check.ts';
import type { Id } from './record.ts';

/** What a record is, in the words that a person knows it by: “Verdict on “13 soldiers””. */
export function nameRecord(factCheck: FactCheck, record: AnyRecord): string {
  switch (record.type) {
    case 'fact-check':
      return say('The fact check itself');
    case 'article':
      return say('Article {title}', { title: quote(record.title) });
    case 'annotation':
      return say('Annotation of {words}', { words: quote(quoteOf(record)) });
    case 'verdict':
      return say('Verdict on {words}', { words: quoteAnnotation(factCheck, record.annotationId) });
    case 'source':
      return say('Source {title}', { title: quote(record.title || record.url || say('without a title')) });
    case 'evidence':
      return say('Evidence on {words}', { words: quoteAnnotation(factCheck, record.annotationId) });
    case 'history':
      return say('History of {words}', { words: quoteAnnotation(factCheck, record.annotationId) });
    case 'reviewer':
      return say('Reviewer {name}', { name: quote(record.name) });
    case 'rating-scale':
      return say('Rating scale {name}', { name: quote(record.name) });
  }
}

function quoteAnnotation({ tables }: FactCheck, id: Id): string {
  const annotation = tables.annotation.get(id);
  return annotation ? quote(quoteOf(annotation)) : say('an annotation that was removed');
}

/** Code points of a quote that are shown. */
const LONGEST = 80;

function quote(words: string): string {
  const characters = Array.from(words);
  return quoted(characters.length > LONGEST ? `${characters.slice(0, LONGEST).join('')}…` : words);
}
