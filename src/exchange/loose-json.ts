/** An object of unknown shape. */
export type Fields = Readonly<Record<string, unknown>>;

export function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** A list as it is, nothing as an empty one, anything else as a list of one: as JSON-LD writes one or several. */
export function oneOrSeveral(value: unknown): readonly unknown[] {
  if (Array.isArray(value)) return value;
  return value === undefined || value === null ? [] : [value];
}

/** The members of a list; none for what is no list. */
export function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

export function fieldsOf(value: unknown): Fields {
  return isFields(value) ? value : {};
}

export function textsOf(value: unknown): readonly string[] {
  return listOf(value).filter((one) => typeof one === 'string');
}

export function textOf(value: unknown): string {
  return typeof value === 'string' ? value : '';
}

/** Words that say something, or null. */
export function wordsOrNull(value: unknown): string | null {
  return typeof value === 'string' && value.trim() !== '' ? value : null;
}

/** The first of these that says something; null when none does. */
export function firstWords(values: readonly unknown[]): string | null {
  return values.map(wordsOrNull).find((words) => words !== null) ?? null;
}

/** A half-open range of whole numbers that is not empty; null for anything else. */
export function rangeOf(
  start: unknown,
  end: unknown,
): { readonly start: number; readonly end: number } | null {
  return isOffset(start) && isOffset(end) && start < end ? { start, end } : null;
}

function isOffset(value: unknown): value is number {
  return Number.isSafeInteger(value) && Number(value) >= 0;
}

/** The object without these names; undefined when nothing is left of it. */
export function without(fields: Fields, names: ReadonlySet<string>): Fields | undefined {
  const left = Object.entries(fields).filter(([name, value]) => !names.has(name) && value !== undefined);
  return left.length === 0 ? undefined : Object.fromEntries(left);
}
