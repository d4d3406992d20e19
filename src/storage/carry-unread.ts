import type { DurableShelf } from './durable-shelf.ts';
import type { Copies } from './reconcile.ts';
import { PREFERENCES_KEY, QUARANTINE_PREFIX } from './storage-key.ts';
import { entryOfStranger } from './strangers.ts';

/**
 * Takes into the present database what earlier ones keep under no fact check: the preferences, their quarantine, and what
 * somebody else has put there, which goes into quarantine. They are let go of one day.
 */
export async function carryUnread(
  { target, earlier }: Pick<Copies, 'target' | 'earlier'>,
  instant: string,
): Promise<void> {
  const entries = await readAll(earlier, (copy) => copy.readAll(QUARANTINE_PREFIX));
  if (entries.length > 0) await target.merge(new Map(entries), instant);

  const [preferences] = await readAll([target, ...earlier], (copy) => copy.readAll(PREFERENCES_KEY));
  if (preferences) await target.merge(new Map([preferences]), instant);

  const strangers = await readAll(earlier, (copy) => copy.readStrangers('outside'));
  if (strangers.length === 0) return;
  const known = await target.readAll(QUARANTINE_PREFIX);
  const added = strangers
    .map(([key, text]) => entryOfStranger(key, text, instant))
    .filter(([key]) => !known.has(key));
  if (added.length > 0) await target.merge(new Map(added), instant);
}

async function readAll(
  copies: readonly DurableShelf[],
  read: (copy: DurableShelf) => ReturnType<DurableShelf['readAll']>,
): Promise<readonly (readonly [key: string, text: string])[]> {
  const found = await Promise.all(copies.map(read));
  return found.flatMap((texts) => [...texts]);
}
