import type { FactCheck } from '../../domain/fact-check.ts';
import { parseBackup, recognisesBackup, type ParsedBackup } from '../../exchange/backup.ts';
import { parseFile } from '../../exchange/formats.ts';
import type { NewArticle } from '../../queries/start-fact-check.ts';
import { describeSize } from '../../ui/describe-size.ts';
import { createPace } from './pace.ts';

/** A file that is opened is read to its end. */
const NEVER = new AbortController().signal;

/** What is needed of a `File`: it can be handed in without a browser. */
export interface FileLike {
  readonly name: string;
  /** In bytes. */
  readonly size: number;
  readonly arrayBuffer: () => Promise<ArrayBuffer>;
}

/** `problem` and `problems` are sentences for the person. */
export type ReadFile =
  | {
      readonly kind: 'fact-check';
      readonly factCheck: FactCheck;
      readonly problems: readonly string[];
    }
  | ({ readonly kind: 'backup' } & Omit<Extract<ParsedBackup, { readonly ok: true }>, 'ok'>)
  | { readonly kind: 'article'; readonly article: NewArticle }
  | { readonly kind: 'unreadable'; readonly problem: string };

/** More than this is neither a fact check that anybody made by hand nor a backup of many, and would freeze the page. */
const LARGEST = 200_000_000;

/**
 * Reads a file of unknown origin: a fact check, recognised by what is in it, or a text to check. Its size is looked at
 * before its content, and nothing is kept.
 */
export async function readFile(file: FileLike): Promise<ReadFile> {
  if (file.size > LARGEST) {
    return unreadable(
      `It is too large: ${describeSize(file.size)}, and Linecheck reads files of up to ${describeSize(LARGEST)}.`,
    );
  }
  if (file.size === 0) return unreadable('It is empty.');
  const bytes = await readBytes(file);
  if (bytes === null) {
    return unreadable(
      'The browser could not read it. Perhaps it was moved, or is open in another program: try again.',
    );
  }
  const binary = BINARIES.find(({ signature }) => signature.every((byte, i) => bytes[i] === byte));
  if (binary) return unreadable(binary.advice);
  const text = decode(bytes);
  if (text === null) {
    return unreadable(
      'It is not text in UTF-8. If it is a text file, save it with the encoding UTF-8 and try again.',
    );
  }
  if (recognisesBackup(text)) return readBackup(text);
  return TEXT_NAME.test(file.name) && !looksLikeJson(text)
    ? readArticle(file.name, text)
    : readFactCheck(text);
}

const TEXT_NAME = /\.(?:txt|text|md|markdown)$/i;
const MARKDOWN_NAME = /\.(?:md|markdown)$/i;

const COPY_TEXT = 'Open it in its own program, copy the text, and use “Paste an article”.';

const BINARIES: readonly { readonly signature: readonly number[]; readonly advice: string }[] = [
  {
    signature: [0x25, 0x50, 0x44, 0x46],
    advice: `It is a PDF, which Linecheck can’t read yet. ${COPY_TEXT}`,
  },
  {
    signature: [0x50, 0x4b, 0x03, 0x04],
    advice: `It is a packed file, such as a Word document, which Linecheck can’t read yet. ${COPY_TEXT}`,
  },
];

function readArticle(name: string, text: string): ReadFile {
  return { kind: 'article', article: { text, kind: MARKDOWN_NAME.test(name) ? 'markdown' : 'plain' } };
}

async function readBackup(text: string): Promise<ReadFile> {
  const parsed = await parseBackup(text);
  if (!parsed.ok) return unreadable(parsed.problem);
  const { backup, exportedAt, problems } = parsed;
  return { kind: 'backup', backup, exportedAt, problems };
}

async function readFactCheck(text: string): Promise<ReadFile> {
  const parsed = await parseFile(text, { pace: createPace(() => undefined, NEVER) });
  if (!parsed.ok) return unreadable(parsed.problem);
  switch (parsed.kind) {
    case 'fact-check':
      return { kind: 'fact-check', factCheck: parsed.factCheck, problems: parsed.problems };
    case 'annotations':
    case 'sources':
      return unreadable('It holds annotations or sources without a fact check around them.');
  }
}

/** A fact check stays one under any name. */
function looksLikeJson(text: string): boolean {
  return /^\s*\{\s*"/.test(text);
}

function decode(bytes: Uint8Array): string | null {
  const isUtf16 = bytes[0] === 0xff && bytes[1] === 0xfe;
  try {
    return new TextDecoder(isUtf16 ? 'utf-16le' : 'utf-8', { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

async function readBytes(file: FileLike): Promise<Uint8Array | null> {
  try {
    return new Uint8Array(await file.arrayBuffer());
  } catch {
    return null;
  }
}

function unreadable(problem: string): ReadFile {
  return { kind: 'unreadable', problem };
}
