import { hasClosingPunctuation } from './closing-punctuation.ts';
import { countFirstWordColumns, type Line } from './text-lines.ts';

/** Which line breaks of a text were put there by a machine because the line was full, and mean nothing. */
export interface HardWrap {
  /** True when the second line, next to the first in their group, goes on with the first one's paragraph. */
  readonly joins: (group: readonly Line[], line: Line, next: Line) => boolean;
}

/** Narrower text is verse or an address; wider text is not wrapped by hand. In columns. */
const NARROWEST = 40;
const WIDEST = 120;

/** Editors differ on what fits by a closing mark or two, and East Asian ones let punctuation hang. */
const SLACK = 2;

const GOES_ON = /^["'“‘«‹([「『（]*(?:\p{Ll}|\p{Lo}|\d)/u;

/**
 * Finds hard-wrapped paragraphs. A break is one of wrapping when the first word of the next line would not have fitted
 * on this line. That alone proves little (two headlines of about the same length look so), so a group of lines must
 * also break inside a sentence once; a group that never does is measured by the widest group that did. Linear.
 */
export function detectHardWrap(groups: readonly (readonly Line[])[]): HardWrap {
  const widths = new Map<readonly Line[], number>();
  let widest = 0;
  for (const group of groups) {
    const width = measureWrap(group);
    if (width === null) continue;
    widths.set(group, width);
    widest = Math.max(widest, width);
  }
  return {
    joins(group, line, next) {
      const width = widths.get(group) ?? widest;
      return width > 0 && line.columns <= width && isFull(line, next, width);
    },
  };
}

/** The width in columns that the group is wrapped at, or null when nothing shows that it is wrapped. */
function measureWrap(group: readonly Line[]): number | null {
  const width = group.reduce(
    (widest, { text, columns }) => (isUnbroken(text) ? widest : Math.max(widest, columns)),
    0,
  );
  if (width < NARROWEST || width > WIDEST) return null;
  const breaksInsideSentence = group.some((line, index) => {
    const next = group[index + 1];
    return (
      next !== undefined &&
      isFull(line, next, width) &&
      !hasClosingPunctuation(line.text) &&
      GOES_ON.test(next.text)
    );
  });
  return breaksInsideSentence ? width : null;
}

/** A long address has a line to itself, whatever the width. */
function isUnbroken(text: string): boolean {
  return countFirstWordColumns(text) === text.length;
}

function isFull(line: Line, next: Line, width: number): boolean {
  return line.columns + 1 + countFirstWordColumns(next.text) + SLACK > width;
}
