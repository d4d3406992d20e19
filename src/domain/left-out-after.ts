import type { AnyRecord, FactCheck, FactCheckHead } from './fact-check.ts';
import type { LeftOut } from './left-out-schema.ts';
import { leftOutBy, leftOutOf, NOTHING, sizeOfLeftOut } from './left-out.ts';
import { sayTheSame, type Id } from './record.ts';

/**
 * What is still left out of a fact check when these records have come in as well. The whole stays the whole, whatever
 * part comes; a part is the whole as soon as it holds all that either side says there is.
 */
export function leftOutAfter(present: FactCheck, records: Iterable<AnyRecord>): LeftOut {
  const here = leftOutOf(present);
  if (isNothing(here)) return NOTHING;
  const coming = new Set<Id>();
  let there = here;
  for (const record of records) {
    if (record.type === 'annotation') coming.add(record.id);
    if (record.type === 'fact-check' && record.id === present.id) there = leftOutBy(record);
  }
  const named = new Set([...here.annotations, ...there.annotations]);
  return {
    annotations: [...named].filter((id) => !coming.has(id) && !present.tables.annotation.has(id)),
    unnamed: Math.min(here.unnamed, there.unnamed),
  };
}

/** The head with this as all that is left out; the same one when it says so already. */
export function withLeftOut(head: FactCheckHead, leftOut: LeftOut): FactCheckHead {
  const { leftOut: _, ...rest } = head;
  const said = isNothing(leftOut) ? rest : { ...rest, leftOut };
  return sayTheSame(head, said) ? head : said;
}

function isNothing(leftOut: LeftOut): boolean {
  return sizeOfLeftOut(leftOut) === 0;
}
