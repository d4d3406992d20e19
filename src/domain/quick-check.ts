import * as v from 'valibot';

/** True only for a value that the schema takes, and gives back as it is. False says nothing. */
type QuickCheck = (value: unknown) => boolean;

type Schema = v.BaseSchema<unknown, unknown, v.BaseIssue<unknown>>;
type Action = v.PipeItem<unknown, unknown, v.BaseIssue<unknown>>;

/** What a value is by its schema, or the first thing that is wrong with it. */
export type QuickRead<Output> =
  | { readonly ok: true; readonly value: Output }
  | { readonly ok: false; readonly issue: v.BaseIssue<unknown> };

/**
 * Makes a function of a schema, once, that reads a value as the schema does: one that is surely right is given back as it
 * is, and the schema is asked about any other.
 */
export function quickReaderOf<S extends Schema>(schema: S): (value: unknown) => QuickRead<v.InferOutput<S>> {
  const isCertain = quickCheckOf(schema);
  return (value) => {
    if (isCertain(value)) return { ok: true, value: value as v.InferOutput<S> };
    const result = v.safeParse(schema, value, { abortEarly: true });
    return result.success ? { ok: true, value: result.output } : { ok: false, issue: result.issues[0] };
  };
}

/**
 * Makes a function of a schema, once, that looks at a value without making a copy of it: what is kept and what comes from
 * files is nearly always right, and there is a lot of it. For whatever it is not sure of ask the schema itself, which can
 * also say what is wrong.
 */
export function quickCheckOf(schema: Schema): QuickCheck {
  if (!('pipe' in schema)) return checkOfKind(schema);
  const [first, ...actions] = schema.pipe as readonly [Schema, ...Action[]];
  const isOfKind = checkOfKind(first);
  const checks = actions.map(checkOfAction);
  if (checks.length === 1 && checks[0]) {
    const [only] = checks;
    return (value) => isOfKind(value) && only(value);
  }
  return (value) => isOfKind(value) && checks.every((check) => check(value));
}

/** The parts that the schemas of this room are made of. Each is as valibot has it; of others nothing is known. */
interface Parts {
  readonly literal: unknown;
  readonly options: readonly unknown[];
  readonly wrapped: Schema;
  readonly item: Schema;
  readonly items: readonly Schema[];
  readonly entries: Readonly<Record<string, Schema>>;
}

function checkOfKind(schema: Schema): QuickCheck {
  const parts = schema as Schema & Parts;
  switch (schema.type) {
    case 'string':
      return (value) => typeof value === 'string';
    case 'number':
      return (value) => typeof value === 'number' && !Number.isNaN(value);
    case 'boolean':
      return (value) => typeof value === 'boolean';
    case 'unknown':
      return () => true;
    case 'literal':
      return (value) => value === parts.literal;
    case 'picklist':
      return (value) => parts.options.includes(value);
    case 'nullable': {
      const check = quickCheckOf(parts.wrapped);
      return (value) => value === null || check(value);
    }
    case 'exact_optional':
      return quickCheckOf(parts.wrapped);
    case 'array': {
      const check = quickCheckOf(parts.item);
      return (value) => Array.isArray(value) && isEach(value, check);
    }
    case 'strict_tuple': {
      const checks = parts.items.map(quickCheckOf);
      return (value) =>
        Array.isArray(value) && value.length === checks.length && checks.every((check, i) => check(value[i]));
    }
    case 'variant': {
      const checks = (parts.options as readonly Schema[]).map(quickCheckOf);
      return (value) => checks.some((check) => check(value));
    }
    case 'object':
    case 'loose_object':
      return checkOfObject(parts.entries, schema.type === 'loose_object');
    default:
      return () => false;
  }
}

/** Unlike `every`, for holes too. */
function isEach(list: readonly unknown[], check: QuickCheck): boolean {
  for (const member of list) if (!check(member)) return false;
  return true;
}

/** Names that no schema takes over from what it is given. */
const UNSAFE: ReadonlySet<string> = new Set(['__proto__', 'prototype', 'constructor']);

function checkOfObject(entries: Parts['entries'], takesOthers: boolean): QuickCheck {
  const checks = new Map<string, QuickCheck>();
  const required = new Set<string>();
  for (const [name, schema] of Object.entries(entries)) {
    checks.set(name, quickCheckOf(schema));
    if (schema.type !== 'exact_optional') required.add(name);
  }
  return (value) => {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return false;
    let found = 0;
    for (const name in value) {
      const check = checks.get(name);
      if (!check) {
        if (!takesOthers || UNSAFE.has(name)) return false;
        continue;
      }
      if (!check((value as Readonly<Record<string, unknown>>)[name])) return false;
      if (required.has(name)) found += 1;
    }
    return found === required.size;
  };
}

function checkOfAction(action: Action): QuickCheck {
  if (action.kind !== 'validation') return () => false;
  const { type, requirement } = action as Action & { readonly requirement?: unknown };
  if (type === 'regex' && requirement instanceof RegExp && !requirement.global && !requirement.sticky)
    return (value) => requirement.test(value as string);
  if (type === 'check' && typeof requirement === 'function')
    return requirement as (value: unknown) => boolean;
  if (type === 'safe_integer') return Number.isSafeInteger;
  if (type === 'min_value' && typeof requirement === 'number')
    return (value) => (value as number) >= requirement;
  return (value) =>
    action['~run']({ typed: true, value, issues: undefined } as never, {}).issues === undefined;
}
