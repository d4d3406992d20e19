import type { PageLine } from './pdf-lines.ts';

interface PageOfLines {
  /** In points. */
  readonly height: number;
  readonly lines: readonly PageLine[];
}

/** Share of the height at the top and at the bottom of a page in which running lines stand. */
const MARGIN = 0.12;

/** Share of the pages that a line must be on. */
const SHARE = 0.4;

const PAGE_NUMBER = /^\W*(?:page\s+)?\d{1,4}(?:\s*(?:of|\/)\s*\d{1,4})?\W*$/i;

/** The lines of each page without those that run through a document: its heads and feet, and numbers of pages. */
export function dropRunningLines(pages: readonly PageOfLines[]): readonly (readonly PageLine[])[] {
  const counts = new Map<string, number>();
  for (const page of pages) {
    const keys = new Set(page.lines.filter((line) => isInMargin(line, page)).map(keyOf));
    for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  const enough = Math.max(2, Math.ceil(pages.length * SHARE));
  return pages.map((page) =>
    page.lines.filter((line) => {
      if (pages.length < 2 || !isInMargin(line, page)) return true;
      return !PAGE_NUMBER.test(line.text) && (counts.get(keyOf(line)) ?? 0) < enough;
    }),
  );
}

function isInMargin({ y }: PageLine, { height }: PageOfLines): boolean {
  return y > height * (1 - MARGIN) || y < height * MARGIN;
}

/** Numbers differ from page to page. */
function keyOf({ text }: PageLine): string {
  return text.replaceAll(/\d+/g, '#').replaceAll(/\s+/g, ' ').trim();
}
