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
  /**
   * The revision that the words were written under, where the present one came with taking them over from a file, or with
   * taking that back. Who wrote them, and when, is of that one.
   */
  readonly writtenAs?: Rev;
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

/** Without its ends, to be part of other patterns. */
export const ID = /[A-Za-z0-9_-]{1,64}/;

const WHOLE_ID = new RegExp(`^${ID.source}$`);

export const idSchema = v.pipe(v.string(), v.regex(WHOLE_ID, 'is not a valid id'));

export function isId(text: string): text is Id {
  return WHOLE_ID.test(text);
}

/** No upper bound but that of whole numbers: whatever our own clock makes can be read again. */
export const revSchema = v.strictTuple([v.pipe(v.number(), v.safeInteger(), v.minValue(0)), v.string()]);

/**
 * 2100-01-01 in milliseconds since the epoch: no clock that is right has been there. Revisions above it are not taken
 * over from a file, so that no file can use up the numbers of our own clock.
 */
export const LAST_CREDIBLE_TIME = 4_102_444_800_000;

const NOT_AN_INSTANT = 'is not a UTC time such as 2026-01-31T12:00:00Z';

export const instantSchema = v.pipe(
  v.string(),
  v.regex(
    /^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])T([01]\d|2[0-3]):[0-5]\d:[0-5]\d(\.\d{1,9})?Z$/,
    NOT_AN_INSTANT,
  ),
  v.check(isInCalendar, NOT_AN_INSTANT),
);

/** True for what may stand in a record as an instant. */
export function isInstant(text: string): boolean {
  return v.is(instantSchema, text);
}

export const offsetSchema = v.pipe(v.number(), v.safeInteger(), v.minValue(0));

export const stampEntries = {
  id: idSchema,
  rev: revSchema,
  base: v.exactOptional(revSchema),
  writtenAs: v.exactOptional(revSchema),
  updatedAt: instantSchema,
  updatedBy: v.nullable(idSchema),
};

/** The revision that says how new the words of a record are. */
export function writtenRev({ rev, writtenAs }: Pick<Stamp, 'rev' | 'writtenAs'>): Rev {
  return writtenAs ?? rev;
}

/** Asks when the words were written: to have come in later makes them no newer. */
export function isNewer(one: Stamp, other: Stamp): boolean {
  return compareRevs(writtenRev(one), writtenRev(other)) > 0;
}

/** The same words under a new revision, which is no newer than they are; `base` is the one that they take the place of. */
export function reissue<T extends Stamp>(record: T, rev: Rev, base: Rev | undefined = record.base): T {
  return { ...record, rev, ...(base ? { base } : {}), writtenAs: writtenRev(record) };
}

/** Negative when `a` is older than `b`, positive when newer, 0 when they are the same revision. */
export function compareRevs(a: Rev, b: Rev): number {
  if (a[0] !== b[0]) return a[0] - b[0];
  if (a[1] === b[1]) return 0;
  return a[1] < b[1] ? -1 : 1;
}

const STAMP_FIELDS: ReadonlySet<string> = new Set(['rev', 'base', 'writtenAs', 'updatedAt', 'updatedBy']);

/** True when two records say the same, whoever wrote them and when: everything but the stamp is equal. */
export function sayTheSame(a: Partial<Stamp>, b: Partial<Stamp>): boolean {
  return a === b || areEqual(withoutStamp(a), withoutStamp(b));
}

/** False for a 30 February: engines differ in what they make of one, and printing it may throw. */
function isInCalendar(instant: string): boolean {
  if (Number(instant.slice(8, 10)) <= 28) return true;
  const [year, month, day] = instant.slice(0, 10).split('-').map(Number);
  return year !== undefined && month !== undefined && day !== undefined && day <= daysIn(year, month);
}

function daysIn(year: number, month: number): number {
  if (month !== 2) return [4, 6, 9, 11].includes(month) ? 30 : 31;
  return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28;
}

function withoutStamp(record: Partial<Stamp>): object {
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
