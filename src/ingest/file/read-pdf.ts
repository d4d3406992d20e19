import { getDocument, PDFWorker } from 'pdfjs-dist/legacy/build/pdf.mjs';
// oxlint-disable-next-line import/default -- the builder makes the address of the file its default export
import workerAddress from 'pdfjs-dist/legacy/build/pdf.worker.min.mjs?url';
import { stopped, type ReadingHand } from '../reading-hand.ts';
import { startWorker } from '../start-worker.ts';
import { message, say } from '../../messages/say.ts';
import { layOutPages, type Page } from './pdf-layout.ts';
import type { PageItem } from './pdf-lines.ts';
import { PdfData } from './pdf-data.ts';
import type { ReadArticleFile } from './read-article-file.ts';

/** Characters that a page of text has at least, on the average; a scan has none. */
const FEWEST_CHARACTERS = 10;
const MOST_PAGES = 2000;

/**
 * The text of a PDF with a text layer, read by pdf.js in a worker: no script in it runs, and no font or picture of it is
 * drawn. A scan, a password and damage get their sentence. Takes the bytes away from the caller. Browser only.
 */
export async function readPdf(
  bytes: Uint8Array,
  { signal, onProgress }: ReadingHand,
): Promise<ReadArticleFile> {
  const port = startWorker(workerAddress);
  const loading = getDocument({
    data: bytes,
    // The worker has a console of its own: what is wrong with a file is told to the person.
    worker: PDFWorker.create({ port, verbosity: 0 }),
    isEvalSupported: false,
    disableFontFace: true,
    useSystemFonts: false,
    useWorkerFetch: false,
    BinaryDataFactory: PdfData,
    // Only says that there are some: `PdfData` knows where.
    cMapUrl: 'cmaps/',
    stopAtErrors: false,
    enableXfa: false,
    verbosity: 0,
  });
  const stopping = new Promise<ReadArticleFile>((resolve) => {
    signal?.addEventListener('abort', () => resolve(stopped()));
  });
  try {
    return await Promise.race([readPages(loading, onProgress), stopping]);
  } catch (error) {
    return {
      ok: false,
      problem: error instanceof Error && error.name === 'PasswordException' ? say(PASSWORD) : say(DAMAGED),
    };
  } finally {
    port.terminate();
  }
}

async function readPages(
  loading: ReturnType<typeof getDocument>,
  onProgress: ReadingHand['onProgress'],
): Promise<ReadArticleFile> {
  const pdf = await loading.promise;
  if (pdf.numPages > MOST_PAGES) {
    return {
      ok: false,
      problem: say('This PDF has {pages, number} pages, and Linecheck reads up to {most, number}.', {
        pages: pdf.numPages,
        most: MOST_PAGES,
      }),
    };
  }
  const pages: Page[] = [];
  for (let number = 1; number <= pdf.numPages; number += 1) {
    // oxlint-disable-next-line no-await-in-loop -- one page after the other, so that there is progress and little memory
    pages.push(await readPage(await pdf.getPage(number)));
    onProgress?.(number / pdf.numPages);
  }
  const characters = pages.reduce(
    (sum, { items }) => sum + items.reduce((all, { text }) => all + text.trim().length, 0),
    0,
  );
  if (characters < FEWEST_CHARACTERS * pages.length) return { ok: false, problem: say(SCAN) };
  const { info } = await pdf.getMetadata();
  return {
    ok: true,
    draft: {
      article: { kind: 'laid-out', content: layOutPages(pages), ...readInfo(info) },
      dropped: [],
      notes: [],
    },
  };
}

const SCAN = message(
  'This PDF is made of pictures of pages and holds no text. Let a program with text recognition (OCR) read it first, or paste the text.',
);
const PASSWORD = message(
  'This PDF is protected by a password. Save a copy without one from the program that opens it, and open that copy.',
);
const DAMAGED = message(
  'This PDF is damaged and can’t be read. Get it anew, or copy its text and use “Paste an article”.',
);

type PdfPage = Awaited<ReturnType<Awaited<ReturnType<typeof getDocument>['promise']>['getPage']>>;

async function readPage(page: PdfPage): Promise<Page> {
  const { width, height } = page.getViewport({ scale: 1 });
  const [left = 0, bottom = 0] = page.view;
  const { items } = await page.getTextContent();
  page.cleanup();
  return {
    width,
    height,
    items: items.flatMap((item): readonly PageItem[] => {
      if (!('str' in item)) return [];
      const [a = 1, b = 0, c = 0, d = 1, x = 0, y = 0] = item.transform as readonly number[];
      // What runs up the side of a page is not of the text.
      if (Math.abs(b) > Math.abs(a)) return [];
      return [{ text: item.str, x: x - left, y: y - bottom, width: item.width, size: Math.hypot(c, d) }];
    }),
  };
}

function readInfo(info: object): { readonly title?: string; readonly byline?: string } {
  const [title, byline] = ['Title', 'Author'].map((name) => Reflect.get(info, name) as unknown);
  return {
    ...(typeof title === 'string' && !/\.(?:docx?|indd|qxd|html?)$/i.test(title) ? { title } : {}),
    ...(typeof byline === 'string' ? { byline } : {}),
  };
}
