import type { Verdict } from '../decide.ts';
import { isBareMarker, readMarker, skipBullet } from '../list.ts';
import type { Site } from '../site.ts';

/** A marker belongs to its item (`2. The second`), and the first marker of a list begins one (`Smith. a. the first`). */
export function isListMarker(site: Site): Verdict {
  const { text, pack, start, mark, next, end } = site;
  if (site.kind === 'stop' && isBareMarker(text, skipBullet(text, pack.kinds, start), mark)) return 'join';
  // `u. a. Russisch` is no list.
  const marker = next > end && site.word.length !== 1 ? readMarker(text, next) : undefined;
  if (marker === undefined || site.abbreviation !== undefined || marker.style === 'A.') return undefined;
  return marker.style.endsWith(')') || /^[1a]\./.test(text.slice(next, marker.end)) ? 'split' : undefined;
}
