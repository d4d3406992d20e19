import type { FactCheck } from '../../domain/fact-check.ts';
import { tellOlderWords } from '../../domain/older-words.ts';
import type { ParsedBackup } from '../../exchange/backup.ts';
import {
  readArticleBytes,
  readBytes,
  UNREAD,
  type FileDraft,
  type FileLike,
} from '../../ingest/file/read-article-file.ts';
import { looksLikeJson, recogniseFile } from '../../ingest/file/recognise-file.ts';
import type { ReadingHand } from '../../ingest/reading-hand.ts';
import { say } from '../../messages/say.ts';
import { describeSize } from '../../ui/describe-size.ts';
import type { ParseBytes } from './ask-parse-worker.ts';

/** How the opening of a file is followed and stopped, and who parses a fact check. */
interface OpeningHand extends ReadingHand {
  readonly parse: ParseBytes;
}

/** `problem` and `problems` are sentences for the person. */
export type ReadFile =
  | {
      readonly kind: 'fact-check';
      readonly factCheck: FactCheck;
      readonly problems: readonly string[];
    }
  | ({ readonly kind: 'backup' } & Omit<Extract<ParsedBackup, { readonly ok: true }>, 'ok'>)
  | { readonly kind: 'article'; readonly draft: FileDraft }
  | { readonly kind: 'unreadable'; readonly problem: string };

/** More than this is neither a fact check that anybody made by hand nor a backup of many, and would freeze the page. */
const LARGEST = 200_000_000;

/**
 * Reads a file of unknown origin: a fact check, recognised by what is in it, or a text to check. Its size is looked at
 * before its content, and nothing is kept. What older versions wrote is told before anything is done with it: no verdict
 * stands on words that it is known to be older than. What comes out of a reading that the signal stops means nothing.
 */
export async function readFile(file: FileLike, hand: OpeningHand): Promise<ReadFile> {
  if (file.size > LARGEST) {
    return unreadable(
      say('It is too large: {size}, and Linecheck reads files of up to {most}.', {
        size: describeSize(file.size),
        most: describeSize(LARGEST),
      }),
    );
  }
  if (file.size === 0) return unreadable(say('It is empty.'));
  const bytes = await readBytes(file);
  if (bytes === null) return unreadable(say(UNREAD));
  const isJson = looksLikeJson(bytes) || (JSON_NAME.test(file.name) && !isAnotherKind(bytes));
  if (!isJson) {
    const { nameDataFile } = await import('./name-data-file.ts');
    const kind = isAnotherKind(bytes) ? null : nameDataFile(file.name, bytes);
    return kind === null
      ? readArticle(file.name, bytes, hand)
      : unreadable(
          say(
            'It holds {what}, and no article. Open the article first, then choose “Import a file” at the top of the desk.',
            { what: kind },
          ),
        );
  }
  if (!isUnicode(bytes)) return unreadable(say('It is not text in UTF-8, as JSON has to be.'));
  return readKept(bytes, hand);
}

const JSON_NAME = /\.json$/i;

async function readArticle(name: string, bytes: Uint8Array, hand: ReadingHand): Promise<ReadFile> {
  const read = await readArticleBytes(name, bytes, hand);
  return read.ok ? { kind: 'article', draft: read.draft } : unreadable(read.problem);
}

/** Nobody waits for the signal to stop this when there is none. */
const NEVER = new AbortController().signal;

async function readKept(
  bytes: Uint8Array<ArrayBuffer>,
  { parse, signal = NEVER, onProgress }: OpeningHand,
): Promise<ReadFile> {
  const parsed = await parse(bytes, { signal, onShare: (share) => onProgress?.(share) });
  if (!parsed.ok) return unreadable(parsed.problem);
  switch (parsed.kind) {
    case 'fact-check':
      return { kind: 'fact-check', factCheck: tellOlderWords(parsed.factCheck), problems: parsed.problems };
    case 'backup': {
      const { kind, backup, exportedAt, problems } = parsed;
      const factChecks = backup.factChecks.map(tellOlderWords);
      return { kind, backup: { ...backup, factChecks }, exportedAt, problems };
    }
    case 'annotations':
      return unreadable(
        say(
          'It holds annotations, and no article. Open the article first, then choose “Import a file” at the top of the desk.',
        ),
      );
    case 'sources':
      return unreadable(
        say(
          'It holds sources, and no article. Open the article first, then choose “Import a file” at the top of the desk.',
        ),
      );
  }
}

/** A PDF or a packed document that was given the name of a JSON file. */
function isAnotherKind(bytes: Uint8Array): boolean {
  const kind = recogniseFile('', bytes);
  return kind === 'pdf' || kind === 'packed' || typeof kind === 'object';
}

function isUnicode(bytes: Uint8Array): boolean {
  try {
    new TextDecoder(encodingOf(bytes), { fatal: true }).decode(bytes);
    return true;
  } catch {
    return false;
  }
}

function encodingOf(bytes: Uint8Array): string {
  return bytes[0] === 0xff && bytes[1] === 0xfe ? 'utf-16le' : 'utf-8';
}

function unreadable(problem: string): ReadFile {
  return { kind: 'unreadable', problem };
}
