import type { Target } from '../domain/annotation.ts';
import type { Range } from '../domain/article.ts';

/** UTF-16 units of context on either side, and the rest of a word; less only where the text begins or ends. */
export const CONTEXT = 32;
/** How far a cut may move outward to spare a word before it spares the grapheme only. */
const SLACK = 16;

/**
 * Describes a place in a text so that it can be found again in a later draft (W3C TextQuoteSelector and
 * TextPositionSelector). `range` is in UTF-16 units, half-open; prefix and suffix are about `context` units, cut at word ends.
 * Throws a RangeError when the range is empty or leaves the text.
 */
export function describeTarget(text: string, range: Range, context = CONTEXT): Target {
  const { start, end } = range;
  if (!(start >= 0 && start < end && end <= text.length)) {
    throw new RangeError(`No such range: ${start} to ${end} in a text of ${text.length} units`);
  }
  return {
    quote: {
      exact: text.slice(start, end),
      prefix: text.slice(cutBefore(text, start, context), start),
      suffix: text.slice(end, cutAfter(text, end, context)),
    },
    position: { start, end },
  };
}

function cutBefore(text: string, start: number, context: number): number {
  const at = start - context;
  if (at <= 0) return 0;
  for (let cut = at; cut >= at - SLACK && cut > 0; cut -= 1) if (isSpace(text, cut - 1)) return cut;
  if (at <= SLACK) return 0;
  const piece = pieceAt(text, at, at, start);
  return piece.start;
}

function cutAfter(text: string, end: number, context: number): number {
  const at = end + context;
  if (at >= text.length) return text.length;
  for (let cut = at; cut <= at + SLACK && cut < text.length; cut += 1) if (isSpace(text, cut)) return cut;
  if (text.length - at <= SLACK) return text.length;
  const piece = pieceAt(text, at, end, at);
  return piece.start === at ? at : piece.end;
}

function isSpace(text: string, at: number): boolean {
  return /\s/.test(text.charAt(at));
}

/** Of words and of graphemes, made for the first text without spaces: what they know of all scripts takes long to load. */
let segmenters: readonly Intl.Segmenter[] | null = null;

/** Units on either side of a cut that a segmenter sees. */
const WINDOW = 128;

/** The word around an offset, where no white space is near; of a word that is too long, the grapheme. */
function pieceAt(text: string, at: number, from: number, to: number): Range {
  const start = Math.max(0, from - WINDOW);
  const window = text.slice(start, to + WINDOW);
  segmenters ??= (['word', 'grapheme'] as const).map(
    (granularity) => new Intl.Segmenter('und', { granularity }),
  );
  for (const segmenter of segmenters) {
    const piece = segmenter.segment(window).containing(at - start);
    if (!piece) continue;
    const found = { start: start + piece.index, end: start + piece.index + piece.segment.length };
    if (segmenter === segmenters[1] || (at - found.start <= SLACK && found.end - at <= SLACK)) return found;
  }
  return { start: at, end: at };
}
