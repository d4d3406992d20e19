import type { Pace } from '../domain/steps.ts';
import { compareCodeUnits, createNameOrder } from './name-order.ts';
import { WrittenRecords } from './written-records.ts';

/** Objects and arrays without others inside stand on one line up to this length. */
export const LINE_LENGTH = 80;

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
function* jsonPieces(value: unknown, order: readonly string[]): Generator<string, void> {
  const ranks = new Map(order.map((name, rank) => [name, rank]));
  const orderNames = createNameOrder(
    (a, b) => compareNames(a, b, ranks),
    (name) => `${JSON.stringify(name)}: `,
  );
  yield* write(value, '\n', orderNames, LEVELS_IN_PIECES);
  yield '\n';
}

/** Pieces between which the page may have its turn: to ask for that takes longer than to write one. */
const STRETCH = 64;

/** The same text in slices. `pieces` is about how many there are: only the share that is told rests on it. */
export async function writeJsonSlowly(
  value: unknown,
  order: readonly string[],
  { pace, pieces: expected }: { readonly pace: Pace; readonly pieces: number },
): Promise<string> {
  // Joined a stretch at a time: a text that is only added to becomes a tree of millions of nodes.
  const stretches: string[] = [];
  let pieces: string[] = [];
  for (const piece of jsonPieces(value, order)) {
    pieces.push(piece);
    if (pieces.length < STRETCH) continue;
    stretches.push(pieces.join(''));
    pieces = [];
    // oxlint-disable-next-line no-await-in-loop -- in slices on purpose: a large file must not hold the page up
    await pace(Math.min(1, (stretches.length * STRETCH) / expected));
  }
  return stretches.join('') + pieces.join('');
}

/** Deep enough that no piece is a long list of its own: file, fact check, list of records, record, list in a record. */
const LEVELS_IN_PIECES = 5;
/** The members of a longer list are a piece each. */
const FEW = 100;

type OrderNames = ReturnType<typeof createNameOrder>;
type Fields = Readonly<Record<string, unknown>>;

/** `newline` is a line break with the indent that the value stands at. Below the last level all is one piece. */
function* write(
  value: unknown,
  newline: string,
  orderNames: OrderNames,
  levels: number,
): Generator<string, void> {
  if (value instanceof WrittenRecords) {
    yield* value.lines;
    return;
  }
  const isWhole = levels === 0 || typeof value !== 'object' || value === null;
  const text = isWhole ? writeWhole(value, newline, orderNames) : writeInLine(value, orderNames);
  if (text !== null) {
    yield text;
    return;
  }
  const inner = `${newline}  `;
  let before = inner;
  if (Array.isArray(value)) {
    const left = value.length > FEW ? 0 : levels - 1;
    yield '[';
    for (const member of value) {
      yield before;
      yield* write(member, inner, orderNames, left);
      before = `,${inner}`;
    }
    yield `${newline}]`;
    return;
  }
  const fields = value as Fields;
  yield '{';
  for (const { name, opening } of orderNames(fields)) {
    if (fields[name] === undefined) continue;
    yield before + opening;
    yield* write(fields[name], inner, orderNames, levels - 1);
    before = `,${inner}`;
  }
  yield `${newline}}`;
}

/** The same in one go. */
function writeWhole(value: unknown, newline: string, orderNames: OrderNames): string {
  if (typeof value !== 'object' || value === null) return writeSimple(value);
  const line = writeInLine(value, orderNames);
  if (line !== null) return line;
  const inner = `${newline}  `;
  let [text, before] = ['', inner];
  if (Array.isArray(value)) {
    for (const member of value) {
      text += before + writeWhole(member, inner, orderNames);
      before = `,${inner}`;
    }
    return `[${text}${newline}]`;
  }
  const fields = value as Fields;
  for (const { name, opening } of orderNames(fields)) {
    if (fields[name] === undefined) continue;
    text += before + opening + writeWhole(fields[name], inner, orderNames);
    before = `,${inner}`;
  }
  return `{${text}${newline}}`;
}

/** The list or object on one line, or null when it is too long or holds another. */
function writeInLine(value: object, orderNames: OrderNames): string | null {
  if (Array.isArray(value)) {
    if (value.some(isNested)) return null;
    const line = `[${value.map(writeSimple).join(', ')}]`;
    return line.length <= LINE_LENGTH ? line : null;
  }
  const fields = value as Fields;
  for (const name in fields) if (isNested(fields[name])) return null;
  let text = '';
  for (const { name, opening } of orderNames(fields)) {
    const field = fields[name];
    if (field === undefined) continue;
    text += (text === '' ? '{ ' : ', ') + opening + writeSimple(field);
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

/** True for a text that stands in JSON as it is, between quotes. */
export function isPlain(text: string): boolean {
  return PLAIN.test(text);
}

export function writeSimple(value: unknown): string {
  if (typeof value === 'string' && isPlain(value)) return `"${value}"`;
  return value === undefined ? 'null' : JSON.stringify(value);
}

export function compareNames(a: string, b: string, ranks: ReadonlyMap<string, number>): number {
  const [first, second] = [ranks.get(a) ?? Infinity, ranks.get(b) ?? Infinity];
  if (first !== second) return first - second;
  return compareCodeUnits(a, b);
}
