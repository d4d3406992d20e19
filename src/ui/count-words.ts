import { say } from '../messages/say.ts';

/** For what has changed since the last export. */
export function sayUnfiled(number: number): string {
  return say('{n, plural, one {# change} other {# changes}} not in any file yet', { n: number });
}
