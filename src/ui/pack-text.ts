import type { Pace } from '../domain/steps.ts';

/** UTF-16 units that are encoded in one go. */
const STRETCH = 500_000;

/** A text as a file in UTF-8, encoded at that pace: of a long one it takes longer than a page may be held up. */
export async function packText(mediaType: string, text: string, pace: Pace): Promise<Blob> {
  const parts: Blob[] = [];
  let from = 0;
  while (from < text.length) {
    const to = from + STRETCH;
    // The halves of a character stay together.
    const end = isHighSurrogate(text.charCodeAt(to - 1)) ? to + 1 : to;
    parts.push(new Blob([text.slice(from, end)]));
    from = end;
    // oxlint-disable-next-line no-await-in-loop -- in slices on purpose
    await pace(Math.min(1, from / text.length));
  }
  return new Blob(parts, { type: `${mediaType};charset=utf-8` });
}

function isHighSurrogate(unit: number): boolean {
  return unit >= 0xd800 && unit <= 0xdbff;
}
