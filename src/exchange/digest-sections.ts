import { digestText } from '../domain/article.ts';
import type { Pace } from '../domain/steps.ts';
import { createNameOrder } from './name-order.ts';
import { isPlain } from './write-json.ts';

/**
 * How a file proves that nobody has changed it since it was written: "sha256-" and the lower-case hex SHA-256 of the
 * fact check in it as canonical JSON (RFC 8785). Against accidents and honest mistakes: whoever wants to deceive can
 * write a new digest, too.
 */
export async function digestSections(
  sections: Readonly<Record<string, unknown>>,
  pace: Pace,
): Promise<string> {
  const fields: string[] = [];
  for (const name of Object.keys(sections).toSorted(compareCodeUnits)) {
    const section = sections[name];
    if (section === undefined) continue;
    // oxlint-disable-next-line no-await-in-loop -- in slices on purpose
    const text = Array.isArray(section) ? await canonicaliseList(section, pace) : canonicalise(section);
    fields.push(`${JSON.stringify(name)}:${text}`);
  }
  return `sha256-${await digestText(`{${fields.join(',')}}`)}`;
}

/** Members between which the page may have its turn: to ask for that takes longer than to write one. */
const STRETCH = 32;

async function canonicaliseList(list: readonly unknown[], pace: Pace): Promise<string> {
  const stretches: string[] = [];
  for (let start = 0; start < list.length; start += STRETCH) {
    stretches.push(
      list
        .slice(start, start + STRETCH)
        .map(canonicalise)
        .join(','),
    );
    // oxlint-disable-next-line no-await-in-loop -- in slices on purpose
    await pace(0);
  }
  return `[${stretches.join(',')}]`;
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
  for (const { name, opening } of orderNames(Object.keys(value))) {
    const field = (value as Readonly<Record<string, unknown>>)[name];
    if (field !== undefined) text += (text === '' ? '' : ',') + opening + canonicalise(field);
  }
  return `{${text}}`;
}

const orderNames = createNameOrder(compareCodeUnits, (name) => `${JSON.stringify(name)}:`);

function compareCodeUnits(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
