import type { Stamp } from './record.ts';

/** A field in which two versions of a record differ. A value that is not there is undefined. */
export interface FieldDifference {
  /** Names joined by dots: `claim.statement`. Lists are one field. */
  readonly path: string;
  readonly one: unknown;
  readonly other: unknown;
}

/** What every edit changes, or what says the same in other words. */
const NOT_COMPARED: ReadonlySet<string> = new Set([
  'type',
  'id',
  'rev',
  'base',
  'writtenAs',
  'updatedAt',
  'updatedBy',
  'decidedAt',
]);

/** The fields in which two versions of a record differ, in the order of the one, then of the other. */
export function compareVersions(one: Stamp, other: Stamp): readonly FieldDifference[] {
  const [ones, others] = [flatten(one), flatten(other)];
  return [...new Set([...ones.keys(), ...others.keys()])]
    .map((path) => ({ path, one: ones.get(path), other: others.get(path) }))
    .filter((field) => JSON.stringify(field.one) !== JSON.stringify(field.other));
}

function flatten(record: Stamp): ReadonlyMap<string, unknown> {
  const fields = new Map<string, unknown>();
  const add = (value: object, prefix: string): void => {
    for (const [name, field] of Object.entries(value) as [string, unknown][]) {
      if (prefix === '' && NOT_COMPARED.has(name)) continue;
      if (isGroup(field)) add(field, `${prefix}${name}.`);
      else fields.set(prefix + name, field);
    }
  };
  add(record, '');
  return fields;
}

function isGroup(value: unknown): value is object {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
