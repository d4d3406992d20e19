import type { Pace } from '../domain/steps.ts';
import { findHead } from './csv-head.ts';

/** A table with the names of its columns; each row with the line of the file that it begins in. */
export interface CsvTable {
  readonly columns: readonly string[];
  readonly rows: readonly { readonly cells: ReadonlyMap<string, string>; readonly line: number }[];
}

/** Reads CSV (RFC 4180), with a byte order mark, other separators and any line ends. No text makes it fail. */
export async function readTable(text: string, names: readonly string[], pace: Pace): Promise<CsvTable> {
  const { offset, lines, separator } = findHead(text, names) ?? { offset: 0, lines: 0, separator: ',' };
  const body = text.slice(offset).replace(/^\ufeff/, '');
  const head = readRecord(body, separator, 0);
  const columns = head.cells.map((name) => name.trim());
  const rows: { cells: ReadonlyMap<string, string>; line: number }[] = [];
  let line = 1 + lines + head.lines;
  for (let at = head.end; at < body.length;) {
    const record = readRecord(body, separator, at);
    if (record.cells.some((cell) => cell !== ''))
      rows.push({ cells: new Map(columns.map((name, i) => [name, disarm(record.cells[i] ?? '')])), line });
    line += record.lines;
    at = record.end;
    // oxlint-disable-next-line no-await-in-loop -- in slices on purpose
    await pace(at / body.length);
  }
  return { columns, rows };
}

interface CsvRecord {
  readonly cells: readonly string[];
  /** Where the next one begins. */
  readonly end: number;
  /** Lines of the file that it takes. */
  readonly lines: number;
}

function readRecord(text: string, separator: string, from: number): CsvRecord {
  const cells: string[] = [];
  let at = from;
  for (;;) {
    const cell = text.charAt(at) === '"' ? readQuoted(text, separator, at) : readPlain(text, separator, at);
    cells.push(cell.words);
    at = cell.end;
    if (text.charAt(at) === separator) at += 1;
    else break;
  }
  const ending = text.startsWith('\r\n', at) ? 2 : 1;
  const end = Math.min(text.length, at + ending);
  return { cells, end: Math.max(end, from + 1), lines: countLines(text, from, at) + 1 };
}

/** A quote mark is doubled inside; what follows the closing one up to the separator belongs to the cell. */
function readQuoted(
  text: string,
  separator: string,
  from: number,
): { readonly words: string; readonly end: number } {
  let words = '';
  let at = from + 1;
  for (;;) {
    const close = text.indexOf('"', at);
    if (close < 0) return { words: words + text.slice(at), end: text.length };
    words += text.slice(at, close);
    if (text.charAt(close + 1) !== '"') {
      const rest = readPlain(text, separator, close + 1);
      return { words: words + rest.words, end: rest.end };
    }
    words += '"';
    at = close + 2;
  }
}

function readPlain(
  text: string,
  separator: string,
  from: number,
): { readonly words: string; readonly end: number } {
  let end = from;
  while (end < text.length && !isEnd(text.charAt(end), separator)) end += 1;
  return { words: text.slice(from, end), end };
}

function isEnd(character: string, separator: string): boolean {
  return character === separator || character === '\n' || character === '\r';
}

function countLines(text: string, from: number, to: number): number {
  let lines = 0;
  for (let at = text.indexOf('\n', from); at >= 0 && at < to; at = text.indexOf('\n', at + 1)) lines += 1;
  return lines;
}

/** Cells that a spreadsheet would take for a formula, in full width too, and cells that look as if that had been prevented. */
const FORMULA = /^'*[=+\-@\t\r\n\uff1d\uff0b\uff0d\uff20]/;

/** What begins like a formula would be one in a spreadsheet (OWASP, CSV injection): an apostrophe makes it words. */
export function arm(words: string): string {
  return FORMULA.test(words) ? `'${words}` : words;
}

/** The words without the apostrophe that `arm` puts before them. */
function disarm(cell: string): string {
  return cell.startsWith("'") && FORMULA.test(cell) ? cell.slice(1) : cell;
}

/** Several words in one cell, parted by "; ": those that hold a semicolon or a quote mark stand in quote marks. */
export function joinList(list: readonly string[]): string {
  return list.map((one) => (/[;"]/.test(one) ? `"${one.replaceAll('"', '""')}"` : one)).join('; ');
}

const LISTED = /\s*(?:"((?:[^"]|"")*)"(?=\s*(?:;|$))|([^;]*))(?:;|$)/gy;

/** The words of a cell as `joinList` writes them. */
export function splitList(cell: string): readonly string[] {
  const words: string[] = [];
  for (const [whole, quoted, plain] of cell.matchAll(LISTED)) {
    words.push(quoted === undefined ? (plain ?? '').trim() : quoted.replaceAll('""', '"'));
    if (!whole.endsWith(';')) break;
  }
  return words.filter((one) => one !== '');
}
