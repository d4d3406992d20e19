import type { LocalShelf } from './local-shelf.ts';

/** Which texts belong into localStorage, beside the database. */
export interface Belonging {
  /** True when the text belongs there now; what does not is not missed there. */
  readonly wants: (key: string, text: string) => boolean;
  /** True for a text that may not be there, though nothing has been lost. */
  readonly mayLack: (text: string) => boolean;
}

/** Longer values (UTF-16 units), which are articles, get a second copy only while there is ample room. */
const LONGEST_ALWAYS = 400_000;

/**
 * Long articles may fill localStorage up to half, and leave the rest to the records that are edited. One that is there
 * already is kept up to date. Where there is no database, everything belongs there.
 */
export function createBelonging(
  shelf: LocalShelf | null,
  mostMirrored: number,
  isDurable: () => boolean,
): Belonging {
  const hasAmpleRoom = (key: string, text: string): boolean =>
    shelf !== null && (shelf.has(key) || shelf.characters() + key.length + text.length <= mostMirrored / 2);
  const mayLack = (text: string): boolean => text.length > LONGEST_ALWAYS && isDurable();
  return { mayLack, wants: (key, text) => !mayLack(text) || hasAmpleRoom(key, text) };
}
