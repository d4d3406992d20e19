import { say } from '../messages/say.ts';
import { isDangerousAddress } from './link.ts';

/** What is wrong with an address that must not be kept; null for every other text, half-typed ones included. */
export function checkAddress(address: string): string | null {
  return isDangerousAddress(address)
    ? say('This address could run code or open a file, so it is not kept. Use http, https, doi or urn.')
    : null;
}
