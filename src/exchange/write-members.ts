import type { Pace } from '../domain/steps.ts';

/**
 * The members of a list as `JSON.stringify` writes them with two spaces of indent, one after the other and in slices: a list
 * of ten thousand in one go holds the page up. `depth` is how many lists and objects they stand in.
 */
export async function writeMembers(list: readonly unknown[], depth: number, pace: Pace): Promise<string> {
  const newline = `\n${'  '.repeat(depth)}`;
  const members: string[] = [];
  for (const member of list) {
    // Within a string a line break is escaped.
    members.push(newline + JSON.stringify(member, null, 2).replaceAll('\n', newline));
    // oxlint-disable-next-line no-await-in-loop -- in slices on purpose
    await pace(members.length / list.length);
  }
  return members.length === 0 ? '' : `${members.join(',')}${newline.slice(0, -2)}`;
}
