import type { Pace } from '../domain/steps.ts';
import { say } from '../messages/say.ts';
import { sayLine } from './say-place.ts';
import type { ItemProblem } from './format.ts';

export interface BibtexEntry {
  /** Lower case: "article". */
  readonly type: string;
  /** Values by lower-case name, outer braces and quotes taken off, abbreviations put in, TeX as it is. */
  readonly fields: ReadonlyMap<string, string>;
  readonly line: number;
}

/** Takes a BibTeX file apart, in one walk. What stands between entries is comment, as BibTeX has it. */
export async function readBibtex(
  text: string,
  pace: Pace,
): Promise<{ readonly entries: readonly BibtexEntry[]; readonly problems: readonly ItemProblem[] }> {
  const entries: BibtexEntry[] = [];
  const problems: ItemProblem[] = [];
  const strings = new Map<string, string>();
  const start = /@\s*([A-Za-z]+)\s*[{(]/g;
  let [line, counted] = [1, 0];
  for (let match = start.exec(text); match; match = start.exec(text)) {
    // oxlint-disable-next-line no-await-in-loop -- in slices on purpose
    await pace(match.index / text.length);
    for (let at = text.indexOf('\n', counted); at >= 0 && at < match.index; at = text.indexOf('\n', at + 1)) {
      line += 1;
      counted = at + 1;
    }
    const type = (match[1] ?? '').toLowerCase();
    const from = match.index + match[0].length;
    if (type === 'comment' || type === 'preamble') {
      start.lastIndex = Math.max(from, findEnd(text, from - 1, Math.min(text.length, from + LONGEST_ENTRY)));
      continue;
    }
    const read = readFields(text, from, strings, type !== 'string');
    start.lastIndex = Math.max(from, read.end);
    if (!read.isWhole) {
      problems.push({ place: sayLine(line), problem: say('The entry that begins here is broken off.') });
      if (problems.length === MOST_BROKEN) break;
      // What is broken may have swallowed the next entry: it is looked for from right behind the beginning.
      start.lastIndex = from;
    } else if (type === 'string') for (const [name, value] of read.fields) strings.set(name, value);
    else entries.push({ type, fields: read.fields, line });
  }
  return { entries, problems };
}

interface ReadFields {
  readonly fields: ReadonlyMap<string, string>;
  readonly end: number;
  readonly isWhole: boolean;
}

/** A file with more broken entries is not BibTeX, or will be mended first. */
const MOST_BROKEN = 1000;

/** No entry that somebody wrote is longer; what is broken must not be read to the end again and again. */
const LONGEST_ENTRY = 100_000;

function readFields(
  text: string,
  from: number,
  strings: ReadonlyMap<string, string>,
  hasKey: boolean,
): ReadFields {
  const fields = new Map<string, string>();
  const last = Math.min(text.length, from + LONGEST_ENTRY);
  let at = from;
  if (hasKey) {
    const key = /[^,}\n)@]{0,500}/y;
    key.lastIndex = at;
    at += key.exec(text)?.[0].length ?? 0;
  }
  while (at < last) {
    const name = /[\s,]*([^\s={},()"#]*)\s*/y;
    name.lastIndex = at;
    const found = name.exec(text);
    at += found?.[0].length ?? 0;
    const next = text.charAt(at);
    if (next === '}' || next === ')') return { fields, end: at + 1, isWhole: true };
    if (next !== '=') break;
    const value = readValue(text, at + 1, last, strings);
    if (value === null) break;
    const key = found?.[1]?.toLowerCase() ?? '';
    if (!fields.has(key)) fields.set(key, value.words);
    at = value.end;
  }
  return { fields, end: at, isWhole: false };
}

/** Pieces joined by `#`: in braces, in quotes, numbers, abbreviations. Null when it does not end. */
function readValue(
  text: string,
  from: number,
  last: number,
  strings: ReadonlyMap<string, string>,
): { readonly words: string; readonly end: number } | null {
  let words = '';
  let at = from;
  for (;;) {
    while (/\s/.test(text.charAt(at))) at += 1;
    const first = text.charAt(at);
    if (first === '{' || first === '"') {
      const end = findEnd(text, at, last);
      if (end < 0) return null;
      words += text.slice(at + 1, end);
      at = end + 1;
    } else {
      const bare = /[^\s,{}()#"=]+/y;
      bare.lastIndex = at;
      const name = bare.exec(text)?.[0];
      if (name === undefined) return null;
      words += strings.get(name.toLowerCase()) ?? name;
      at += name.length;
    }
    while (/\s/.test(text.charAt(at))) at += 1;
    if (text.charAt(at) !== '#') return { words, end: at };
    at += 1;
  }
}

/** The brace or quote that closes the one here; braces count, and a backslash takes the next character along. */
function findEnd(text: string, from: number, last: number): number {
  const isQuoted = text.charAt(from) === '"';
  let depth = 0;
  for (let at = from + (isQuoted ? 1 : 0); at < last; at += 1) {
    const character = text.charAt(at);
    if (character === '\\') at += 1;
    else if (character === '{') depth += 1;
    else if (character === '}') {
      depth -= 1;
      if (depth === 0 && !isQuoted) return at;
      if (depth < 0) return -1;
    } else if (character === '"' && isQuoted && depth === 0) return at;
  }
  return -1;
}
