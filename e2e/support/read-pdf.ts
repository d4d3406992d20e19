import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';

/** Words as they stand on a printed page, in points. */
export interface PrintedWords {
  readonly text: string;
  /** From the left edge of the page to the end of the words. */
  readonly right: number;
}

export interface PrintedPage {
  readonly width: number;
  readonly words: readonly PrintedWords[];
  /** All of them, spaces as one. */
  readonly text: string;
}

/** What stands on the pages of a PDF. */
export async function readPdf(bytes: Uint8Array): Promise<readonly PrintedPage[]> {
  const loading = getDocument({ data: new Uint8Array(bytes), verbosity: 0 });
  const pdf = await loading.promise;
  const pages = await Promise.all(
    Array.from({ length: pdf.numPages }, async (_, i): Promise<PrintedPage> => {
      const page = await pdf.getPage(i + 1);
      const { items } = await page.getTextContent();
      const words = items.flatMap((item) =>
        'str' in item
          ? [{ text: item.str, right: Number(item.transform[4]) + item.width, isEnd: item.hasEOL }]
          : [],
      );
      return {
        width: page.getViewport({ scale: 1 }).width,
        words,
        text: words
          .map(({ text, isEnd }) => (isEnd ? `${text} ` : text))
          .join('')
          .replaceAll(/\s+/g, ' '),
      };
    }),
  );
  await loading.destroy();
  return pages;
}
