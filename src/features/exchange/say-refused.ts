import type { ForeignSource } from '../../domain/foreign-annotation.ts';
import { refusedAddressesOf } from '../../domain/import-sources.ts';
import type { ItemProblem } from '../../exchange/format.ts';
import { say } from '../../messages/say.ts';

/** What is not taken over of a source, since it could run code. */
export function sayRefused(source: ForeignSource, place: string): readonly ItemProblem[] {
  return refusedAddressesOf(source).map((address) => ({
    place,
    problem: say('“{address}” is not a web address and could do harm: it is left out.', {
      address: address.slice(0, LONGEST),
    }),
  }));
}

/** As much of an address as tells what it is, in characters. */
const LONGEST = 80;
