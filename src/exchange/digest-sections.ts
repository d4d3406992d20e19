import { digestBytes } from '../domain/article.ts';
import type { Pace } from '../domain/steps.ts';
import { compareCodeUnits, createNameOrder } from './name-order.ts';
import { isPlain } from './write-json.ts';
import { WrittenRecords } from './written-records.ts';

/**
 * How a file proves that nobody has changed it since it was written: "sha256-" and the lower-case hex SHA-256 of the
 * fact check in it as canonical JSON (RFC 8785). Against accidents and honest mistakes: whoever wants to deceive can
 * write a new digest, too.
 */
export async function digestSections(
  sections: Readonly<Record<string, unknown>>,
  pace: Pace,
): Promise<string> {
  // Bytes are outside of what is searched for garbage; the text of ten thousand annotations was most of it.
  const encoder = new TextEncoder();
  const parts: Uint8Array[] = [];
  const write = (text: string): number => parts.push(encoder.encode(text));
  let before = '{';
  for (const name of Object.keys(sections).toSorted(compareCodeUnits)) {
    const section = sections[name];
    if (section === undefined) continue;
    write(`${before}${JSON.stringify(name)}:`);
    if (section instanceof WrittenRecords) parts.push(...section.canonical);
    // oxlint-disable-next-line no-await-in-loop -- in slices on purpose
    else if (Array.isArray(section)) await writeList(section, write, pace);
    else write(canonicalise(section));
    before = ',';
  }
  write(before === '{' ? '{}' : '}');
  return `sha256-${await digestBytes(join(parts))}`;
}

/** Members between which the page may have its turn: to ask for that takes longer than to write one. */
const STRETCH = 32;

async function writeList(
  list: readonly unknown[],
  write: (text: string) => unknown,
  pace: Pace,
): Promise<void> {
  write('[');
  for (let start = 0; start < list.length; start += STRETCH) {
    const members = list.slice(start, start + STRETCH).map(canonicalise);
    write((start === 0 ? '' : ',') + members.join(','));
    // oxlint-disable-next-line no-await-in-loop -- in slices on purpose
    await pace(0);
  }
  write(']');
}

function join(parts: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const whole = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  let reached = 0;
  for (const part of parts) {
    whole.set(part, reached);
    reached += part.length;
  }
  return whole;
}

function canonicalise(value: unknown): string {
  if (typeof value === 'string' && isPlain(value)) return `"${value}"`;
  if (typeof value !== 'object' || value === null)
    return value === undefined ? 'null' : JSON.stringify(value);
  if (Array.isArray(value)) {
    let list = '';
    for (const member of value) list += (list === '' ? '' : ',') + canonicalise(member);
    return `[${list}]`;
  }
  let text = '';
  for (const { name, opening } of orderNames(value)) {
    const field = (value as Readonly<Record<string, unknown>>)[name];
    if (field !== undefined) text += (text === '' ? '' : ',') + opening + canonicalise(field);
  }
  return `{${text}}`;
}

const orderNames = createNameOrder(compareCodeUnits, (name) => `${JSON.stringify(name)}:`);
