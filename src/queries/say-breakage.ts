import { say } from '../messages/say.ts';

/** What a person is told of an assumption that did not hold. */
export function sayBreakage(error: unknown): string {
  return say('Something went wrong that should not have: {error}', { error: String(error) });
}
