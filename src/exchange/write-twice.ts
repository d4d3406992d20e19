import { compareCodeUnits } from './name-order.ts';
import { createShapes } from './shapes.ts';
import { compareNames, LINE_LENGTH, writeSimple } from './write-json.ts';

/** A value as canonical JSON (RFC 8785), and as it stands in a file for people: see `writeJson`. */
export interface WrittenTwice {
  readonly canonical: string;
  readonly lines: string;
}

/** Writes a record that stands so deep in a file. */
export type WriteTwice = (value: object, depth: number) => WrittenTwice;

/** A field at its place among those of its object, as each of the two texts opens it. */
interface Field {
  readonly at: number;
  readonly canonical: string;
  readonly line: string;
}

interface Shape {
  readonly names: readonly string[];
  readonly byCodeUnit: readonly Field[];
  readonly inOrder: readonly Field[];
}

/**
 * Writes both texts of a value in one walk: what they differ in is the order of names and the space between them, and every
 * word and number, which takes most of the time, is written once. `order` is that of names for people.
 */
export function createWriteTwice(order: readonly string[]): WriteTwice {
  const ranks = new Map(order.map((name, rank) => [name, rank]));
  const shapeOf = createShapes((names): Shape => {
    const fields = names.map((name, at) => {
      const quoted = JSON.stringify(name);
      return { name, at, canonical: `${quoted}:`, line: `${quoted}: ` };
    });
    return {
      names,
      byCodeUnit: fields.toSorted((a, b) => compareCodeUnits(a.name, b.name)),
      inOrder: fields.toSorted((a, b) => compareNames(a.name, b.name, ranks)),
    };
  });

  const write = (value: unknown, depth: number): string | WrittenTwice => {
    if (typeof value !== 'object' || value === null) return writeSimple(value);
    return Array.isArray(value) ? writeList(value, depth) : writeFields(value, depth);
  };

  const writeList = (list: readonly unknown[], depth: number): WrittenTwice => {
    const written = list.map((member) => write(member, depth + 1));
    const canonical = `[${written.map(canonicalOf).join(',')}]`;
    const line = list.every(fitsInLine) ? `[${written.map(linesOf).join(', ')}]` : null;
    if (line !== null && line.length <= LINE_LENGTH) return { canonical, lines: line };
    const inner = newlineAt(depth + 1);
    return { canonical, lines: `[${inner}${written.map(linesOf).join(`,${inner}`)}${newlineAt(depth)}]` };
  };

  const writeFields = (fields: object, depth: number): WrittenTwice => {
    const { names, byCodeUnit, inOrder } = shapeOf(fields);
    let isInLine = true;
    let length = 0;
    const written = names.map((name): string | WrittenTwice | undefined => {
      const value = (fields as Readonly<Record<string, unknown>>)[name];
      if (value === undefined) return undefined;
      const text = write(value, depth + 1);
      if (typeof text === 'string' && fitsInLine(value)) length += text.length;
      else isInLine = false;
      return text;
    });
    let canonical = '';
    for (const { at, canonical: opening } of byCodeUnit) {
      const text = written[at];
      if (text !== undefined) canonical += (canonical === '' ? opening : `,${opening}`) + canonicalOf(text);
    }
    if (canonical === '') return NO_FIELDS;
    canonical = `{${canonical}}`;
    // Most objects hold others or have more than fits: no line is begun for these.
    if (isInLine && length <= LINE_LENGTH) {
      let line = '';
      for (const { at, line: opening } of inOrder) {
        const text = written[at];
        if (text !== undefined) line += (line === '' ? '{ ' : ', ') + opening + linesOf(text);
      }
      if (line.length <= LINE_LENGTH) return { canonical, lines: `${line} }` };
    }
    const inner = newlineAt(depth + 1);
    let lines = '';
    for (const { at, line: opening } of inOrder) {
      const text = written[at];
      if (text !== undefined) lines += (lines === '' ? `{${inner}` : `,${inner}`) + opening + linesOf(text);
    }
    return { canonical, lines: `${lines}${newlineAt(depth)}}` };
  };

  return writeFields;
}

const NO_FIELDS: WrittenTwice = { canonical: '{}', lines: '{}' };

function canonicalOf(written: string | WrittenTwice): string {
  return typeof written === 'string' ? written : written.canonical;
}

function linesOf(written: string | WrittenTwice): string {
  return typeof written === 'string' ? written : written.lines;
}

/** False for what never stands on a line with others: objects, lists, and words that are too long. */
function fitsInLine(value: unknown): boolean {
  if (typeof value === 'string') return value.length <= LINE_LENGTH;
  return typeof value !== 'object' || value === null;
}

const newlines: string[] = [];

/** A line break with the indent of what stands so deep. */
function newlineAt(depth: number): string {
  return (newlines[depth] ??= `\n${'  '.repeat(depth)}`);
}
