import type { Range } from '../domain/article.ts';
import { hasVisibleCharacter } from './visible.ts';

/** A line that shows something: a range of UTF-16 offsets without the white space at its edges. */
export interface Line extends Range {
  readonly text: string;
  /** Units of white space before it. */
  readonly indent: number;
  /** Columns from the margin to its last character; characters of East Asian width count two. */
  readonly columns: number;
}

const LINE = /[^\n\v\f\u0085\u2028\u2029]+|[\n\v\f\u0085\u2028\u2029]/g;
const WIDE =
  /[\u1100-\u115f\u2e80-\ua4cf\ua960-\ua97f\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]/g;

/** The text as it was loaded, but for the byte order mark and with `\n` for CR LF and CR. */
export function unifyLineEndings(loaded: string): string {
  return loaded.replace(/^\ufeff/, '').replaceAll(/\r\n?/g, '\n');
}

/** Lines in groups that blank lines separate: paragraphs, for all that is known so far. Linear. */
export function groupLines(text: string): readonly (readonly Line[])[] {
  const groups: Line[][] = [];
  let group: Line[] = [];
  let isBlank = true;
  for (const { 0: part, index } of text.matchAll(LINE)) {
    if (LINE_BREAK.test(part)) {
      if (isBlank) group = [];
      isBlank = true;
      continue;
    }
    const line = readLine(part, index);
    if (line === null) continue;
    if (group.length === 0) groups.push(group);
    group.push(line);
    isBlank = false;
  }
  return groups;
}

/** Columns that the text takes in type of one width. */
export function countColumns(text: string): number {
  return text.length + (text.match(WIDE)?.length ?? 0);
}

/** Columns of the shortest piece of the text that cannot be broken: its first word, or one East Asian character. */
export function countFirstWordColumns(text: string): number {
  const word = /^\S+/.exec(text)?.[0] ?? '';
  const wide = word.search(WIDE);
  if (wide < 0) return word.length;
  return wide === 0 ? 2 : wide;
}

const LINE_BREAK = /^[\n\v\f\u0085\u2028\u2029]/;

function readLine(part: string, start: number): Line | null {
  if (!hasVisibleCharacter(part)) return null;
  const indent = part.length - part.trimStart().length;
  const text = part.trim();
  return {
    text,
    indent,
    start: start + indent,
    end: start + indent + text.length,
    columns: indent + countColumns(text),
  };
}
