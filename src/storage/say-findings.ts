import type { Id } from '../domain/record.ts';
import { formatList } from '../messages/formats.ts';
import { say } from '../messages/say.ts';
import type { Finding } from './store.ts';

/** So many fact checks are named. */
const MOST_NAMED = 3;

/**
 * What was found, as sentences for the person that say how much, in which fact checks, and where to look. Of each kind all is
 * one sentence; what is about the same fact checks stands together. `titleOf` knows those that the library lists.
 */
export function sayFindings(
  findings: readonly Finding[],
  titleOf: (id: Id) => string | undefined,
): readonly string[] {
  const told = new Map<string, string[]>();
  for (const kind of KINDS) {
    const found = findings.filter((finding) => finding.kind === kind);
    if (found.length === 0) continue;
    const ids = new Set(found.flatMap(({ factCheckId }) => factCheckId ?? []));
    const where = nameAll([...ids].flatMap((id) => titleOf(id) ?? []));
    const count = found.reduce((sum, finding) => sum + finding.count, 0);
    told.set(where, [...(told.get(where) ?? []), SAY[kind](count)]);
  }
  return Array.from(told, ([where, sentences]) => {
    const what = sentences.join(' ');
    return where === '' ? what : say('{where}: {what}', { where, what });
  });
}

const KINDS = ['database-lost', 'damaged', 'mended', 'only-here', 'restored'] as const;

const SAY: Readonly<Record<Finding['kind'], (n: number) => string>> = {
  'database-lost': () =>
    say(
      'The browser’s database was deleted while this page was open, or the disk failed under it. What is open here and what the rest of the storage has is saved again; look whether your other fact checks are whole.',
    ),
  damaged: (n) =>
    say(
      '{n, plural, =1 {One record could not be read. It is kept as it was found, under “Damaged records” in the Settings.} other {# records could not be read. They are kept as they were found, under “Damaged records” in the Settings.}}',
      { n },
    ),
  mended: () =>
    say(
      'The text of an article had been changed in one of the copies in this browser. The text that fits its digest (SHA-256) stands; the other one is in quarantine, see the Settings.',
    ),
  'only-here': (n) =>
    say(
      '{n, plural, one {The browser’s database had nothing of this fact check. It has been restored from the quick part of the storage: look whether your last edits are there.} other {The browser’s database had nothing of these # fact checks. They have been restored from the quick part of the storage: look whether your last edits are there.}}',
      { n },
    ),
  restored: (n) =>
    say(
      '{n, plural, =1 {One record that was missing, old or damaged has been restored from the second copy.} other {# records that were missing, old or damaged have been restored from the second copy.}}',
      { n },
    ),
};

function nameAll(titles: readonly string[]): string {
  const named = titles.slice(0, MOST_NAMED).map((title) => say('“{title}”', { title }));
  const more = titles.length - named.length;
  return formatList(more > 0 ? [...named, say('{more, number} more', { more })] : named);
}
