/**
 * How many code points stand before an offset in UTF-16 units. An offset inside a surrogate pair counts as before the
 * pair; a lone surrogate counts as one code point. Linear in the offset: for many of them use `toCodePointsAll`.
 */
export function toCodePoints(text: string, offset: number): number {
  const end = isInsidePair(text, offset) ? offset - 1 : offset;
  let count = 0;
  for (let at = 0; at < end && at < text.length; at += widthAt(text, at)) count += 1;
  return count;
}

/** The offset in UTF-16 units before which so many code points stand; the end of the text when it has fewer. */
export function toUtf16(text: string, codePoints: number): number {
  let at = 0;
  for (let left = codePoints; left > 0 && at < text.length; left -= 1) at += widthAt(text, at);
  return at;
}

/** `toCodePoints` for many offsets, in their order; one walk through the text. */
export function toCodePointsAll(text: string, offsets: readonly number[]): readonly number[] {
  let [at, count] = [0, 0];
  return convertInOrder(offsets, (offset) => {
    for (; at < text.length && at + widthAt(text, at) <= offset; at += widthAt(text, at)) count += 1;
    return count;
  });
}

/** Converts from small to large, whatever the order of what comes in; the answers keep that order. */
function convertInOrder(values: readonly number[], convert: (value: number) => number): readonly number[] {
  const converted = values.map(() => 0);
  const order = values.map((value, index) => ({ value, index })).toSorted((a, b) => a.value - b.value);
  for (const { value, index } of order) converted[index] = convert(value);
  return converted;
}

function widthAt(text: string, at: number): number {
  return isInsidePair(text, at + 1) ? 2 : 1;
}

function isInsidePair(text: string, at: number): boolean {
  return (text.charCodeAt(at) & 0xfc00) === 0xdc00 && (text.charCodeAt(at - 1) & 0xfc00) === 0xd800;
}
