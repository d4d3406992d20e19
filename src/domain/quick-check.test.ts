import * as fc from 'fast-check';
import * as v from 'valibot';
import { describe, expect, test } from 'vitest';
import { RECORD_SCHEMAS, RECORD_TYPES, type AnyRecord } from './fact-check.ts';
import { quickCheckOf } from './quick-check.ts';
import { arbitraryRecord } from './testing/arbitrary-fact-check.ts';

const checks = new Map(RECORD_TYPES.map((type) => [type, quickCheckOf(RECORD_SCHEMAS[type])]));

function isCertain(type: AnyRecord['type'], data: unknown): boolean {
  return checks.get(type)?.(data) ?? false;
}

/** The record as JSON brings it, with something else at one of its places, or without what is there. */
function arbitraryDamage(): fc.Arbitrary<{ readonly type: AnyRecord['type']; readonly data: unknown }> {
  const other = fc.oneof(
    fc.jsonValue(),
    fc.constantFrom<unknown>('', 'claim', '2026-02-30T00:00:00Z', -1, 0.5, 1e300, [], {}, null, undefined),
    fc.constant(JSON.parse('{"__proto__":{"id":"x"}}') as unknown),
  );
  const name = fc.constantFrom('new', '__proto__', 'constructor', 'prototype', 'length');
  return fc
    .record({
      record: arbitraryRecord(),
      pick: fc.nat(),
      other,
      name,
      verb: fc.constantFrom('put', 'drop', 'add'),
    })
    .map(({ record, pick, other: value, name: added, verb }) => {
      const data = asRead(record);
      const places = placesIn(data);
      const place = places[pick % places.length];
      const isList = Array.isArray(place?.inside);
      if (place && (verb === 'put' || isList)) define(place.inside, place.name, value);
      else if (verb === 'add') define(place?.inside ?? data, added, value);
      else if (place) Reflect.deleteProperty(place.inside, place.name);
      return { type: record.type, data };
    });
}

function asRead(record: AnyRecord): unknown {
  const text = JSON.stringify(record);
  return JSON.parse(text) as unknown;
}

function define(inside: unknown, name: string, value: unknown): void {
  // As JSON.parse does it, also with `__proto__`.
  Object.defineProperty(inside, name, { value, enumerable: true, writable: true, configurable: true });
}

function placesIn(data: unknown): readonly { readonly inside: object; readonly name: string }[] {
  if (typeof data !== 'object' || data === null) return [];
  return Object.entries(data).flatMap(([name, value]) => [{ inside: data, name }, ...placesIn(value)]);
}

describe('quickCheckOf', () => {
  test('what it is sure of is taken by the schema, and given back as it is', () => {
    fc.assert(
      fc.property(arbitraryDamage(), ({ type, data }) => {
        if (!isCertain(type, data)) return;
        const result = v.safeParse(RECORD_SCHEMAS[type], data);
        expect(result.success).toBe(true);
        expect(result.output).toStrictEqual(data);
      }),
      { numRuns: 3000 },
    );
  });

  test('it is sure of every record that the app writes', () => {
    fc.assert(
      fc.property(arbitraryRecord(), (record) => {
        expect(isCertain(record.type, asRead(record))).toBe(true);
      }),
    );
  });

  test.each([
    ['what is none of the kinds that it knows', v.date(), new Date()],
    ['what the schema would change', v.pipe(v.string(), v.trim()), 'a '],
    ['a name that a strict object would leave out', v.object({ a: v.string() }), { a: '', b: '' }],
    ['a name that no object takes over', v.looseObject({}), JSON.parse('{"__proto__":1}')],
  ])('it is not sure of %s', (_, schema, value) => {
    expect(quickCheckOf(schema)(value)).toBe(false);
  });
});
