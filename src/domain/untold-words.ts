import { quoteOf, type Annotation } from './annotation.ts';
import { readingOfVerdict } from './doubt.ts';
import type { AnyRecord, FactCheck } from './fact-check.ts';
import { verdictsOf } from './lookup.ts';
import { isOlderThanWords } from './older-words.ts';
import { tellReadings } from './other-words.ts';
import { readingOf } from './reading.ts';
import type { Id } from './record.ts';
import type { Verdict } from './verdict.ts';

/**
 * A version of a verdict that comes back, with the words that it was given on, where it does not say these itself: those
 * of the decision that stands, if it is the same one; the present ones, if there never were others; else nobody knows.
 */
export function tellReturned(factCheck: FactCheck, version: Verdict): Verdict {
  const annotation = factCheck.tables.annotation.get(version.annotationId);
  if (!annotation || version.reading !== undefined) return version;
  const standing = factCheck.tables.verdict.get(version.id);
  if (standing?.decidedAt === version.decidedAt && standing.ratingId === version.ratingId)
    return { ...version, reading: readingOfVerdict(annotation, standing) };
  return {
    ...version,
    reading: isOlderThanWords(factCheck, annotation, version) === false ? readingOf(annotation) : null,
  };
}

/** Of a mark that comes back without the words of which it was said. */
export function tellReturnedMark(annotation: Annotation, reading: string | null | undefined): string | null {
  if (reading !== undefined) return reading;
  const hadOthers = (annotation.earlier ?? []).some((place) => quoteOf(place) !== quoteOf(annotation));
  return hadOthers || annotation.untoldReading !== undefined ? null : readingOf(annotation);
}

/**
 * A record that makes way for another version of it, as it can come back: a verdict says what it was given on, whatever
 * becomes of its annotation until then.
 */
export function tellReplaced(record: AnyRecord, { tables }: FactCheck): AnyRecord {
  if (record.type !== 'verdict' || record.reading !== undefined) return record;
  const annotation = tables.annotation.get(record.annotationId);
  return annotation ? { ...record, reading: readingOfVerdict(annotation, record) } : record;
}

/**
 * A record of another version of the fact check as it can stand in this one: a verdict says what it was given on there,
 * and an annotation what those verdicts were given on that stay here.
 */
export function tellTaken(
  record: AnyRecord,
  present: FactCheck,
  annotationThere: (id: Id) => Annotation | undefined,
): AnyRecord {
  if (record.type === 'verdict' && record.reading === undefined) {
    const there = annotationThere(record.annotationId);
    return there ? { ...record, reading: readingOfVerdict(there, record) } : record;
  }
  if (record.type !== 'annotation') return record;
  const here = present.tables.annotation.get(record.id);
  const untold = verdictsOf(present, record.id).filter(({ reading }) => reading === undefined);
  if (!here || untold.length === 0) return record;
  const { untoldReading } = tellReadings(here, untold);
  return untoldReading === undefined ? record : { ...record, untoldReading };
}
