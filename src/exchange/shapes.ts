/** A file of unknown origin may have a set of names for each record. */
const MOST_REMEMBERED = 10_000;

/** What names that begin with some may go on with. */
interface Branch<T> {
  readonly next: Map<string, Branch<T>>;
  /** What is known of these names, once they were all that an object had. */
  known: T | null;
}

/**
 * Finds what is known of the names of an object's fields. Records of a kind have the same names in the same succession, so
 * each succession is looked into once, and found again name by name: neither a list of names nor a key is made for it.
 */
export function createShapes<T>(look: (names: readonly string[]) => T): (fields: object) => T {
  const root = createBranch<T>();
  let remembered = 0;
  return (fields) => {
    let branch = root;
    // What is written has no fields but its own.
    for (const name in fields) {
      let next = branch.next.get(name);
      if (!next) {
        if (remembered >= MOST_REMEMBERED) return look(Object.keys(fields));
        remembered += 1;
        branch.next.set(name, (next = createBranch()));
      }
      branch = next;
    }
    return (branch.known ??= look(Object.keys(fields)));
  };
}

function createBranch<T>(): Branch<T> {
  return { next: new Map(), known: null };
}
