import type { FactCheck, FactCheckHead } from './fact-check.ts';
import type { LeftOut } from './left-out-schema.ts';

/** Of what is no part. */
export const NOTHING: LeftOut = { annotations: [], unnamed: 0 };

/** How many annotations of the whole are not here; 0 for what is no part. */
export function countLeftOut(factCheck: FactCheck): number {
  return sizeOfLeftOut(leftOutOf(factCheck));
}

/** How many annotations these are, named or not. */
export function sizeOfLeftOut({ annotations, unnamed }: LeftOut): number {
  return annotations.length + unnamed;
}

/** What of the whole is not here. */
export function leftOutOf({ id, tables }: FactCheck): LeftOut {
  const { annotations, unnamed } = leftOutBy(tables['fact-check'].get(id));
  return { annotations: annotations.filter((annotation) => !tables.annotation.has(annotation)), unnamed };
}

/** What a head says of the whole that it is a part of. */
export function leftOutBy(head: FactCheckHead | undefined): LeftOut {
  return head?.leftOut ?? NOTHING;
}
