import { message, say } from '../messages/say.ts';

export const DATABASE_LOST = message(
  'The browser’s database was deleted while this page was open, or the disk failed under it. What is open here and what the rest of the storage has is saved again; look whether your other fact checks are whole.',
);

export const ONLY_HERE = message(
  'The browser’s database had nothing of this fact check. It has been restored from the quick part of the storage: look whether your last edits are there.',
);

export function sayRecovered(count: number): string {
  return say(
    '{n, plural, =1 {One record that was missing, old or damaged has been restored from the second copy.} other {# records that were missing, old or damaged have been restored from the second copy.}}',
    { n: count },
  );
}
