import type { Pace } from '../domain/steps.ts';
import { say } from '../messages/say.ts';
import { sayLine } from './say-place.ts';
import type { ItemProblem } from './format.ts';
import { readJson } from './read-json.ts';

export interface ReadLine {
  readonly value: unknown;
  /** "line 12", as an editor counts. */
  readonly place: string;
}

/** JSON Lines: each line a value of its own, blank lines and a byte order mark allowed. A bad line stops no other. */
export async function readLines(
  text: string,
  pace: Pace,
): Promise<{ readonly lines: readonly ReadLine[]; readonly problems: readonly ItemProblem[] }> {
  const lines: ReadLine[] = [];
  const problems: ItemProblem[] = [];
  const all = text.replace(/^\ufeff/, '').split(/\r\n?|\n/);
  for (const [i, line] of all.entries()) {
    // oxlint-disable-next-line no-await-in-loop -- in slices on purpose
    await pace(i / all.length);
    if (line.trim() === '') continue;
    const place = sayLine(i + 1);
    const read = readJson(line);
    if (read.ok) lines.push({ value: read.value, place });
    else problems.push({ place, problem: say('It is not a line of JSON.') });
  }
  return { lines, problems };
}
