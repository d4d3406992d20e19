/** A name of a field and how it is written before its value. */
export interface OrderedName {
  readonly name: string;
  readonly opening: string;
}

/** A file of unknown origin may have a set of names for each record. */
const MOST_REMEMBERED = 1000;

/** Gives names in order. Records of a kind have the same names, so each set of them is put in order once. */
export function createNameOrder(
  compare: (a: string, b: string) => number,
  opening: (name: string) => string,
): (names: readonly string[]) => readonly OrderedName[] {
  const known = new Map<
    string,
    { readonly names: readonly string[]; readonly ordered: readonly OrderedName[] }
  >();
  return (names) => {
    const key = names.join('"');
    const found = known.get(key);
    // Names may hold anything, also what stands between them in the key.
    if (found?.names.length === names.length && names.every((name, i) => name === found.names[i]))
      return found.ordered;
    const ordered = names.toSorted(compare).map((name) => ({ name, opening: opening(name) }));
    if (known.size < MOST_REMEMBERED) known.set(key, { names, ordered });
    return ordered;
  };
}
