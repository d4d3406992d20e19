import { message, say, type Message } from '../../messages/say.ts';
import { LOCKED } from './docx/sentences.ts';

/** How a file is to be read, or why it can't be, as a sentence for the person. */
export type FileKind = 'plain' | 'markdown' | 'html' | 'pdf' | 'packed' | { readonly problem: string };

const SIGNATURES: readonly { readonly bytes: readonly number[]; readonly problem: Message }[] = [
  {
    bytes: [0x7b, 0x5c, 0x72, 0x74, 0x66],
    problem: message(
      'It is an RTF document, which Linecheck can’t read. Open it in its own program, copy the text, and use “Paste an article”.',
    ),
  },
];

const ARCHIVE = message(
  'It is a web archive (MHTML), which Linecheck can’t read. Save the page once more as “HTML only”, or copy its text and use “Paste an article”.',
);
/** Two lines in the head of a message with parts (RFC 2557). */
const ARCHIVE_HEAD = [/^MIME-Version:/im, /^Content-Type:\s*multipart\/related/im] as const;

const DATA = message(
  'It is data (JSON), not the text of an article. A Linecheck file is opened in the library; “Import a file” at the top of the desk brings what it holds into a fact check that is open.',
);

/** Bytes that are enough to see that something is JSON. */
const HEAD = 1000;

const PACKED = [0x50, 0x4b, 0x03, 0x04];

/** Compound files (MS-CFB): old Office documents, and the shell around new ones that have a password. */
const COMPOUND = [0xd0, 0xcf, 0x11, 0xe0];
const OLD = message(
  'It is an old Office document, such as .doc, which Linecheck can’t read. Save it as .docx, and open that.',
);

/** What a name in the directory of a compound file ends with when it holds an encrypted document (MS-OFFCRYPTO). */
const ENCRYPTED_PACKAGE = 'EncryptedPackage';

const HTML_NAME = /\.x?html?$/i;
const MARKDOWN_NAME = /\.(?:md|markdown)$/i;
const TEXT_NAME = /\.(?:te?xt|md|markdown|x?html?)$/i;
const HTML_START = /^<(?:!doctype html|html|head|body)[\s>]/i;

/** A PDF starts with its version, perhaps a comment in bytes that are no text, and its first object (ISO 32000, 7.5). */
const PDF_START = /^%PDF-\d\.\d\s+(?:%[^\r\n]{0,200}[\r\n]\s*)?\d+ \d+ obj\b/;
/** Readers of PDF look for the start this far. */
const PDF_REACH = 1024;
// oxlint-disable-next-line no-control-regex -- what no text has in it
const CONTROLS = /[\u0001-\u0008\u000e-\u001f]/;

/** Tells by the first bytes, and by the name where they leave it open. */
export function recogniseFile(name: string, bytes: Uint8Array): FileKind {
  const head = String.fromCodePoint(...bytes.subarray(0, 4096)).replaceAll('\0', '');
  if (isPdf(name, head)) return 'pdf';
  if (startsWith(bytes, PACKED)) return 'packed';
  if (startsWith(bytes, COMPOUND)) return { problem: isEncrypted(bytes) ? say(LOCKED) : say(OLD) };
  if (looksLikeJson(bytes)) return { problem: say(DATA) };
  const known = SIGNATURES.find((one) => startsWith(bytes, one.bytes));
  if (known) return { problem: say(known.problem) };
  if (/^[\w-]+:/.test(head) && ARCHIVE_HEAD.every((line) => line.test(head)))
    return { problem: say(ARCHIVE) };
  if (MARKDOWN_NAME.test(name)) return 'markdown';
  return HTML_NAME.test(name) || startsAsPage(head) ? 'html' : 'plain';
}

/** A text may speak of `%PDF-`, in its first words too: it is a PDF by what stands around that, then by its name. */
function isPdf(name: string, head: string): boolean {
  const at = head.slice(0, PDF_REACH).indexOf('%PDF-');
  if (at === -1) return false;
  const before = head.slice(0, at).replace(/^(?:\u00ef\u00bb\u00bf|\u00ff\u00fe|\u00fe\u00ff)/, '');
  if (CONTROLS.test(before)) return true;
  if (/(?:^|[\r\n])$/.test(before) && PDF_START.test(head.slice(at))) return true;
  return before.trim() === '' && !TEXT_NAME.test(name);
}

/** True when a tag that only pages begin with comes first, behind comments and the declaration of XML. Linear. */
function startsAsPage(head: string): boolean {
  let at = head.search(/[a-z<]/i);
  while (at !== -1) {
    const closer = closerOf(head, at);
    if (closer === null) return HTML_START.test(head.slice(at, at + 20));
    const end = head.indexOf(closer, at + 4);
    if (end === -1) return false;
    const rest = end + closer.length;
    const next = head.slice(rest).search(/\S/);
    at = next === -1 ? -1 : rest + next;
  }
  return false;
}

function closerOf(head: string, at: number): string | null {
  if (head.startsWith('<!--', at)) return '-->';
  return /^<\?xml/i.test(head.slice(at, at + 5)) ? '>' : null;
}

function startsWith(bytes: Uint8Array, start: readonly number[]): boolean {
  return start.every((byte, index) => bytes[index] === byte);
}

/** An object, or a list of objects. A fact check stays one under any name, and a list of annotations is no text to check. */
export function looksLikeJson(bytes: Uint8Array): boolean {
  const encoding = bytes[0] === 0xff && bytes[1] === 0xfe ? 'utf-16le' : 'utf-8';
  return /^\s*(?:\[\s*)?\{\s*"/.test(new TextDecoder(encoding).decode(bytes.subarray(0, HEAD)));
}

/** Names in a compound file are in UTF-16. */
function isEncrypted(bytes: Uint8Array): boolean {
  return new TextDecoder('utf-16le').decode(bytes).includes(ENCRYPTED_PACKAGE);
}
