/** Objects and arrays without others inside stand on one line up to this length. */
const LINE_LENGTH = 80;

/**
 * Writes a value as JSON (RFC 8259) for people and for version control: two spaces of indent, small objects on one
 * line, and names in the order of `order`, the others after them by code unit, so that what says the same is written
 * the same. Undefined fields are left out, as JSON.stringify does; a lone surrogate is escaped. The value must not
 * contain itself.
 */
export function writeJson(value: unknown, order: readonly string[]): string {
  const ranks = new Map(order.map((name, rank) => [name, rank]));
  return `${write(value, '\n', ranks)}\n`;
}

type Ranks = ReadonlyMap<string, number>;

/** `newline` is a line break with the indent that the value stands at. */
function write(value: unknown, newline: string, ranks: Ranks): string {
  if (typeof value !== 'object' || value === null) return writeSimple(value);
  const inner = `${newline}  `;
  if (Array.isArray(value)) {
    const line = writeLine(value, null);
    if (line !== null) return line;
    let text = '[';
    for (let i = 0; i < value.length; i += 1) {
      text += `${i > 0 ? ',' : ''}${inner}${write(value[i], inner, ranks)}`;
    }
    return `${text}${newline}]`;
  }
  const fields = value as Readonly<Record<string, unknown>>;
  const names = orderNames(Object.keys(fields), ranks);
  const line = writeLine(fields, names);
  if (line !== null) return line;
  let text = '';
  for (const name of names) {
    if (fields[name] === undefined) continue;
    text += `${text === '' ? '{' : ','}${inner}${JSON.stringify(name)}: ${write(fields[name], inner, ranks)}`;
  }
  return `${text}${newline}}`;
}

/** The whole on one line, or null when it is too long or something is nested inside. */
function writeLine(value: unknown, names: readonly string[] | null): string | null {
  const fields = value as Readonly<Record<string, unknown>>;
  const [opening, closing] = names ? ['{ ', ' }'] : ['[', ']'];
  let text = '';
  for (const name of names ?? Object.keys(fields)) {
    const member = fields[name];
    if (member === undefined && names) continue;
    if (typeof member === 'object' && member !== null) return null;
    if (typeof member === 'string' && member.length > LINE_LENGTH) return null;
    text += `${text === '' ? opening : ', '}${names ? `${JSON.stringify(name)}: ` : ''}${writeSimple(member)}`;
    if (text.length > LINE_LENGTH) return null;
  }
  if (text === '') return names ? '{}' : '[]';
  return text + closing;
}

function writeSimple(value: unknown): string {
  return value === undefined ? 'null' : JSON.stringify(value);
}

function orderNames(names: string[], ranks: Ranks): readonly string[] {
  let reached = -1;
  for (const name of names) {
    const rank = ranks.get(name);
    if (rank === undefined || rank < reached) return names.toSorted((a, b) => compareNames(a, b, ranks));
    reached = rank;
  }
  return names;
}

function compareNames(a: string, b: string, ranks: Ranks): number {
  const [first, second] = [ranks.get(a) ?? Infinity, ranks.get(b) ?? Infinity];
  if (first !== second) return first - second;
  return a < b ? -1 : a > b ? 1 : 0;
}
