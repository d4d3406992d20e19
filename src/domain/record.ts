import * as v from 'valibot';

/** A record's name: 1 to 64 characters that are safe in a storage key and in an address. */
export type Id = string;

/**
 * Revision of a record: a hybrid logical clock reading (Kulkarni et al. 2014). `time` is milliseconds since the
 * epoch or, when the wall clock is behind, one more than the highest time seen; `tab` breaks ties between tabs.
 */
export type Rev = readonly [time: number, tab: string];

/** What every record carries. `base` is the revision that the present one was edited from; absent at creation. */
export interface Stamp {
  readonly id: Id;
  readonly rev: Rev;
  readonly base?: Rev;
  /** UTC instant, ISO 8601 with `Z`. */
  readonly updatedAt: string;
  /** Reviewer id; null while nobody has given a name yet. */
  readonly updatedBy: Id | null;
}

/** All properties read-only at every depth; of a loose object only the fields that we know. */
export type DeepReadonly<T> = T extends readonly unknown[]
  ? { readonly [Key in keyof T]: DeepReadonly<T[Key]> }
  : T extends object
    ? { readonly [Key in keyof T as string extends Key ? never : Key]: DeepReadonly<T[Key]> }
    : T;

/** The type of a record whose schema has these entries; unknown fields are kept in the value but not in the type. */
export type RecordOf<Entries extends v.ObjectEntries> = DeepReadonly<
  v.InferOutput<v.ObjectSchema<Entries, undefined>>
>;

export const idSchema = v.pipe(v.string(), v.regex(/^[A-Za-z0-9_-]{1,64}$/, 'is not a valid id'));

/** The last instant of ECMAScript: room is left above it, so that no file can use up the clock's numbers. */
const LAST_INSTANT = 8.64e15;

export const revSchema = v.tuple([
  v.pipe(v.number(), v.safeInteger(), v.minValue(0), v.maxValue(LAST_INSTANT)),
  v.string(),
]);

export const instantSchema = v.pipe(
  v.string(),
  v.regex(
    /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d{1,9})?Z$/,
    'is not a UTC time such as 2026-01-31T12:00:00Z',
  ),
);

export const offsetSchema = v.pipe(v.number(), v.safeInteger(), v.minValue(0));

export const stampEntries = {
  id: idSchema,
  rev: revSchema,
  base: v.exactOptional(revSchema),
  updatedAt: instantSchema,
  updatedBy: v.nullable(idSchema),
};

/** Negative when `a` is older than `b`, positive when newer, 0 when they are the same revision. */
export function compareRevs(a: Rev, b: Rev): number {
  if (a[0] !== b[0]) return a[0] - b[0];
  if (a[1] === b[1]) return 0;
  return a[1] < b[1] ? -1 : 1;
}

const STAMP_FIELDS: ReadonlySet<string> = new Set(['rev', 'base', 'updatedAt', 'updatedBy']);

/** True when two records say the same, whoever wrote them and when: everything but the stamp is equal. */
export function sayTheSame(a: Stamp, b: Stamp): boolean {
  return a === b || areEqual(withoutStamp(a), withoutStamp(b));
}

function withoutStamp(record: Stamp): object {
  return Object.fromEntries(Object.entries(record).filter(([field]) => !STAMP_FIELDS.has(field)));
}

function areEqual(a: unknown, b: unknown): boolean {
  if (Object.is(a, b)) return true;
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false;
  if (Array.isArray(a) !== Array.isArray(b)) return false;
  const entries = Object.entries(a);
  const other = new Map(Object.entries(b));
  return (
    entries.length === other.size &&
    entries.every(([key, value]) => other.has(key) && areEqual(value, other.get(key)))
  );
}
