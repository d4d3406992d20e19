import { say } from '../../messages/say.ts';
import type { Usage } from '../../queries/usage.ts';
import { describeSize } from '../../ui/describe-size.ts';

/** Where the work is kept, how much it is, and what the browser has promised, in sentences. */
export function describeUsage(usage: Usage): readonly string[] {
  if (isKeptNowhere(usage))
    return [say('This browser lets the page keep nothing: export your work before you close the page.')];
  return [describePlaces(usage), describePromise(usage.isPersisted)];
}

/** True in a browser that lets the page keep nothing. */
export function isKeptNowhere({ places }: Usage): boolean {
  return places.quick === 'blocked' && places.database === 'blocked';
}

function describePlaces(usage: Usage): string {
  const quick = describeQuick(usage);
  const database = describeDatabase(usage);
  const { places } = usage;
  if (places.database === 'blocked')
    return say(
      'The browser blocks its database. Everything is kept in its quick storage alone ({quick}), which may lose the last minute when the browser is killed.',
      { quick },
    );
  switch (places.quick) {
    case 'used':
      return say(
        'Every record is kept twice: in the browser’s quick storage ({quick}) and in its database{database}. Long articles are in the database alone.',
        { quick, database },
      );
    case 'full':
      return say(
        'The browser’s quick storage is full ({quick}). What it has no room for is kept in the database alone{database}.',
        { quick, database },
      );
    case 'blocked':
      return say(
        'The browser blocks its quick storage. Everything is kept in its database alone{database}.',
        { database },
      );
  }
}

function describeQuick({ mirrored, ofOthers, mostMirrored, places }: Usage): string {
  const characters = say('{n, plural, one {# character} other {# characters}}', { n: mirrored });
  if (places.database === 'blocked') return characters;
  return ofOthers === 0
    ? say('{characters} of {mostMirrored, number}', { characters, mostMirrored })
    : say(
        '{characters} of {mostMirrored, number}, beside {ofOthers, number} of other pages of this address',
        {
          characters,
          mostMirrored,
          ofOthers,
        },
      );
}

function describeDatabase({ database, quota }: Usage): string {
  if (database === null) return '';
  const room = quota === null ? '' : say('; the browser allows {quota}', { quota: describeSize(quota) });
  return say(' (about {database}{room})', { database: describeSize(database), room });
}

function describePromise(isPersisted: boolean | null): string {
  switch (isPersisted) {
    case true:
      return say('The browser has promised not to clear it by itself, even when the disk is nearly full.');
    case false:
      return say('The browser has not promised to keep it: when the disk is nearly full, it may clear it.');
    case null:
      return say('This browser does not say whether it may clear it when the disk is nearly full.');
  }
}
