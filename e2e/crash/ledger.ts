/** What a restart showed of one field, held against what the person had been told. */
export interface Finding {
  /** `lost`: an older value, or none. `torn`: a value that nobody ever wrote. */
  readonly kind: 'lost' | 'torn';
  readonly field: string;
  /** What "Saved" was said of; empty when it was said of nothing. */
  readonly acknowledged: string;
  /** Empty when there is nothing. */
  readonly found: string;
}

/** The person's own book about what was typed, and of what the page said "Saved". It knows nothing of the app. */
export interface Ledger {
  /** Writes down what is about to be typed into a field, as the field will then read. */
  readonly type: (field: string, value: string) => void;
  /** The page says Saved: all that was typed counts. Returns of how many edits that was said. */
  readonly acknowledge: () => number;
  /** The value that the field was last seen or made to have. */
  readonly valueOf: (field: string) => string;
  /** Holds what a restart shows against the book. */
  readonly compare: (found: ReadonlyMap<string, string>) => readonly Finding[];
  /** Goes on from what is there. */
  readonly adopt: (found: ReadonlyMap<string, string>) => void;
}

interface Entry {
  readonly acknowledged: string;
  /** Typed since then, in order: each of them, or its beginning, may be there or not. */
  readonly pending: readonly string[];
}

const EMPTY: Entry = { acknowledged: '', pending: [] };

export function createLedger(): Ledger {
  const entries = new Map<string, Entry>();
  /** Everything that a field has ever been made to hold. */
  const written = new Map<string, Set<string>>();
  const fieldsIn = (found: ReadonlyMap<string, string>): ReadonlySet<string> =>
    new Set([...entries.keys(), ...found.keys()]);
  const entryOf = (field: string): Entry => entries.get(field) ?? EMPTY;
  const valueOf = (field: string): string => entryOf(field).pending.at(-1) ?? entryOf(field).acknowledged;

  const judge = (field: string, found: string): Finding['kind'] | null => {
    const { acknowledged, pending } = entryOf(field);
    if (found === acknowledged || isOnTheWay(acknowledged, pending, found)) return null;
    return found === '' || written.get(field)?.has(found) ? 'lost' : 'torn';
  };

  return {
    type: (field, value) => {
      const { acknowledged, pending } = entryOf(field);
      entries.set(field, { acknowledged, pending: [...pending, value] });
      written.set(field, new Set(written.get(field)).add(value));
    },
    acknowledge: () => {
      let count = 0;
      for (const [field, { pending }] of entries) {
        count += pending.length;
        entries.set(field, { acknowledged: valueOf(field), pending: [] });
      }
      return count;
    },
    valueOf,
    compare: (found) =>
      [...fieldsIn(found)].flatMap((field): Finding[] => {
        const now = found.get(field) ?? '';
        const kind = judge(field, now);
        return kind ? [{ kind, field, acknowledged: entryOf(field).acknowledged, found: now }] : [];
      }),
    adopt: (found) => {
      for (const field of fieldsIn(found)) {
        const now = found.get(field) ?? '';
        entries.set(field, { acknowledged: now, pending: [] });
        written.set(field, new Set(written.get(field)).add(now));
      }
    },
  };
}

/** True for one of the values typed one after the other, and for one cut short that still begins with the one before. */
function isOnTheWay(acknowledged: string, pending: readonly string[], found: string): boolean {
  return pending.some((value, i) => {
    const before = pending[i - 1] ?? acknowledged;
    return value === found || (found.startsWith(before) && value.startsWith(found));
  });
}
