import { digestText } from '../domain/article.ts';
import type { Pace } from './format.ts';

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

async function canonicaliseList(list: readonly unknown[], pace: Pace): Promise<string> {
  const members: string[] = [];
  for (const member of list) {
    members.push(canonicalise(member));
    // oxlint-disable-next-line no-await-in-loop -- in slices on purpose
    await pace(0);
  }
  return `[${members.join(',')}]`;
}

function canonicalise(value: unknown): string {
  if (typeof value !== 'object' || value === null)
    return value === undefined ? 'null' : JSON.stringify(value);
  if (Array.isArray(value)) return `[${value.map(canonicalise).join(',')}]`;
  const fields = Object.entries(value)
    .filter(([, field]) => field !== undefined)
    .toSorted(([a], [b]) => compareCodeUnits(a, b));
  return `{${fields.map(([name, field]) => `${JSON.stringify(name)}:${canonicalise(field)}`).join(',')}}`;
}

function compareCodeUnits(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
