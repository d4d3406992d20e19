import type { NewArticle } from '../make-article.ts';
import { stopped, type ReadingHand } from '../reading-hand.ts';
import { findTrouble, LONGEST_HTML } from '../trouble.ts';
import { message, say } from '../../messages/say.ts';
import { decodeText, sayGuess } from './decode-text.ts';
import { recogniseFile } from './recognise-file.ts';

/** What is needed of a `File`: it can be handed in without a browser. */
export interface FileLike {
  readonly name: string;
  /** In bytes. */
  readonly size: number;
  readonly arrayBuffer: () => Promise<ArrayBuffer>;
}

/** What a file says, before anything of it is stored. All strings of the lists are for the person. */
export interface FileDraft {
  /** Goes into `makeArticle` as it is, or edited. */
  readonly article: NewArticle;
  /** What the file holds and the article does not: "12 pictures". */
  readonly dropped: readonly string[];
  /** Sentences about what the reading was not sure of. */
  readonly notes: readonly string[];
}

export type ReadArticleFile =
  | { readonly ok: true; readonly draft: FileDraft }
  | { readonly ok: false; readonly problem: string };

const LARGEST = 50_000_000;

/** Reads a file that holds an article, as `readArticleBytes` does. Its size is looked at before its content. */
export async function readArticleFile(file: FileLike, hand: ReadingHand = {}): Promise<ReadArticleFile> {
  const unfit = findUnfitSize(file.size);
  if (unfit !== null) return fail(unfit);
  const bytes = await readBytes(file);
  return bytes === null ? fail(say(UNREAD)) : readArticleBytes(file.name, bytes, hand);
}

/**
 * Reads the bytes of a file that holds an article: plain text, Markdown or a saved web page, in any usual encoding, a
 * Word document or a PDF, recognised by content first and name second. Nothing in it runs or is asked for. `problem` is a sentence for the
 * person. The bytes may be handed on to a worker: nobody can read them afterwards.
 */
export async function readArticleBytes(
  name: string,
  bytes: Uint8Array,
  hand: ReadingHand = {},
): Promise<ReadArticleFile> {
  const unfit = findUnfitSize(bytes.length);
  if (unfit !== null) return fail(unfit);
  const kind = recogniseFile(name, bytes);
  if (typeof kind === 'object') return fail(kind.problem);
  if (kind === 'pdf') return (await import('./read-pdf.ts')).readPdf(bytes, hand);
  if (kind === 'packed') return (await import('./read-docx.ts')).readDocx(bytes, hand);
  const decoded = decodeText(bytes);
  const trouble = findTrouble(decoded.text, LONGEST_HTML);
  if (trouble !== null) return fail(trouble);
  const notes = decoded.certainty === 'guessed' ? [sayGuess(decoded.encoding)] : [];
  if (kind === 'html') {
    const { askHtmlWorker } = await import('../ask-html-worker.ts');
    const page = await askHtmlWorker({ kind: 'page', html: decoded.text }, hand);
    if (page === null) return stopped();
    return { ok: true, draft: { ...page, notes: [...notes, ...page.notes] } };
  }
  return { ok: true, draft: { article: { kind, text: decoded.text }, dropped: [], notes } };
}

/** What is in a file; null when the browser can't read it, which `UNREAD` says. */
export async function readBytes(file: FileLike): Promise<Uint8Array<ArrayBuffer> | null> {
  try {
    return new Uint8Array(await file.arrayBuffer());
  } catch {
    return null;
  }
}

export const UNREAD = message(
  'The browser could not read it. Perhaps it was moved, or is open in another program: try again.',
);

function findUnfitSize(size: number): string | null {
  if (size === 0) return say('It is empty.');
  if (size <= LARGEST) return null;
  return say(
    'It is too large for an article: it has {megabytes, number} MB, and Linecheck reads articles of up to 50 MB.',
    { megabytes: Math.round(size / 1e6) },
  );
}

function fail(problem: string): ReadArticleFile {
  return { ok: false, problem };
}
