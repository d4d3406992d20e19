import * as fc from 'fast-check';
import type { Stamp } from '../record.ts';
import { arbitraryId, arbitraryInstant, arbitraryUnknownFields } from './arbitrary-text.ts';

type KnownKeys<T> = keyof { [Key in keyof T as string extends Key ? never : Key]: T[Key] } & keyof T;
type Arbitraries<T, Keys extends keyof T> = {
  readonly [Key in Keys]-?: fc.Arbitrary<Exclude<T[Key], undefined>>;
};
type OptionalKeys<T> = { [Key in KnownKeys<T>]: undefined extends T[Key] ? Key : never }[KnownKeys<T>];
type RequiredKeys<T> = Exclude<KnownKeys<T>, OptionalKeys<T>>;

const REV = fc.tuple(
  fc.oneof(fc.integer({ min: 0, max: 2_000_000_000_000 }), fc.integer({ min: 0, max: 10 })),
  fc.stringMatching(/^[a-z0-9]{1,8}$/),
);

const STAMP = arbitraryWords<Stamp>(
  {
    id: arbitraryId(),
    rev: REV,
    updatedAt: arbitraryInstant(),
    updatedBy: fc.option(arbitraryId(), { nil: null }),
  },
  { base: REV, writtenAs: REV },
);

/** A stamp with an id, as every record carries it. */
export function arbitraryStamp(): fc.Arbitrary<Stamp> {
  return STAMP;
}

/** A part of a record: each optional field is there or not. */
export function arbitraryWords<T>(
  required: Arbitraries<T, RequiredKeys<T>>,
  optional?: Arbitraries<T, OptionalKeys<T>>,
): fc.Arbitrary<T> {
  const model: Record<string, fc.Arbitrary<unknown>> = { ...required, ...optional };
  return fc.record(model, {
    requiredKeys: Object.keys(required),
    noNullPrototype: true,
  }) as unknown as fc.Arbitrary<T>;
}

/** A record with its stamp and, now and then, fields that this version does not know. */
export function arbitraryRecordOf<T extends Stamp>(
  required: Arbitraries<Omit<T, keyof Stamp>, RequiredKeys<Omit<T, keyof Stamp>>>,
  optional?: Arbitraries<Omit<T, keyof Stamp>, OptionalKeys<Omit<T, keyof Stamp>>>,
): fc.Arbitrary<T> {
  return fc
    .tuple(arbitraryUnknownFields(), STAMP, arbitraryWords<Omit<T, keyof Stamp>>(required, optional))
    .map(([unknown, stamp, words]) => ({ ...unknown, ...words, ...stamp }) as unknown as T);
}
