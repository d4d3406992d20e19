/** Objects and arrays without others inside stand on one line up to this length. */
const LINE_LENGTH = 80;

/**
 * Writes a value as JSON (RFC 8259) for people and for version control: two spaces of indent, small objects on one
 * line, and names in the order of `order`, the others after them by code unit, so that what says the same is written
 * the same. Undefined fields are left out, as JSON.stringify does; a lone surrogate is escaped. The value must not
 * contain itself.
 */
export function writeJson(value: unknown, order: readonly string[]): string {
  return [...jsonPieces(value, order)].join('');
}

/** The same text in pieces, so that whoever writes a large value can pause between them. */
export function* jsonPieces(value: unknown, order: readonly string[]): Generator<string, void> {
  const names = new Map(order.map((name, rank): [string, Name] => [name, { rank, text: nameText(name) }]));
  yield* write(value, '\n', names, LEVELS_IN_PIECES);
  yield '\n';
}

/** Deep enough that no piece is a long list of its own: file, fact check, list of records, record, list in a record. */
const LEVELS_IN_PIECES = 5;

/** How a known name is written, and where. */
interface Name {
  readonly rank: number;
  readonly text: string;
}

type Names = ReadonlyMap<string, Name>;
type Fields = Readonly<Record<string, unknown>>;

/** `newline` is a line break with the indent that the value stands at. Below the last level all is one piece. */
function* write(value: unknown, newline: string, names: Names, levels: number): Generator<string, void> {
  if (typeof value !== 'object' || value === null) yield writeSimple(value);
  else if (levels === 0) yield writeWhole(value, newline, names);
  else if (Array.isArray(value)) yield* writeList(value, newline, names, levels);
  else yield* writeFields(value as Fields, newline, names, levels);
}

function writeWhole(value: unknown, newline: string, names: Names): string {
  if (typeof value !== 'object' || value === null) return writeSimple(value);
  let text = '';
  const parts = Array.isArray(value)
    ? writeList(value, newline, names, Infinity)
    : writeFields(value as Fields, newline, names, Infinity);
  for (const part of parts) text += part;
  return text;
}

function* writeFields(
  fields: Fields,
  newline: string,
  names: Names,
  levels: number,
): Generator<string, void> {
  const ordered = orderNames(Object.keys(fields), names);
  const line = writeFieldsInLine(fields, ordered, names);
  if (line !== null) {
    yield line;
    return;
  }
  const inner = `${newline}  `;
  let opening = '{';
  for (const name of ordered) {
    const field = fields[name];
    if (field === undefined) continue;
    yield opening + inner + (names.get(name)?.text ?? nameText(name));
    yield* write(field, inner, names, levels - 1);
    opening = ',';
  }
  yield `${newline}}`;
}

function* writeList(
  list: readonly unknown[],
  newline: string,
  names: Names,
  levels: number,
): Generator<string, void> {
  const line = list.some(isNested) ? null : `[${list.map(writeSimple).join(', ')}]`;
  if (line !== null && line.length <= LINE_LENGTH) {
    yield line;
    return;
  }
  const inner = `${newline}  `;
  let opening = '[';
  for (const member of list) {
    yield opening + inner;
    yield* write(member, inner, names, levels - 1);
    opening = ',';
  }
  yield `${newline}]`;
}

/** The object on one line, or null when it is too long or holds another. */
function writeFieldsInLine(fields: Fields, ordered: readonly string[], names: Names): string | null {
  for (const name of ordered) if (isNested(fields[name])) return null;
  let text = '';
  for (const name of ordered) {
    const field = fields[name];
    if (field === undefined) continue;
    text += (text === '' ? '{ ' : ', ') + (names.get(name)?.text ?? nameText(name)) + writeSimple(field);
    if (text.length > LINE_LENGTH) return null;
  }
  return text === '' ? '{}' : `${text} }`;
}

/** True for what never stands on a line with others: objects, lists, and words that are too long. */
function isNested(value: unknown): boolean {
  if (typeof value === 'string') return value.length > LINE_LENGTH;
  return typeof value === 'object' && value !== null;
}

/** No quote, backslash, control character or surrogate: what JSON writes as it stands. */
const PLAIN = /^[ !#-[\]-\ud7ff\ue000-\uffff]*$/;

function writeSimple(value: unknown): string {
  if (typeof value === 'string' && PLAIN.test(value)) return `"${value}"`;
  return value === undefined ? 'null' : JSON.stringify(value);
}

function nameText(name: string): string {
  return `${JSON.stringify(name)}: `;
}

function orderNames(found: readonly string[], names: Names): readonly string[] {
  return found.toSorted((a, b) => compareNames(a, b, names));
}

function compareNames(a: string, b: string, names: Names): number {
  const [first, second] = [names.get(a)?.rank ?? Infinity, names.get(b)?.rank ?? Infinity];
  if (first !== second) return first - second;
  return a < b ? -1 : a > b ? 1 : 0;
}
