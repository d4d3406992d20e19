import { createShapes } from './shapes.ts';

/** A name of a field and how it is written before its value. */
export interface OrderedName {
  readonly name: string;
  readonly opening: string;
}

/** Gives the names of an object's fields in order. */
export function createNameOrder(
  compare: (a: string, b: string) => number,
  opening: (name: string) => string,
): (fields: object) => readonly OrderedName[] {
  return createShapes((names) => names.toSorted(compare).map((name) => ({ name, opening: opening(name) })));
}

export function compareCodeUnits(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
